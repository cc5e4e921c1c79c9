from collections.abc import Mapping, Sequence

RULE_DICT: int

class UnicodeToLatexConversionRule:
    def __init__(self, rule_type: int, rule: Mapping[int, str]) -> None: ...

class UnicodeToLatexEncoder:
    def __init__(
        self,
        *,
        conversion_rules: Sequence[UnicodeToLatexConversionRule],
        replacement_latex_protection: str,
        unknown_char_policy: str,
        unknown_char_warning: bool,
    ) -> None: ...
    def unicode_to_latex(self, s: str) -> str: ...
