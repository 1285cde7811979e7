"""What the assembly of facts looks things up in: the article, its Doc, its entities and times."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc, Span, Token

from graph.article import Article, Entity, Evidence, Sentence
from loaders.dates import TimeSpan, dates
from loaders.durations import DurationSpan, durations
from loaders.extraction.findings import Anchor, Findings
from loaders.extraction.thresholds import ROLE
from loaders.numbers import NumberSpan, numbers

VERSION = "2026.11.27"
"""Of the rules and the model: part of each piece of evidence."""

LEAST_SPAN = 0.05
"""From this probability on a span of words belongs to a fact."""
ALONGSIDE = 0.55
"""A second filler of a role counts from this part of the best one's probability on."""
SIDE_BY_SIDE = frozenset({"STATEMENT", "OFFICE", "FIGURE"})
"""Facts whose fillers of one role stand beside each other in the text."""
FORCES = frozenset(
    "troop soldier force tank plane warplane aircraft jet helicopter warship ship artillery missile drone bulldozer "
    "commando trooper peacekeeper diplomat negotiator".split()
)
FAR = 15
"""Tokens between two of them at most."""


@dataclass(frozen=True)
class Context:
    article: Article
    doc: Doc
    sentences: tuple[Sentence, ...]
    findings: Findings
    entities: tuple[Entity, ...]

    @cached_property
    def by_id(self) -> dict[str, Entity]:
        return {entity.id: entity for entity in self.entities}

    def state(self, country: str | None) -> Entity | None:
        """The state of a country (ISO 3166-1 alpha-2), if the article speaks of it as one."""
        return self.by_id.get(f"government:{country.lower()}") if country else None

    @cached_property
    def own_state(self) -> str | None:
        """The state that an article is at home in: half of all mentions of states, and at least two, are its own."""
        states = {
            e.id: len(e.mentions)
            for e in self.entities
            if e.label == "Government" and e.country and self.state(e.country) is e
        }
        most = max(states, key=states.__getitem__, default=None)
        return most if most and states[most] >= 2 and states[most] * 2 >= sum(states.values()) else None

    @cached_property
    def _by_span(self) -> dict[tuple[int, int], str]:
        return {(m.start, m.end): entity.id for entity in self.entities for m in entity.mentions}

    @cached_property
    def _at_end(self) -> dict[int, str]:
        """Entity by the last character of its mention; of nested mentions the longest."""
        ordered = sorted(self._by_span.items(), key=lambda item: item[0][1] - item[0][0])
        return {end: entity for (_, end), entity in ordered}

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def entity_at(self, token: int) -> str | None:
        """The entity whose mention ends at the token."""
        last = self.doc[token]
        return self._at_end.get(last.idx + len(last)) or self.entity_within(last)

    @cached_property
    def _token_starts(self) -> list[int]:
        return [token.idx for token in self.doc]

    def span(self, start: int, end: int) -> Span:
        """The tokens that the characters start..end touch."""
        first = max(0, bisect_right(self._token_starts, start) - 1)
        return self.doc[first : bisect_left(self._token_starts, end)]

    def entity_within(self, token: Token) -> str | None:
        """The entity of the mention that the token is part of, the longest first."""
        inside = [(start - end, entity) for (start, end), entity in self._by_span.items() if start <= token.idx < end]
        return min(inside)[1] if inside else None

    def entities_in(self, start: int, end: int) -> tuple[str, ...]:
        """Ids of the entities named between two characters, in order."""
        inside = sorted((span, entity) for span, entity in self._by_span.items() if start <= span[0] and span[1] <= end)
        return tuple(dict.fromkeys(entity for _, entity in inside))

    def commander(self, token: Token) -> str | None:
        """The state whose troops or arms a noun means: "Israeli soldiers", "Russia's tanks"."""
        if token.lemma_.lower() not in FORCES:
            return None
        owners = (child for child in token.children if child.dep_ in {"amod", "compound", "nmod:poss"})
        found = (self.entity_within(owner) for owner in owners)
        return next((e for e in found if e is not None and self.by_id[e].label == "Government"), None)

    def sentence_at(self, char: int) -> Sentence:
        return self.sentences[max(0, bisect_right(self._starts, char) - 1)]

    def role(self, anchor: Anchor, label: str, least: float | None = None) -> tuple[str, ...]:
        """Entities that an anchor points at, most probable first."""
        pointed = anchor.roles.get(label, ())
        if not pointed:
            return ()
        least = max(ROLE[label] if least is None else least, ALONGSIDE * pointed[0].score)
        best = pointed[0].token
        likely = [p.token for p in pointed if p.score >= least]
        if label == "place" or self._same_sentence(anchor.token, best):
            likely = [token for token in likely if self._same_sentence(anchor.token, token)]
        if anchor.kind in SIDE_BY_SIDE:
            likely = [token for token in likely if self._coordinated(best, token)]
        found = (self.entity_at(token) or self.commander(self.doc[token]) for token in likely)
        return tuple(dict.fromkeys(entity for entity in found if entity is not None))

    def _same_sentence(self, a: int, b: int) -> bool:
        return self.sentence_at(self.doc[a].idx) is self.sentence_at(self.doc[b].idx)

    def _coordinated(self, a: int, b: int) -> bool:
        """No verb and no end of a sentence between two words: "the ministry and the army", "X, Y and Z"."""
        between = self.doc[min(a, b) + 1 : max(a, b)]
        return len(between) <= FAR and not any(t.pos_ in {"VERB", "AUX"} or t.is_sent_start for t in between)

    @cached_property
    def times(self) -> list[TimeSpan]:
        published = self.article.published
        return dates(self.article.text, published.date() if published else None)

    @cached_property
    def durations(self) -> list[DurationSpan]:
        return durations(self.article.text)

    @cached_property
    def numbers(self) -> list[NumberSpan]:
        return numbers(self.article.text, self.doc)

    def date(self, anchor: Anchor) -> str | None:
        return self._pointed(anchor, "time", self.times)

    def duration(self, anchor: Anchor) -> str | None:
        return self._pointed(anchor, "duration", self.durations) or self._governed_duration(anchor)

    def _governed_duration(self, anchor: Anchor) -> str | None:
        """ "Met for three hours", "a three-hour meeting": the time hangs on the anchor in the tree."""
        for span in self.durations:
            root = self.span(span.start, span.end).root
            if root.head.i == anchor.token and root.i != anchor.token:
                return span.iso
        return None

    def _pointed(self, anchor: Anchor, label: str, spans: list[TimeSpan] | list[DurationSpan]) -> str | None:
        for pointed in anchor.roles.get(label, ()):
            if pointed.score >= ROLE[label]:
                char = self.doc[pointed.token].idx
                for span in spans:
                    if span.start <= char < span.end:
                        return span.iso
        return None

    def text(self, start: int, end: int) -> str:
        """The text of tokens start..end, as far as the sentence goes."""
        sentence = self.sentence_at(self.doc[start].idx)
        while end - 1 > start and self.doc[end - 1].idx >= sentence.end:
            end -= 1
        last = self.doc[end - 1]
        return self.article.text[self.doc[start].idx : last.idx + len(last)]

    def token(self, anchor: Anchor) -> Token:
        return self.doc[anchor.token]

    def evidence(self, anchor: Anchor, confidence: float, *spans: str) -> tuple[Evidence, ...]:
        """The characters from the first to the last of the anchor and its `spans`, as far as its sentence goes."""
        token = self.doc[anchor.token]
        sentence = self.sentence_at(token.idx)
        start, end = token.idx, token.idx + len(token)
        for first, last, score in (anchor.spans[label] for label in spans):
            begins, ends = self.doc[first].idx, self.doc[last - 1].idx + len(self.doc[last - 1])
            if score >= LEAST_SPAN and begins < sentence.end and ends > sentence.start:
                start, end = min(start, max(begins, sentence.start)), max(end, min(ends, sentence.end))
        rule = "facts:" + anchor.kind.split(":")[0].lower()
        return (Evidence(sentence.id, start, end, rule, VERSION, round(confidence, 3), token.text),)
