"""An article's graph as JSON: entities and facts with their spans, as annotated gold graphs have them.

Facts hold their roles at the top; what is known besides (confidence, rule, version, exact characters …) is under
`note`, so that a reader of the roles need not know it.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from itertools import groupby
from pathlib import Path
from typing import TypeAlias

from graph.article import (
    Article,
    ArticleGraph,
    Belonging,
    Entity,
    Event,
    Evidence,
    Figure,
    Office,
    Proposal,
    Sentence,
    Stance,
    Statement,
)
from loaders.load import Save
from loaders.sources import Source

Json: TypeAlias = dict[str, object]
Spans: TypeAlias = dict[str, tuple[int, int]]
"""Start and end of each sentence by its id."""


def gold_form(graph: ArticleGraph) -> Json:
    """`graph` as entities and facts, sorted by where the text says them; positions are code points."""
    spans = {sentence.id: (sentence.start, sentence.end) for sentence in graph.sentences}
    names = {proposal.id: proposal.name for proposal in graph.proposals}
    facts = [
        *(_office(office, spans) for office in graph.offices),
        *(_belonging(belonging, spans) for belonging in graph.belongings if belonging.type != "GOVERNS"),
        *(_event(event, spans) for event in graph.events),
        *(_statement(statement, spans) for statement in graph.statements),
        *(_proposal(proposal, spans) for proposal in graph.proposals if proposal.evidence),
        *_stances(graph.stances, names, spans),
        *(_figure(figure, spans) for figure in graph.figures),
    ]
    return {
        "meta": _meta(graph.article),
        "entities": [_entity(entity) for entity in graph.entities],
        "facts": sorted(facts, key=lambda fact: (fact["span"], fact["type"])),
        "governs": [{"government": b.part, "place": b.whole} for b in graph.belongings if b.type == "GOVERNS"],
        "sentences": [_sentence(sentence) for sentence in graph.sentences],
        "notes": list(graph.notes),
    }


def writer(folder: Path) -> Save:
    """Keeps graphs as files of `folder`: NAME.json for NAME.txt, NAME-7.json for line 7 of NAME.jsonl.

    Names that come twice get a number. Raises FileExistsError rather than write over the metadata beside an article.
    """
    folder.mkdir(parents=True, exist_ok=True)
    names: Counter[str] = Counter()

    def write(source: Source, graph: ArticleGraph) -> bool:
        name = _stem(source.name)
        names[name] += 1
        file = folder / f"{name}{f'-again-{names[name]}' if names[name] > 1 else ''}.json"
        if file.exists() and file.resolve() == Path(source.name).with_suffix(".json").resolve():
            raise FileExistsError(f"{file} tells about the article {source.name}. Name another folder for --out.")
        file.write_text(json.dumps(gold_form(graph), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        return True

    return write


def _stem(name: str) -> str:
    path = Path(name)
    line = path.suffix.partition(":")[2]
    return f"{path.stem}-{line}" if line else path.stem


def _meta(article: Article) -> Json:
    return {
        "id": article.id,
        "title": article.title,
        "url": article.url,
        "publisher": article.publisher,
        "published": article.published.isoformat() if article.published else None,
        "language": article.language,
    }


def _sentence(sentence: Sentence) -> Json:
    return {"id": sentence.id, "span": [sentence.start, sentence.end]}


def _entity(entity: Entity) -> Json:
    told = asdict(entity)
    told["type"] = told.pop("label")
    return {key: value for key, value in told.items() if value not in (None, ())}


def _office(office: Office, spans: Spans) -> Json:
    roles = {"holder": office.holder, "title": office.title, "of": office.of}
    return _fact("OFFICE", office.evidence, spans, roles, status=office.status)


def _belonging(belonging: Belonging, spans: Spans) -> Json:
    return _fact(belonging.type, belonging.evidence, spans, {"part": belonging.part, "whole": belonging.whole})


def _event(event: Event, spans: Spans) -> Json:
    roles = {
        "actor": event.actors,
        "recipient": event.recipients,
        "place": event.places,
        "date": event.date,
        "duration": event.duration,
        "topic": event.topic,
        "kind": event.kind,
        "polarity": event.polarity,
        "modality": event.modality,
    }
    return _fact(event.type, event.evidence, spans, roles, id=event.id, discussed=event.discussed)


def _statement(statement: Statement, spans: Spans) -> Json:
    roles = {
        "speaker": statement.speakers,
        "text": statement.text,
        "addressee": statement.addressees,
        "quoted": statement.quoted,
        "polarity": statement.polarity,
    }
    return _fact(
        "STATEMENT", statement.evidence, spans, roles, id=statement.id, about=statement.about, cites=statement.cites
    )


def _proposal(proposal: Proposal, spans: Spans) -> Json:
    roles = {
        "name": proposal.name,
        "proposer": proposal.proposers,
        "party": proposal.parties,
        "mediator": proposal.mediators,
        "term": [term.text for term in sorted(proposal.terms, key=lambda term: term.order)],
        "kind": proposal.kind,
    }
    return _fact(
        "PROPOSAL", proposal.evidence, spans, roles, id=proposal.id, names=proposal.names, revises=proposal.revises
    )


def _stances(stances: Iterable[Stance], names: dict[str, str], spans: Spans) -> Iterable[Json]:
    """One fact for all who take the same stance in the same sentence."""

    def key(stance: Stance) -> tuple[str, str, str]:
        return stance.proposal, stance.stance, stance.evidence[0].sentence

    for (proposal, kind, _), group in groupby(sorted(stances, key=key), key):
        together = list(group)
        roles = {
            "holder": [stance.holder for stance in together],
            "proposal": together[0].name or names.get(proposal, proposal),
            "stance": kind,
        }
        yield _fact("STANCE", together[0].evidence, spans, roles, proposal=proposal)


def _figure(figure: Figure, spans: Spans) -> Json:
    roles = {
        "value": int(figure.value) if figure.value.is_integer() else figure.value,
        "unit": figure.unit,
        "state": figure.state,
        "place": figure.place,
        "source": figure.sources,
        "qualifier": figure.qualifier,
    }
    return _fact("FIGURE", figure.evidence, spans, roles, id=figure.id, date=figure.date, counts=figure.counts)


def _fact(kind: str, evidence: Sequence[Evidence], spans: Spans, roles: Mapping[str, object], **more: object) -> Json:
    first, *others = evidence
    return {
        "type": kind,
        "span": _span(first, spans),
        **({"also": [_span(other, spans) for other in others]} if others else {}),
        **{role: filler for role, filler in roles.items() if filler not in (None, (), [])},
        **({"trigger": first.trigger} if first.trigger else {}),
        "note": _note(evidence, more),
    }


def _span(evidence: Evidence, spans: Spans) -> list[int]:
    """The whole sentence, or more where the evidence reaches beyond it."""
    start, end = spans[evidence.sentence]
    return [min(start, evidence.start), max(end, evidence.end)]


def _note(evidence: Sequence[Evidence], more: Json) -> Json:
    return {
        **{key: value for key, value in more.items() if value not in (None, ())},
        "confidence": evidence[0].confidence,
        "evidence": [asdict(one) for one in evidence],
    }
