"""Scores of a spaCy pipeline against documents with gold trees and sentences with gold names."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Doc

from loaders.training.corpora import KINDS, Named
from loaders.training.raw import Document, Span

KIND = {"PERSON": "PER", "LOC": "LOC", "ORG": "ORG", "MISC": "MISC", "GPE": "LOC", "NORP": "MISC"}
"""Kinds of names by their labels in spaCy pipelines."""
WITHOUT_MISC = tuple(kind for kind in KINDS if kind != "MISC")
Name = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Gold:
    """A name: words start..end, the kinds that are right for it; may it be left out?"""

    start: int
    end: int
    kinds: frozenset[str]
    optional: bool


@dataclass(slots=True)
class Tally:
    """Right ones, found ones and gold ones, by what is counted."""

    right: Counter[str] = field(default_factory=Counter[str])
    found: Counter[str] = field(default_factory=Counter[str])
    gold: Counter[str] = field(default_factory=Counter[str])
    confused: Counter[str] = field(default_factory=Counter[str])
    """Names found with the right words: "gold > found" kind; and words of errors in finding."""

    def scores(self, *names: str) -> tuple[float, float, float]:
        """Precision, recall and F1 in per cent over the counts of `names`."""
        right, found, gold = (sum(c[name] for name in names) for c in (self.right, self.found, self.gold))
        return (100 * right / max(1, found), 100 * right / max(1, gold), 200 * right / max(1, found + gold))

    def f1(self, *names: str) -> float:
        return self.scores(*names)[2]


def document_facts(document: Document) -> dict[str, set[tuple[object, ...]]]:
    """What is compared: each fact holds the characters of its word, heads the characters of theirs."""
    head = lambda i: None if document.heads[i] == i else document.spans[document.heads[i]]  # noqa: E731
    rows = list(enumerate(document.spans))
    return {
        "words": {(span,) for _, span in rows},
        "sentences": {(span[0],) for i, span in rows if document.starts[i]},
        "UPOS": {(span, document.upos[i]) for i, span in rows},
        "XPOS": {(span, document.xpos[i]) for i, span in rows},
        "lemmas": {(span, document.lemmas[i]) for i, span in rows},
        "UAS": {(span, head(i)) for i, span in rows},
        "LAS": {(span, head(i), document.rels[i]) for i, span in rows},
    }


def as_document(doc: Doc, spans: list[Span] | None = None) -> Document:
    """A parsed Doc in the same form; `spans` where its text is not the document's."""
    tokens = [token for token in doc if not token.is_space]
    number = {token.i: i for i, token in enumerate(tokens)}
    first = {next((t.i for t in sent if not t.is_space), -1) for sent in doc.sents}
    return Document(
        words=[token.text for token in tokens],
        spans=spans or [(token.idx, token.idx + len(token)) for token in tokens],
        starts=[token.i in first for token in tokens],
        upos=[token.pos_ for token in tokens],
        xpos=[token.tag_ for token in tokens],
        lemmas=[token.lemma_ for token in tokens],
        heads=[number[token.head.i] for token in tokens],
        rels=[token.dep_ for token in tokens],
    )


def trees(pairs: Iterable[tuple[Document, Document]]) -> Tally:
    """Gold and found documents compared."""
    tally = Tally()
    for gold, found in pairs:
        theirs, ours = document_facts(gold), document_facts(found)
        for name, facts in theirs.items():
            tally.right[name] += len(facts & ours[name])
            tally.found[name] += len(ours[name])
            tally.gold[name] += len(facts)
    return tally


def from_text(nlp: Language, documents: list[Document]) -> Tally:
    docs = nlp.pipe(document.text for document in documents)
    return trees((document, as_document(doc)) for document, doc in zip(documents, docs, strict=True))


def from_words(nlp: Language, documents: list[Document]) -> Tally:
    """With gold words, but our own sentences."""
    docs = nlp.pipe(Doc(nlp.vocab, words=document.words) for document in documents)
    return trees((document, as_document(doc, document.spans)) for document, doc in zip(documents, docs, strict=True))


def from_sentences(nlp: Language, documents: list[Document]) -> Tally:
    """With gold words and sentences, each sentence read alone."""
    return from_words(nlp, [sentence for document in documents for sentence in sentences(document)])


def sentences(document: Document) -> Iterator[Document]:
    bounds = [i for i, start in enumerate(document.starts) if start] + [len(document.words)]
    for a, b in pairwise(bounds):
        lists = {
            name: getattr(document, name)[a:b]
            for name in ("words", "spans", "starts", "upos", "xpos", "lemmas", "rels")
        }
        yield Document(**lists, heads=[head - a for head in document.heads[a:b]])


def gold_names(sentence: Named) -> list[Gold]:
    found: list[Gold] = []
    for i, tags in enumerate(sentence.options):
        kinds = frozenset(tag[2:] for tag in tags if tag[0] == "B")
        if not kinds or any(tag[0] == "I" for tag in tags):
            continue
        end = i + 1
        while (
            end < len(sentence.words)
            and any(tag[0] == "I" for tag in sentence.options[end])
            and not any(tag[0] == "B" for tag in sentence.options[end])
        ):
            end += 1
        found.append(Gold(i, end, kinds, "O" in tags))
    return found


def names(nlp: Language, corpus: list[Named], kinds: tuple[str, ...] = KINDS) -> Tally:
    """Strict: words and kind have to be right. "found" counts the words alone; optional names count nowhere."""
    tally = Tally()
    docs = nlp.pipe(Doc(nlp.vocab, words=[word or "_" for word in sentence.words]) for sentence in corpus)
    for sentence, doc in zip(corpus, docs, strict=True):
        gold = {(g.start, g.end): g for g in gold_names(sentence)}
        ours = [(e.start, e.end, KIND.get(e.label_, "")) for e in doc.ents]
        count_names(tally, sentence.words, gold, [name for name in ours if name[2] in kinds])
    return tally


def count_names(tally: Tally, words: list[str], gold: dict[Span, Gold], ours: list[Name]) -> None:
    show = lambda a, b: " ".join(words[a:b])  # noqa: E731
    missed = {span for span, name in gold.items() if not name.optional}
    for start, end, kind in ours:
        name = gold.get((start, end))
        if name and name.optional:
            continue
        tally.found[kind] += 1
        tally.found["finding"] += 1
        if not name:
            tally.confused[f"- > {kind} {show(start, end)}"] += 1
            continue
        missed.discard((start, end))
        theirs = kind if kind in name.kinds else min(name.kinds)
        tally.gold[theirs] += 1
        tally.right["finding"] += 1
        tally.gold["finding"] += 1
        tally.right[kind] += kind in name.kinds
        tally.confused[f"{theirs} > {kind}"] += 1
    for start, end in missed:
        theirs = min(gold[start, end].kinds)
        tally.gold[theirs] += 1
        tally.gold["finding"] += 1
        tally.confused[f"{theirs} > - {show(start, end)}"] += 1
