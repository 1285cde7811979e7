"""Sentences that tell no event: half from Wikipedia, half from sport reports of Wikinews, drawn by a fixed seed.

Sentences of 8 to 35 words whose words include none that can tell a PLOVER event in that kind of text. To attack, beat,
meet, shoot, strike, defend and draw are sport, and such sentences stay in the sport half. Of a sample of 60 sentences
read by eye none told an event.
"""

import json
import random
import re
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from tests.benchmarks.articles import Extract
from tests.benchmarks.records import graph_of
from tests.benchmarks.scoring import Count

HALF, SEED, SPARSE = 250, 7, 40
"""Every 40th line of Wikipedia is enough to draw from."""
FEWEST, MOST = 8, 35
"""Words of a sentence."""
ENCYCLOPEDIA = "wikipedia/enwiki_2018_partial.txt"
NEWS = "wikinews/wikinews_en.jsonl"
SENTENCE = re.compile(r"(?<![A-Z])(?<!\b(?:Mr|Dr|St|vs|no|No|ca))[.!?]\s+(?=[A-Z\"“])")
ANYWHERE = (
    "kill|murder|bomb|explo|terror|arrest|detain|jail|prison|police|protest|riot|sanction|embargo|treat(?:y|ies)|accus|"
    "blam|critici[sz]|condemn|reject|refus|den(?:y|ied)|threat|demand|urge|appeal|petition|withdr|releas|resign|ban(?:ned|s)?\\b|"
    "expel|deport|seiz|confiscat|evacuat|agree|sign(?:ed|s|ing)?\\b|sue|su(?:ed|ing)\\b|lawsuit|court|charg|alleg|apolog|"
    "promis|vow|pledge|donat|grant|fund|aid\\b|assist|propos|plan|deal\\b|talks|negotiat|call(?:ed|s|ing)? (?:for|on)|"
    "offer|invit|cooperat|collaborat|join(?:ed|s|ing)? forces|praise|welcom|endors|back(?:ed|s|ing)\\b|support|allow|"
    "permit|lift|fin(?:e|ed|es)\\b|suspend|cancel|postpone|investigat|inquir|boycott|opposi|oppos|president|minister|government"
)
"""Stems."""
IN_ENCYCLOPEDIA = (
    "attack|assault|invad|invasion|war\\b|wars\\b|wartime|battle|fight|fought|conflict|army|armies|troop|militar|soldier|"
    "forces|navy|naval|weapon|rebel|revolt|revolution|surrender|defeat|conquer|captur|occup|siege|besieg|destr|execut|"
    "assassinat|strike|struck|shot|shoot|meet|met\\b|visit|conference|summit|campaign|elect|vote|parliament|party|king|"
    "queen|emperor|empire|crusade|regiment|command|captain|lieutenant|colonel|general\\b|mission|parole|ally|allies|alli|"
    "state visit|discuss|commission|council|legislat|law\\b|act of|appoint|abolish|independen|coloni|mandate|reform"
)
SPORT = re.compile(
    r"\b(?:goals?|scor(?:e|ed|es|ing)|half-?time|midfield\w*|striker|defender|goalkeeper|innings|wickets?|runs|laps?|"
    r"qualifying|pole position|podium|quarterback|touchdown|rebounds|sets?|match|semi-?finals?|medal|championship|"
    r"league|season|tournament|playoffs?|penalty|inning|batting|race)\b",
    re.IGNORECASE,
)
MARKED_SPORT = 4
"""Different words of sport that make an article a report of sport."""


def sentences(corpora: Path) -> list[str]:
    """500 sentences of the unpacked corpora. Raises FileNotFoundError where the two files are not there."""
    encyclopedia, sport = list(_encyclopedia(corpora / ENCYCLOPEDIA)), list(_sport(corpora / NEWS))
    rng = random.Random(SEED)
    return [*rng.sample(sorted(set(encyclopedia)), HALF), *rng.sample(sorted(set(sport)), HALF)]


def measured(found: Iterable[str], extract: Extract) -> Count:
    """Sentences that an event, a stance or a proposal is made of, and all."""
    graphs = [graph_of(sentence + "\n", extract) for sentence in found]
    return Count(sum(bool(g.events or g.stances or any(p.evidence for p in g.proposals)) for g in graphs), len(graphs))


def _encyclopedia(file: Path) -> Iterator[str]:
    telling = re.compile(rf"\b(?:{ANYWHERE}|{IN_ENCYCLOPEDIA})", re.IGNORECASE)
    with file.open(encoding="utf-8") as lines:
        yield from (s for line in islice(lines, 0, None, SPARSE) for s in split(line) if not telling.search(s))


def _sport(file: Path) -> Iterator[str]:
    telling = re.compile(rf"\b(?:{ANYWHERE})", re.IGNORECASE)
    with file.open(encoding="utf-8") as lines:
        for line in lines:
            paragraphs: list[str] = json.loads(line)["paragraphs"]
            if len({word.lower() for word in SPORT.findall(" ".join(paragraphs))}) >= MARKED_SPORT:
                for paragraph in paragraphs:
                    yield from (s for s in split(paragraph) if SPORT.search(s) and not telling.search(s))


def split(paragraph: str) -> Iterator[str]:
    """Its whole sentences of a usual length, without speech."""
    for sentence in SENTENCE.split(paragraph.strip()):
        whole = sentence.strip() if sentence.strip()[-1:] in ".!?" else sentence.strip() + "."
        usual = FEWEST <= len(whole.split()) <= MOST
        if usual and whole[0].isupper() and not re.search(r"[\"“”:;\[\]()|]", whole):
            yield whole
