"""What the model says of the words, written into the Doc.

White space tokens, which the model does not see, hang on the word before them (at the start on the first word).
"""

from collections.abc import Sequence
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, LEMMA, ORTH, POS, TAG
from spacy.strings import StringStore
from spacy.tokens import Doc

from loaders.language.lemmas import Lemmas
from loaders.language.reading import Read
from loaders.language.text import Words

ENTITIES = {"PER": "PERSON", "LOC": "LOC", "ORG": "ORG", "MISC": "MISC"}
"""Our kinds by spaCy's names: people; places and countries; bodies; other names (events, works, peoples)."""
INSIDE, OUTSIDE, BEGINS = 1, 2, 3
"""spaCy's numbers for IOB."""
Hashes = NDArray[np.uint64]


def hashes(labels: Sequence[str], strings: StringStore) -> Hashes:
    return np.array([strings.add(label) for label in labels], dtype=np.uint64)


def lemma_hashes(words: Words, tags: NDArray[np.uint8], xpos: Sequence[str], lemmas: Lemmas) -> Hashes:
    """Each distinct pair of word and tag is looked up once."""
    strings = words.doc.vocab.strings
    orths, number = np.unique(words.orths, return_inverse=True)
    pairs, where = np.unique(number * len(xpos) + tags, return_inverse=True)
    distinct: list[int] = pairs.tolist()
    found = [lemmas(strings[int(orths[pair // len(xpos)])], xpos[pair % len(xpos)]) for pair in distinct]
    return hashes(found, strings)[where]


def heads(words: Words, read: Read) -> NDArray[np.int64]:
    """The head of each token as an offset from it, as spaCy wants it."""
    tokens, size = words.tokens, len(words.doc)
    found = np.arange(size)
    if len(tokens):
        before = np.searchsorted(tokens, found, side="right") - 1
        found = tokens[np.maximum(before, 0)]
        found[tokens] = tokens[read.heads]
    return found - np.arange(size)


def over_tokens(words: Words, values: NDArray[np.uint64], space: int) -> Hashes:
    """Values of words, and `space` at white space."""
    all_ = np.full(len(words.doc), space, dtype=np.uint64)
    all_[words.tokens] = values
    return all_


def entity_marks(words: Words, read: Read, names: Sequence[str], strings: StringStore) -> tuple[Hashes, Hashes]:
    """IOB and kind of each token; white space within a name belongs to it."""
    marks = np.array([{"O": OUTSIDE, "B": BEGINS, "I": INSIDE}[name[0]] for name in names], dtype=np.uint64)
    kinds = np.array([strings.add(ENTITIES[name[2:]]) if name != "O" else 0 for name in names], dtype=np.uint64)
    iob = over_tokens(words, marks[read.names], OUTSIDE)
    kind = over_tokens(words, kinds[read.names], 0)
    goes_on = words.tokens[1:][marks[read.names][1:] == INSIDE]
    for token in goes_on[iob[goes_on - 1] == OUTSIDE].tolist():
        while iob[token := token - 1] == OUTSIDE:
            iob[token], kind[token] = INSIDE, kind[token + 1]
    return iob, kind


def put(doc: Doc, attributes: int | list[int | str], values: NDArray[Any]) -> None:
    """Sets attributes of all tokens; `values` are [tokens] or [tokens, attributes]."""
    doc.from_array(attributes, cast("Any", values))  # its stub allows 32 bits, hashes have 64


def write(words: Words, read: Read, labels: dict[str, list[str]], lemmas: Lemmas) -> None:
    """Sets tags, lemmas, trees (and with them sentences) and names of the Doc."""
    doc, strings = words.doc, words.doc.vocab.strings
    if not len(doc):
        return
    label = lambda names, values: hashes(names, strings)[values]  # noqa: E731
    space = lambda name: strings.add(name)  # noqa: E731
    put(doc, TAG, over_tokens(words, label(labels["xpos"], read.xpos), space("_SP")))
    put(doc, POS, over_tokens(words, label(labels["upos"], read.upos), space("SPACE")))
    lemma = doc.to_array(ORTH)
    lemma[words.tokens] = lemma_hashes(words, read.xpos, labels["xpos"], lemmas)
    put(doc, LEMMA, lemma)
    relation = over_tokens(words, label(labels["rel"], read.rels), space("dep"))
    put(doc, [HEAD, DEP], np.stack([heads(words, read).astype(np.uint64), relation], 1))
    put(doc, [ENT_IOB, ENT_TYPE], np.stack(entity_marks(words, read, labels["names"], strings), 1))
