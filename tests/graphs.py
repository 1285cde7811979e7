"""Articles' graphs as values, built by hand: three on the grain deal of 2022 and 2023, which share people and plans."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import product
from random import Random
from typing import Any, Literal

from graph import identity
from graph.article import (
    Article,
    ArticleGraph,
    Belonging,
    Entity,
    EntityLabel,
    Event,
    Evidence,
    Figure,
    Mention,
    Office,
    Proposal,
    Sentence,
    Stance,
    Statement,
    Term,
)


@dataclass
class Draft:
    """Finds spans in the sentences of an article, so that no position is counted by hand."""

    lines: Sequence[str]
    title: str
    published: datetime
    publisher: str = "The Harbour Post"
    entities: dict[str, Entity] = field(default_factory=dict[str, Entity])

    @property
    def text(self) -> str:
        return " ".join(self.lines)

    @property
    def id(self) -> str:
        return identity.article_id(self.text)

    def start(self, line: int) -> int:
        return sum(len(text) + 1 for text in self.lines[:line])

    def sentence(self, line: int) -> str:
        return identity.sentence_id(self.id, line)

    def sentences(self) -> tuple[Sentence, ...]:
        return tuple(
            Sentence(self.sentence(i), i, self.start(i), self.start(i) + len(text), text)
            for i, text in enumerate(self.lines)
        )

    def mentions(self, words: Iterable[str]) -> tuple[Mention, ...]:
        """The first place of each word in each sentence."""
        return tuple(
            Mention(
                self.start(i) + text.index(word), self.start(i) + text.index(word) + len(word), word, self.sentence(i)
            )
            for (i, text), word in product(enumerate(self.lines), words)
            if word in text
        )

    def evidence(self, line: int, trigger: str, confidence: float = 0.9, rule: str = "by hand") -> tuple[Evidence, ...]:
        start = self.start(line)
        return (Evidence(self.sentence(line), start, start + len(self.lines[line]), rule, "1", confidence, trigger),)

    def entity(self, label: EntityLabel, key: str, name: str, *names: str, **more: Any) -> str:
        """Adds the entity and returns its id."""
        mentions = self.mentions(dict.fromkeys([name, *names]))
        self.entities[key] = Entity(key, label, name, tuple(sorted(names)), mentions=mentions, **more)
        return key

    def local(self, kind: str, *parts: object) -> str:
        return identity.local_id(kind, self.id, *parts)

    def graph(self, **parts: Any) -> ArticleGraph:
        article = Article(self.id, self.text, self.title, None, self.publisher, self.published)
        return ArticleGraph(article, self.sentences(), tuple(self.entities.values()), **parts)


GRAIN_DEAL = "proposal:black-sea-grain-initiative"


def common(draft: Draft) -> dict[str, str]:
    """Entities that all three name."""
    country = {"kind": "country"}
    return {
        "russia": draft.entity(
            "Government", identity.government_id("RU"), "Russia", "Moscow", country="RU", kind="state"
        ),
        "ukraine": draft.entity(
            "Government", identity.government_id("UA"), "Ukraine", "Kyiv", country="UA", kind="state"
        ),
        "turkey": draft.entity(
            "Government", identity.government_id("TR"), "Turkey", "Ankara", country="TR", kind="state"
        ),
        "guterres": draft.entity("Person", identity.person_id("António Guterres"), "António Guterres", "Guterres"),
        "un": draft.entity(
            "Organization",
            identity.organization_id("United Nations"),
            "United Nations",
            "UN",
            kind="international body",
        ),
        "country": draft.entity(
            "Place", identity.place_id("Turkey", "TR", 298795), "Turkey", country="TR", geonames=298795, **country
        ),
    }


def signing() -> ArticleGraph:
    """July 2022: the deal is signed in Istanbul. Has every label and every type of relationship but REVISES."""
    draft = Draft(
        (
            "Russia and Ukraine signed a deal in Istanbul on Friday that reopens three ports on the Black Sea.",
            "United Nations Secretary-General António Guterres and Turkish President Recep Tayyip Erdogan, "
            "who mediated, watched the ceremony.",
            'Guterres called the deal "a beacon of hope" and told Moscow and Kyiv to honour it.',
            "Inspectors will check ships in Turkey, and after 120 days the sides may extend the deal.",
            "The UN says that 20 million tonnes of grain are stuck in Odesa and two other ports.",
            "A senior Ukrainian official doubted that Russia would keep its word.",
            "Guterres and Erdogan had met for three hours in Istanbul to discuss the deal.",
        ),
        "Grain deal signed in Istanbul",
        datetime(2022, 7, 22, 15, 30, tzinfo=UTC),
    )
    who = common(draft)
    erdogan = draft.entity("Person", identity.person_id("Recep Tayyip Erdogan"), "Recep Tayyip Erdogan", "Erdogan")
    istanbul = draft.entity(
        "Place", identity.place_id("Istanbul", "TR", 745044), "Istanbul",
        country="TR", geonames=745044, kind="city", latitude=41.01384, longitude=28.94966,
    )  # fmt: skip
    odesa = draft.entity(
        "Place", identity.place_id("Odesa", "UA", 698740), "Odesa", country="UA", geonames=698740, kind="city"
    )
    official = draft.entity("Person", draft.local("person", "official"), "A senior Ukrainian official", named=False)
    figure = Figure(
        draft.local("figure", 4, 20000000), 20000000.0, "tonnes of grain", draft.evidence(4, "stuck"),
        state="stuck", place=odesa, sources=(who["un"],), counts=(who["ukraine"],),
    )  # fmt: skip
    meeting = Event(
        draft.local("event", 6, "CONSULT"), "CONSULT", "met", draft.evidence(6, "met"),
        actors=(who["guterres"], erdogan), places=(istanbul,), date="2022-07", duration="PT3H",
        topic="the deal", kind="meeting", discussed=(GRAIN_DEAL,),
    )  # fmt: skip
    signed = Event(
        draft.local("event", 0, "AGREE"), "AGREE", "signed", draft.evidence(0, "signed"),
        actors=(who["russia"], who["ukraine"]), recipients=(who["un"],), places=(istanbul,), date="2022-07-22",
    )  # fmt: skip
    hope = Statement(
        draft.local("statement", 2), "a beacon of hope", True, draft.evidence(2, "called"),
        speakers=(who["guterres"],), addressees=(who["russia"], who["ukraine"]),
        about=(GRAIN_DEAL, signed.id, who["ukraine"]), cites=(figure.id,),
    )  # fmt: skip
    doubt = Statement(
        draft.local("statement", 5), "doubted that Russia would keep its word", False,
        draft.evidence(5, "doubted", 0.7), speakers=(official,), about=(who["russia"],),
    )  # fmt: skip
    deal = Proposal(
        GRAIN_DEAL, "the deal", draft.evidence(0, "deal"), ("Black Sea Grain Initiative",), "agreement",
        proposers=(who["un"],), parties=(who["russia"], who["ukraine"]), mediators=(who["turkey"], who["guterres"]),
        terms=(
            Term(draft.local("term", "inspect"), "Inspectors will check ships in Turkey", 1, "inspection"),
            Term(draft.local("term", "extend"), "after 120 days the sides may extend the deal", 2, None, "P120D"),
        ),
        mentions=draft.mentions(["deal"]),
    )  # fmt: skip
    return draft.graph(
        offices=(
            Office(who["guterres"], "Secretary-General", who["un"], draft.evidence(1, "Secretary-General")),
            Office(erdogan, "President", who["turkey"], draft.evidence(1, "President")),
            Office(official, "official", who["ukraine"], draft.evidence(5, "official")),
        ),
        belongings=(
            Belonging("WITHIN", istanbul, who["country"], draft.evidence(0, "in", 0.99, "gazetteer")),
            Belonging("GOVERNS", who["turkey"], who["country"], ()),
            Belonging("PART_OF", who["ukraine"], who["un"], draft.evidence(1, "of", 0.4)),
        ),
        events=(meeting, signed),
        proposals=(deal,),
        stances=(
            Stance(who["guterres"], GRAIN_DEAL, "supports", draft.evidence(2, "called")),
            Stance(official, GRAIN_DEAL, "doubts", draft.evidence(5, "doubted")),
        ),
        figures=(figure,),
        statements=(hope, doubt),
        notes=("nothing was passed over",),
    )


def leaving() -> ArticleGraph:
    """July 2023: Russia leaves the deal."""
    draft = Draft(
        (
            "Russia said on Monday that it was leaving the Black Sea Grain Initiative.",
            "Kremlin spokesman Dmitry Peskov said the deal had been halted, and that Moscow would return "
            "once its own exports were allowed.",
            "The UN put the grain shipped at 32.9 million tonnes; Kyiv spoke of 33 million tonnes.",
            "António Guterres, the Secretary-General, said he was deeply disappointed.",
            "Ankara denied that President Recep Tayyip Erdogan had met Vladimir Putin.",
        ),
        "Russia leaves grain deal",
        datetime(2023, 7, 17, 12, 0, tzinfo=UTC),
    )
    who = common(draft)
    erdogan = draft.entity("Person", identity.person_id("Recep Tayyip Erdogan"), "Recep Tayyip Erdogan")
    putin = draft.entity("Person", identity.person_id("Vladimir Putin"), "Vladimir Putin")
    peskov = draft.entity("Person", identity.person_id("Dmitry Peskov"), "Dmitry Peskov", "Peskov")
    kremlin = draft.entity(
        "Government", identity.government_id("RU", "Kremlin"), "Kremlin", country="RU", kind="office"
    )
    shipped = {
        value: Figure(
            draft.local("figure", 2, value), value, "tonnes of grain", draft.evidence(2, "put", 0.7),
            state="shipped", sources=(source,), date="2023",
        )
        for value, source in ((32900000.0, who["un"]), (33000000.0, who["ukraine"]))
    }  # fmt: skip
    left = Event(
        draft.local("event", 0, "REJECT"), "REJECT", "leaving", draft.evidence(0, "leaving"),
        actors=(who["russia"],), date="2023-07-17",
    )  # fmt: skip
    denied = Event(
        draft.local("event", 4, "CONSULT"), "CONSULT", "met", draft.evidence(4, "met", 0.8),
        actors=(erdogan, putin), polarity="negative", modality="denied", kind="meeting",
    )  # fmt: skip
    halted = Statement(
        draft.local("statement", 1), "the deal had been halted", False, draft.evidence(1, "said"),
        speakers=(peskov,), about=(GRAIN_DEAL, left.id),
    )  # fmt: skip
    denial = Statement(
        draft.local("statement", 4), "Erdogan had met Putin", False, draft.evidence(4, "denied"),
        speakers=(who["turkey"],), about=(denied.id, putin), polarity="negative",
    )  # fmt: skip
    deal = Proposal(
        GRAIN_DEAL, "Black Sea Grain Initiative", draft.evidence(0, "Initiative"), ("the deal",), "agreement",
        parties=(who["russia"],), mentions=draft.mentions(["Black Sea Grain Initiative", "the deal"]),
    )  # fmt: skip
    return draft.graph(
        offices=(
            Office(who["guterres"], "Secretary-General", who["un"], draft.evidence(3, "Secretary-General", 0.8)),
            Office(peskov, "spokesman", kremlin, draft.evidence(1, "spokesman")),
            Office(erdogan, "President", who["turkey"], draft.evidence(4, "President")),
        ),
        belongings=(
            Belonging("PART_OF", kremlin, who["russia"], draft.evidence(1, "Kremlin", 0.95, "gazetteer")),
            Belonging("GOVERNS", who["turkey"], who["country"], ()),
        ),
        events=(left, denied),
        proposals=(deal,),
        stances=(Stance(who["russia"], GRAIN_DEAL, "rejects", draft.evidence(0, "leaving")),),
        figures=tuple(shipped.values()),
        statements=(halted, denial),
    )


def reviving() -> ArticleGraph:
    """September 2023: talks on a revised deal."""
    draft = Draft(
        (
            "Turkish President Recep Tayyip Erdogan met Vladimir Putin in Sochi to revive the grain deal.",
            "Ankara and the United Nations offered a revised package, Erdogan said.",
            "Ukraine, Turkey and Russia accepted nothing; António Guterres wrote to Moscow.",
            "The two presidents want to meet again in October.",
        ),
        "Erdogan and Putin talk about grain",
        datetime(2023, 9, 4, 9, 0, tzinfo=UTC),
        "Bosporus Daily",
    )
    who = common(draft)
    erdogan = draft.entity("Person", identity.person_id("Recep Tayyip Erdogan"), "Recep Tayyip Erdogan", "Erdogan")
    putin = draft.entity("Person", identity.person_id("Vladimir Putin"), "Vladimir Putin")
    sochi = draft.entity(
        "Place", identity.place_id("Sochi", "RU", 491422), "Sochi", country="RU", geonames=491422, kind="city"
    )
    package = draft.local("proposal", "revised package")
    meeting = Event(
        draft.local("event", 0, "CONSULT"), "CONSULT", "met", draft.evidence(0, "met"),
        actors=(erdogan, putin), places=(sochi,), date="2023-09-04", kind="meeting", discussed=(GRAIN_DEAL,),
    )  # fmt: skip
    planned = Event(
        draft.local("event", 3, "CONSULT"), "CONSULT", "meet", draft.evidence(3, "meet", 0.75),
        actors=(erdogan, putin), date="2023-10", modality="planned", kind="meeting",
    )  # fmt: skip
    said = Statement(
        draft.local("statement", 1), "Ankara and the United Nations offered a revised package", False,
        draft.evidence(1, "said"), speakers=(erdogan,), about=(package,),
    )  # fmt: skip
    return draft.graph(
        offices=(Office(erdogan, "President", who["turkey"], draft.evidence(0, "President")),),
        events=(meeting, planned),
        proposals=(
            Proposal(GRAIN_DEAL, "the grain deal", draft.evidence(0, "deal"), mentions=draft.mentions(["grain deal"])),
            Proposal(
                package, "a revised package", draft.evidence(1, "offered"), kind="package", revises=GRAIN_DEAL,
                proposers=(who["turkey"], who["un"]), mentions=draft.mentions(["a revised package"]),
            ),
        ),
        statements=(said,),
    )  # fmt: skip


def changed(graph: ArticleGraph) -> ArticleGraph:
    """The same article, as another version of the extraction would see it: less of everything, and other names."""
    first, *rest = graph.entities
    return replace(
        graph,
        entities=(replace(first, names=(*first.names, "Another Name")), *rest),
        offices=graph.offices[:1],
        stances=(),
        events=tuple(replace(event, topic="something else") for event in graph.events),
    )


ALL = (signing, leaving, reviving)

NAMES = "Ada Bruno Clara Dmitri Elena Faisal Grace Hugo Irina Jamal Kofi Lena Marco Nadia Omar Petra".split()
TYPES: tuple[Literal["CONSULT", "ACCUSE", "ASSAULT", "AID"], ...] = ("CONSULT", "ACCUSE", "ASSAULT", "AID")


def synthetic(number: int, sentences: int = 20) -> ArticleGraph:
    """An article of about 400 words and 80 facts about a world of 256 persons, 40 governments and 60 places."""
    chance = Random(number)
    people = [f"{chance.choice(NAMES)} {chance.choice(NAMES)}son" for _ in range(8)]
    lines = [
        f"{chance.choice(people)} said on day {i} of story {number} that the talks in town {chance.randrange(60)} "
        f"had brought the two sides closer than all that was tried before."
        for i in range(sentences)
    ]
    draft = Draft(lines, f"Story {number}", datetime(2024, 1 + number % 12, 1 + number % 28, tzinfo=UTC))
    for name in people:
        draft.entity("Person", identity.person_id(name), name)
    states = [f"{chance.choice('ABCD')}{chance.choice('KLMNOPQRST')}" for _ in range(6)]
    governments = [
        draft.entity("Government", identity.government_id(code), f"State {code}", country=code) for code in states
    ]
    places = [draft.entity("Place", f"place:{n}", f"town {n}", geonames=n) for n in chance.sample(range(60), 6)]
    persons = sorted({identity.person_id(name) for name in people})
    plan = f"proposal:plan-{number % 7}"
    events = tuple(
        Event(
            draft.local("event", i), chance.choice(TYPES), "brought", draft.evidence(i, "brought", 0.8),
            actors=tuple(chance.sample(persons, min(2, len(persons)))), recipients=(chance.choice(governments),),
            places=(chance.choice(places),), date=f"2024-{1 + number % 12:02}",
        )
        for i in range(sentences)
    )  # fmt: skip
    statements = tuple(
        Statement(
            draft.local("statement", i), lines[i], False, draft.evidence(i, "said", 0.8),
            speakers=(chance.choice(persons),), about=(events[i].id, chance.choice(governments)),
        )
        for i in range(0, sentences, 2)
    )  # fmt: skip
    offices = {
        (person, government): Office(person, "minister", government, draft.evidence(i, "minister"))
        for i, (person, government) in enumerate(zip(persons, governments, strict=False))
    }
    stances = {
        person: Stance(person, plan, chance.choice(("supports", "rejects")), draft.evidence(0, "plan"))
        for person in persons
    }
    return draft.graph(
        offices=tuple(offices.values()),
        events=events,
        statements=statements,
        proposals=(Proposal(plan, f"plan {number % 7}", draft.evidence(0, "plan"), (f"plan {number % 7}",)),),
        stances=tuple(stances.values()),
    )
