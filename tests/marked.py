"""Articles with their names marked, so that rules over them can be tested without the model.

"[H Ruto], [T president] of [G Kenya]": G, O, P and H are governments, organisations, places and humans, T the title of
an office (an anchor; `holders` are the marked humans that it points at).
"""

import re

import spacy

from graph.article import Article
from loaders.entities import entities
from loaders.extraction.context import Context
from loaders.extraction.extract import sentences_of
from loaders.extraction.findings import Anchor, Findings, Pointed
from loaders.mentions import TypedSpan

MARK = re.compile(r"\[([GOPHT]) ([^\]]+)\]")
LABELS = {"G": "Government", "O": "Organization", "P": "Place", "H": "Person"}


def context_of(marked: str) -> Context:
    """The article without its marks; each title points at the human next to it."""
    kinds = [kind for kind, _ in MARK.findall(marked)]
    spans: list[TypedSpan] = []
    titles: list[tuple[int, int]] = []
    text = ""
    for at, piece in enumerate(MARK.split(marked)):
        kind = kinds[at // 3] if at % 3 == 2 else None
        if kind == "T":
            titles.append((len(text), len(text) + len(piece)))
        elif kind is not None:
            spans.append(TypedSpan(len(text), len(text) + len(piece), LABELS[kind]))  # pyright: ignore[reportArgumentType]
        text += piece if at % 3 != 1 else ""
    article = Article("article:1", text)
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    doc = nlp(text)
    sentences = sentences_of(article, doc)
    humans = [span for span in spans if span.label == "Person"]
    found = Findings(anchors=[_office(Context(article, doc, sentences, Findings(), ()), *t, humans) for t in titles])
    return Context(article, doc, sentences, found, entities(text, sentences, spans, article.id))


def _office(context: Context, start: int, end: int, humans: list[TypedSpan]) -> Anchor:
    title = context.span(start, end)
    nearest = min(humans, key=lambda human: abs(human.start - start))
    holder = context.span(nearest.start, nearest.end)[-1]
    spans = dict.fromkeys(("text", "topic", "unit", "name"), (title.start, title.start + 1, 0.0))
    return Anchor(
        token=title.end - 1,
        kind="OFFICE",
        score=0.9,
        modality="asserted",
        state="none",
        roles={"holder": (Pointed(holder.i, 0.9),)},
        spans=spans | {"title": (title.start, title.end, 0.9)},
    )
