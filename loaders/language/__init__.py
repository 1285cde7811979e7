"""Text to spaCy documents: tokens, sentences, tags, lemmas, Universal Dependencies and names."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["load"]


def load(name: str | Path | None = None, threads: int = 1) -> "Language":
    """Our own pipeline, or another one: the name of an installed spaCy package, the folder of a saved pipeline, or
    the folder of another model of ours, as loaders.training.export writes it.

    Ours sets sentence starts, `tag_` (Penn), `pos_`, `lemma_`, `head` and `dep_` (Universal Dependencies) and `ents`
    (PERSON, LOC, ORG, MISC). Other pipelines keep the labels that they were trained with. `threads` is for one call of
    the model; more processes use more cores better than more threads.

    Raises OSError where there is no such pipeline.
    """
    from loaders.language import pipeline  # spaCy and the runtime take a second: only who reads text pays for them

    if name is None:
        return pipeline.ours(threads)
    ours = (Path(name) / "language.onnx").is_file()
    return pipeline.ours(threads, Path(name)) if ours else pipeline.installed(name)
