"""Prints the table of the model card: the pipeline as users run it, against test parts of treebanks and name corpora.

python -m loaders.training.evaluate --corpora FOLDER [--pipeline NAME] [--errors] [--only trees|names|speed]
"""

import argparse
import json
import random
import resource
import time
from collections.abc import Iterator
from pathlib import Path

from spacy.language import Language

from loaders.language import load
from loaders.training import corpora, raw, scores
from loaders.training.corpora import Named
from loaders.training.scores import WITHOUT_MISC, Tally

TREES = {
    "EWT test": ("ewt/en_ewt-ud-test.conllu", ""),
    "GUM test": ("gum_open/gum_open-test.conllu", ""),
    "GUM test, news": ("gum_open/gum_open-test.conllu", "GUM_news"),
}
SILVER = 60
"""Documents of AMALGUM's interviews (trees by machine; none of them trained on)."""
COLUMNS = ("words", "sentences", "UPOS", "XPOS", "lemmas", "UAS", "LAS")


def tree_rows(nlp: Language, folder: Path, every: int) -> Iterator[tuple[str, Tally]]:
    for name, (path, wanted) in TREES.items():
        documents = raw.documents(folder / path, wanted)[::every]
        yield f"{name}, from text", scores.from_text(nlp, documents)
        yield f"{name}, gold words", scores.from_words(nlp, documents)
        yield f"{name}, gold words and sentences", scores.from_sentences(nlp, documents)
    paths = sorted(folder.glob("amalgum/dep/amalgum_interview_*.conllu"))[:: 15 * every][:SILVER]
    silver = [document for path in paths for document in raw.documents(path)]
    yield "AMALGUM interviews (silver), its words", scores.from_words(nlp, silver)


def name_corpora(folder: Path) -> Iterator[tuple[str, list[Named], tuple[str, ...]]]:
    """Name, sentences, the kinds that are annotated."""
    ner = folder / "ner"
    plain = {kind: (kind,) for kind in WITHOUT_MISC}
    groups = {"person": ("PER",), "location": ("LOC",), "corporation": ("ORG",), "group": ("ORG",)}
    news = corpora.gmb(ner / "gmb/gmb_kaggle.iob", random.Random(1))
    yield "UNER EWT test", corpora.uner(ner / "uner/en_ewt-ud-test.iob2"), WITHOUT_MISC
    yield "CrossNER politics test", corpora.crossner(ner / "crossner_politics/test.txt"), corpora.KINDS
    yield "GMB, held-out twentieth", news[int(len(news) * 0.95) :], corpora.KINDS
    yield "WNUT 17 test (web)", corpora.columns(ner / "wnut17/emerging.test.annotated", groups), WITHOUT_MISC
    tweets = [sentence for path in sorted(ner.glob("btc/*.conll")) for sentence in corpora.columns(path, plain)]
    yield "Broad Twitter, every fifth", tweets[::5], WITHOUT_MISC


def article_texts(folder: Path, number: int) -> list[str]:
    lines = (folder / "wikinews/wikinews_en.jsonl").open(encoding="utf-8")
    return ["\n\n".join(json.loads(line)["paragraphs"]) for line, _ in zip(lines, range(number), strict=False)]


def speed(nlp: Language, texts: list[str]) -> tuple[int, float]:
    """(words, words a second), all of the pipeline, in this process."""
    list(nlp.pipe(texts[:5]))
    began = time.perf_counter()
    words = sum(sum(not token.is_space for token in doc) for doc in nlp.pipe(texts))
    return words, words / (time.perf_counter() - began)


def print_trees(nlp: Language, folder: Path, every: int) -> None:
    print("| F1 | " + " | ".join(COLUMNS) + " |\n|---|" + "---|" * len(COLUMNS))
    for name, tally in tree_rows(nlp, folder, every):
        print(f"| {name} | " + " | ".join(f"{tally.f1(column):.1f}" for column in COLUMNS) + " |", flush=True)


def print_names(nlp: Language, folder: Path, every: int, errors: bool) -> None:
    heads = (*corpora.KINDS, "PER LOC ORG", "finding")
    print("\n| P / R / F1 | names | " + " | ".join(heads) + " |\n|---|---|" + "---|" * len(heads))
    for name, corpus, kinds in name_corpora(folder):
        tally = scores.names(nlp, corpus[::every], kinds)
        cells = [tally.scores(kind) if kind in kinds else None for kind in corpora.KINDS]
        cells += [tally.scores(*WITHOUT_MISC), tally.scores("finding")]
        texts = [f"{p:.1f} / {r:.1f} / {f:.1f}" if (p, r, f) else "" for p, r, f in (c or (0, 0, 0) for c in cells)]
        print(f"| {name} | {tally.gold['finding']} | " + " | ".join(texts) + " |", flush=True)
        if errors:
            print_errors(tally)


def print_errors(tally: Tally) -> None:
    kinds = {label: n for label, n in tally.confused.items() if " " not in label.split(" > ")[1]}
    print("    " + ", ".join(f"{label}: {n}" for label, n in sorted(kinds.items())))
    others = [(label, n) for label, n in tally.confused.most_common() if label not in kinds]
    print("    " + "; ".join(f"{label} ({n})" for label, n in others[:60]))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--pipeline", help="another installed spaCy pipeline")
    parser.add_argument("--errors", action="store_true", help="confusions of kinds and the most frequent errors")
    parser.add_argument("--every", type=int, default=1, help="a sample: every Nth document or sentence")
    parser.add_argument("--only", choices=("trees", "names", "speed"))
    args = parser.parse_args()
    nlp = load(args.pipeline)
    if args.only in (None, "trees"):
        print_trees(nlp, args.corpora, args.every)
    if args.only in (None, "names"):
        print_names(nlp, args.corpora, args.every, args.errors)
    if args.only in (None, "speed"):
        words, rate = speed(nlp, article_texts(args.corpora, 200))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
        print(f"\n{words} words of news, {rate:.0f} words/s with one thread, {peak:.0f} MB resident at most")


if __name__ == "__main__":
    main()
