"""Learns the table of loaders.language.lemmas from treebanks, and measures it on their test parts.

    python -m loaders.training.lemmas --corpora FOLDER

A word's lemma is what its annotators say most often. An ending's rule is what most of the distinct words with it do; an
ending is kept where it does something else than the next shorter one. Words that the rules get wrong go into the table.
"""

import argparse
import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from loaders.language.lemmas import LONGEST_ENDING, TABLE, Lemmas, ending, plain
from loaders.training.corpora import blocks

SILVER = 0.1
"""Weight of a word with a lemma by machine against one by hand."""
LEAST = 0.3
"""Weight of a word's lemma to enter the table: once by hand, or three times by machine."""
FEWEST = 2
"""Distinct words that an ending's rule needs."""
GOLD = ("ewt/en_ewt-ud-{}.conllu", "gum_open/gum_open-{}.conllu")

Edit = tuple[int, str]
Known = dict[str, dict[str, str]]


def lemmas(path: Path) -> Iterator[tuple[str, str, str]]:
    """(word, tag, lemma) of each word. Placeholders of the annotators are left out."""
    for block in blocks(path):
        rows = [line.split("\t") for line in block if not line.startswith("#")]
        for row in rows:
            if row[0].isdigit() and row[2] not in ("@card@", "@ord@", "_", "<unknown>") and row[1] != "_":
                yield row[1], row[4], row[2]


def counted(folder: Path) -> dict[str, dict[str, Counter[str]]]:
    """tag -> word -> weights of its lemmas."""
    counts: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    sources = [(folder / name.format("train"), 1.0) for name in GOLD]
    sources += [(path, SILVER) for path in sorted(folder.glob("amalgum/dep/amalgum_news_*.conllu"))]
    for path, weight in sources:
        for word, tag, lemma in lemmas(path):
            counts[tag][plain(word, tag)][lemma] += weight
    return counts


def most_frequent(counts: dict[str, dict[str, Counter[str]]]) -> Known:
    tops = {tag: {word: lemma.most_common(1)[0] for word, lemma in words.items()} for tag, words in counts.items()}
    return {tag: {word: top for word, (top, n) in words.items() if n >= LEAST - 1e-6} for tag, words in tops.items()}


def edit(word: str, lemma: str) -> Edit:
    """(characters to cut from the end, what to add)."""
    same = 0
    while same < min(len(word), len(lemma)) and word[same] == lemma[same]:
        same += 1
    return len(word) - same, lemma[same:]


def endings(words: dict[str, str]) -> dict[str, Edit]:
    votes: dict[str, Counter[Edit]] = defaultdict(Counter)
    for word, lemma in words.items():
        change = edit(word, lemma)
        if change[0] < len(word) or not change[1]:
            for size in range(min(LONGEST_ENDING, len(word) - 1) + 1):
                votes[word[len(word) - size :]][change] += 1
    rules: dict[str, Edit] = {}
    for end in sorted(votes, key=len):
        best, _ = votes[end].most_common(1)[0]
        shorter = ending("_" + end[1:], rules) if end else None
        if not end or (votes[end].total() >= FEWEST and (shorter is None or rules[shorter] != best)):
            rules[end] = best
    return rules


def table(folder: Path) -> dict[str, dict[str, dict[str, str]] | dict[str, dict[str, Edit]]]:
    known = most_frequent(counted(folder))
    rules = {tag: endings(words) for tag, words in sorted(known.items())}
    by_rule = Lemmas({}, rules)
    wrong = {
        tag: {word: lemma for word, lemma in sorted(words.items()) if by_rule(word, tag) != lemma}
        for tag, words in sorted(known.items())
    }
    return {"words": wrong, "endings": rules}


def write(folder: Path, path: Path) -> None:
    text = json.dumps(table(folder), ensure_ascii=False, separators=(",", ":"))
    path.write_bytes(gzip.compress(text.encode(), 9, mtime=0))


def right(found: Lemmas, path: Path) -> tuple[int, int]:
    """Words whose lemma is right, given their tag, and words."""
    marks = [found(word, tag) == lemma for word, tag, lemma in lemmas(path)]
    return sum(marks), len(marks)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=TABLE)
    args = parser.parse_args()
    write(args.corpora, args.out)
    found = Lemmas.read(args.out)
    print(f"{args.out.name} {args.out.stat().st_size / 1e3:.0f} kB")
    for name in GOLD:
        hits, words = right(found, args.corpora / name.format("test"))
        print(f"{name.format('test')}: {hits / words:.2%} of {words} lemmas")


if __name__ == "__main__":
    main()
