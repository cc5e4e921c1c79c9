"""An embedding model fine-tuned on a library's own words, within a time that is given.

The training is sentence-transformers' own, on pairs of a question made of the library and the passage
it asks for; every other passage of a batch stands for what is not asked for.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from index.adapting.tuning import FIGURE, SIGNIFICANT
from index.errors.asked import MissingPackageError
from index.evaluation.comparison import compared
from index.evaluation.figures import DEPTH, by_question
from index.vectors.embedding import SentenceTransformerEmbedder, model_folder

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from index.adapting.made import Pair
    from index.evaluation.comparison import Comparison

_BATCH: Final = 16
_EPOCHS: Final = 3
_RATE: Final = 2e-5
"""The usual rate for fine-tuning; a few thousand pairs seen three times change no more than they should."""


_HELD_BACK: Final = 5
"""One article in so many is held back."""


def fine_tuned(model: str, pairs: Sequence[Pair], *, minutes: float, to: Path) -> None:
    """Write a model trained on the pairs into the folder `to`.

    Args:
        model: The name or folder of the one to begin with.
        pairs: More than one; a batch of one has nothing to tell apart.
        minutes: After so many the training stops where it is.
        to: A folder that does not exist.

    Raises:
        MissingPackageError: What sentence-transformers trains with is not installed.
        OSError: The folder cannot be written.
    """
    datasets, training = _installed()
    transformers = import_module("transformers")
    transformers.utils.logging.disable_progress_bar()
    begun = training.SentenceTransformer(
        str(model_folder(model) or model),
        device="cpu",
        trust_remote_code=False,
        model_kwargs={"use_safetensors": True},
        local_files_only=model_folder(model) is not None,
    )
    columns = {"question": [p.question for p in pairs], "passage": [p.passage for p in pairs]}
    arguments = training.SentenceTransformerTrainingArguments(
        output_dir=str(to.with_name(f"{to.name}-training")),
        num_train_epochs=_EPOCHS,
        per_device_train_batch_size=_BATCH,
        learning_rate=_RATE,
        batch_sampler="no_duplicates",
        use_cpu=True,
        save_strategy="no",
        report_to="none",
        disable_tqdm=True,
        logging_strategy="no",
        seed=1,
    )
    losses = import_module("sentence_transformers.sentence_transformer.losses")
    trainer = training.SentenceTransformerTrainer(
        model=begun,
        args=arguments,
        train_dataset=datasets.Dataset.from_dict(columns),
        loss=losses.MultipleNegativesRankingLoss(begun),
        callbacks=[_clock(minutes)],
    )
    # It prints its figures, and standard output is the command's own.
    trainer.remove_callback(transformers.PrinterCallback)
    begun.model_card_data.generate_widget_examples = False
    trainer.train()
    begun.save_pretrained(str(to))


def halves(pairs: Sequence[Pair]) -> tuple[list[Pair], list[Pair]]:
    """Pairs to train on, and about a fifth to judge on: no article has pairs in both."""
    articles = list(dict.fromkeys(pair.article for pair in pairs))
    held = set(articles[::_HELD_BACK])
    return [p for p in pairs if p.article not in held], [p for p in pairs if p.article in held]


@dataclass(frozen=True, slots=True)
class Judged:
    """Every figure of both models, by the passages' vectors alone, and whether the new one was kept."""

    figures: tuple[Comparison, ...]
    kept: bool


def keep_if_better(
    model: str, pairs: Sequence[Pair], held_back: Sequence[Pair], *, minutes: float, to: Path
) -> Judged:
    """Train on the pairs; keep the new model in `to` only if it is better on those held back.

    Raises:
        MissingPackageError: What sentence-transformers trains with is not installed.
        OSError: The folder cannot be written.
    """
    with TemporaryDirectory(prefix=".training-", dir=to.absolute().parent) as scratch:
        trained = Path(scratch, "model")
        fine_tuned(model, pairs, minutes=minutes, to=trained)
        figures = compared(_figures(model, held_back), _figures(str(trained), held_back))
        gain = next(each for each in figures if each.figure == FIGURE)
        kept = gain.now > gain.before and gain.p < SIGNIFICANT
        if kept:
            trained.rename(to)
    return Judged(figures, kept)


def _figures(model: str, pairs: Sequence[Pair]) -> Mapping[str, Mapping[str, float]]:
    embedder = SentenceTransformerEmbedder(model)
    texts = list(dict.fromkeys(pair.passage for pair in pairs))
    article = {pair.passage: pair.article for pair in pairs}
    passages = embedder.embed_passages(texts)
    ranked: dict[str, tuple[str, ...]] = {}
    for number, pair in enumerate(pairs):
        near = passages @ embedder.embed_question(pair.question)
        order: list[int] = np.argsort(-near, kind="stable").tolist()
        ranked[str(number)] = tuple(dict.fromkeys(article[texts[at]] for at in order))[:DEPTH]
    grades = {str(number): {pair.article: 1} for number, pair in enumerate(pairs)}
    return by_question(ranked, grades)


def _clock(minutes: float) -> Any:  # noqa: ANN401 - of a class of a library without types
    """What stops a training when its time is over."""
    ends = monotonic() + 60 * minutes

    class Clock(import_module("transformers").TrainerCallback):
        def on_step_end(self, _args: object, _state: object, control: Any, **_: object) -> None:  # noqa: ANN401 - as its base has it
            if monotonic() > ends:
                control.should_training_stop = True

    return Clock()


def _installed() -> tuple[Any, Any]:
    """The packages a training needs: datasets and sentence-transformers' trainer."""
    try:
        import_module("accelerate")
        return import_module("datasets"), import_module("sentence_transformers")
    except ImportError as error:
        raise MissingPackageError("a package that models are trained with", "adapt") from error
