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
from loaders.extraction.fillers import placed
from loaders.extraction.findings import findings
from loaders.extraction.heads import Heads
from loaders.extraction.keeping import without_decoration
from loaders.extraction.offices import offices
from loaders.extraction.phrases import described
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
    mentions = placed(tidy([*found.mentions, *unnamed_speakers(doc, found)], article.text), doc, found.anchors)
    mentions += described(doc, found.anchors, mentions)
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
    return without_decoration(graph, doc, mentions)


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
