from collections.abc import Sequence

MODEL_FILE: str

class LanguageIdentifier:
    @classmethod
    def from_model_file(
        cls, model_file: str, *, norm_probs: bool = False
    ) -> LanguageIdentifier: ...
    def set_languages(self, langs: Sequence[str]) -> None: ...
    def rank(self, text: str) -> list[tuple[str, float]]: ...
