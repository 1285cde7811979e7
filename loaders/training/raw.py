"""Treebank documents as raw text, with the characters that each word takes."""

from dataclasses import dataclass, field
from pathlib import Path

from loaders.training.corpora import blocks

Span = tuple[int, int]


@dataclass(slots=True)
class Document:
    """`spans` are characters of `text`; `heads` are word indexes of the document, a root's is its own."""

    text: str = ""
    words: list[str] = field(default_factory=list[str])
    spans: list[Span] = field(default_factory=list[Span])
    starts: list[bool] = field(default_factory=list[bool])
    upos: list[str] = field(default_factory=list[str])
    xpos: list[str] = field(default_factory=list[str])
    lemmas: list[str] = field(default_factory=list[str])
    heads: list[int] = field(default_factory=list[int])
    rels: list[str] = field(default_factory=list[str])

    def add(self, rows: list[list[str]], text: str | None, new_paragraph: bool) -> None:
        """One sentence. Words of a multiword token share its characters one after the other."""
        if self.text:
            self.text += "\n\n" if new_paragraph else " "
        place, offset = len(self.text), len(self.words)
        self.text += text or " ".join(row[1] for row in rows)
        for i, (_, word, lemma, upos, xpos, _, head, rel, *_) in enumerate(rows):
            start = self.text.find(word, place)
            start = place if start < 0 or start > place + 2 else start  # spelt otherwise in the text
            place = start + len(word)
            self.words.append(word)
            self.spans.append((start, place))
            self.starts.append(i == 0)
            self.upos.append(upos)
            self.xpos.append(xpos)
            self.lemmas.append(lemma)
            self.heads.append(offset + (int(head) - 1 if head != "0" else i))
            self.rels.append(rel)


def documents(path: Path, wanted: str = "") -> list[Document]:
    """Documents whose name contains `wanted`."""
    found: list[Document] = []
    keep = not wanted
    for block in blocks(path):
        notes = [line for line in block if line.startswith("#")]
        if names := [note.split("= ", 1)[1] for note in notes if note.startswith("# newdoc")]:
            keep = wanted in names[0]
        rows = [line.split("\t") for line in block if not line.startswith("#")]
        rows = [row for row in rows if row[0].isdigit()]
        if not keep or not rows or all(row[1] == "_" for row in rows):
            continue
        if names or not found:
            found.append(Document())
        text = next((note.split("= ", 1)[1] for note in notes if note.startswith("# text =")), None)
        found[-1].add(rows, text, any(note.startswith("# newpar") for note in notes))
    return found
