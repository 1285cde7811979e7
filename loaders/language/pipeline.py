"""The spaCy pipelines: our own, and others by name."""

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from loaders.language import annotation
from loaders.language.lemmas import Lemmas
from loaders.language.model import FOLDER, Model
from loaders.language.reading import Reader, Window
from loaders.language.text import words
from loaders.language.tokenizer import Tokenizer

LONGEST_TEXT = 12_000_000
"""Characters; spaCy refuses longer texts by an error that says so."""
TOGETHER = 32
"""Documents that are read at a time by `nlp.pipe`: some hundred windows of news."""
WINDOWS = "newsgraph.windows"


class Annotator:
    """The component: reads documents and writes what the model says into them."""

    def __init__(self, folder: Path, threads: int) -> None:
        model = Model(folder, threads)
        self._read, self._labels, self._pieces, self._lemmas = Reader(model), model.labels, model.pieces, Lemmas.read()

    def __call__(self, doc: Doc) -> Doc:
        self.annotate([doc])
        return doc

    def annotate(self, docs: list[Doc]) -> None:
        texts = [words(doc, self._pieces) for doc in docs]
        for text, read in zip(texts, self._read(texts), strict=True):
            annotation.write(text, read, self._labels, self._lemmas)
            text.doc.user_data[WINDOWS] = read.windows

    def pipe(self, stream: Iterable[Doc], batch_size: int = TOGETHER) -> Iterator[Doc]:
        docs: list[Doc] = []
        stream = iter(stream)
        while docs := list(islice(stream, batch_size)):
            self.annotate(docs)
            yield from docs


@Language.factory(
    "newsgraph",
    default_config={"folder": str(FOLDER), "threads": 1},
    assigns=["token.tag", "token.pos", "token.lemma", "token.head", "token.dep", "token.is_sent_start", "doc.ents"],
)
def annotator(nlp: Language, name: str, folder: str, threads: int) -> Annotator:
    return Annotator(Path(folder), threads)


def ours(threads: int = 1, folder: Path = FOLDER) -> Language:
    nlp = spacy.blank("en")
    nlp.tokenizer = Tokenizer(nlp.tokenizer)
    nlp.max_length = LONGEST_TEXT
    nlp.batch_size = TOGETHER
    nlp.add_pipe("newsgraph", config={"folder": str(folder), "threads": threads})
    return nlp


def installed(name: str | Path) -> Language:
    try:
        return spacy.load(name)
    except OSError as error:
        raise OSError(
            f"There is no spaCy pipeline {str(name)!r}: neither an installed package nor a folder. "
            "Install it (python -m spacy download NAME), or give no name to use our own."
        ) from error


def windows(doc: Doc) -> list[Window]:
    """What further heads of the model say of `doc`; empty where another pipeline read it."""
    return doc.user_data.get(WINDOWS, [])
