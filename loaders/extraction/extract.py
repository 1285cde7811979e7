"""One article to its graph."""

from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from graph.article import Article, ArticleGraph, Figure, Sentence, Statement
from graph.identity import sentence_id
from loaders.entities import entities
from loaders.extraction.belongings import belongings
from loaders.extraction.context import Context
from loaders.extraction.events import events
from loaders.extraction.figures import figures
from loaders.extraction.findings import findings
from loaders.extraction.heads import Heads
from loaders.extraction.offices import offices
from loaders.extraction.proposals import proposals
from loaders.extraction.spans import tidy
from loaders.extraction.speakers import unnamed_speakers
from loaders.extraction.statements import statements

HEADS = Heads()


def extract(article: Article, nlp: Language) -> ArticleGraph:
    """What the article says, read by a pipeline of `loaders.language.load`."""
    return from_doc(article, nlp(article.text))


def from_doc(article: Article, doc: Doc) -> ArticleGraph:
    """The graph of an article whose text has been read into `doc`."""
    sentences = sentences_of(article, doc)
    found = findings(doc, HEADS)
    mentions = tidy([*found.mentions, *unnamed_speakers(doc, found)], article.text)
    people = entities(article.text, sentences, mentions, article.id) if sentences else ()
    context = Context(article, doc, sentences, found, people)
    plans, stances = proposals(context)
    happened = events(context, plans)
    counted = figures(context, happened)
    said = statements(context, plans, counted)
    graph = ArticleGraph(
        article=article,
        sentences=sentences,
        entities=people,
        offices=offices(context),
        belongings=belongings(context),
        events=happened,
        proposals=plans,
        stances=stances,
        figures=tuple(attributed(figure, said) for figure in counted),
        statements=said,
    )
    busy = used(graph)
    return replace(graph, entities=tuple(e for e in people if e.named or e.id in busy))


def attributed(figure: Figure, said: tuple[Statement, ...]) -> Figure:
    """A figure without a source is given by who makes the statement that cites it."""
    speakers = [speaker for statement in said if figure.id in statement.cites for speaker in statement.speakers]
    return figure if figure.sources or not speakers else replace(figure, sources=tuple(dict.fromkeys(speakers)))


def sentences_of(article: Article, doc: Doc) -> tuple[Sentence, ...]:
    """The sentences of the Doc without white space at their edges."""
    found: list[Sentence] = []
    for sent in doc.sents if len(doc) else ():
        text = sent.text
        start = sent.start_char + len(text) - len(text.lstrip())
        text = text.strip()
        if text:
            found.append(Sentence(sentence_id(article.id, len(found)), len(found), start, start + len(text), text))
    return tuple(found)


def used(graph: ArticleGraph) -> frozenset[str]:
    """Ids of the entities that take part in a fact."""
    roles = [
        *(x for o in graph.offices for x in (o.holder, o.of or o.holder)),
        *(x for b in graph.belongings for x in (b.part, b.whole)),
        *(x for e in graph.events for x in (*e.actors, *e.recipients, *e.places)),
        *(x for p in graph.proposals for x in (*p.proposers, *p.parties, *p.mediators)),
        *(s.holder for s in graph.stances),
        *(x for f in graph.figures for x in (*f.sources, *([f.place] if f.place else []))),
        *(x for s in graph.statements for x in (*s.speakers, *s.addressees, *s.about)),
    ]
    return frozenset(roles)
