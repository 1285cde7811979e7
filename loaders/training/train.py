"""Train the language model. Needs torch; nothing here is imported at run time.

    python -m loaders.training.train --corpora FOLDER --encoder FOLDER --out FILE               # language only
    python -m loaders.training.train ... --articles FOLDER --start FILE --out FILE --epochs 3    # and facts

FOLDER of corpora: the unpacked archives that the model card lists. The encoder: what `loaders.training.encoder` makes.
Articles: NAME.txt with NAME.json in the gold form; every seventh is held out (`gold.held_out`).
Seeded: the same machine, versions and number of threads give the same weights.
"""

import argparse
import random
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import spacy
import torch

from loaders.language.pieces import WordPieces
from loaders.training import corpora, fact_windows, gold
from loaders.training.fact_heads import Model, fact_losses
from loaders.training.losses import names_loss, parse_loss
from loaders.training.network import parameter_groups, schedule
from loaders.training.windows import Labels, Window, batches, collate, name_windows, tree_windows

MASK, MARKS = 103, 103
"""The word piece [MASK] in the vocabulary of BERT; those up to it are marks, not words."""
HIDDEN = 0.06


def treebanks(folder: Path, rng: random.Random) -> dict[str, list[list[corpora.Tree]]]:
    """EWT and GUM by hand, AMALGUM news by machine. Half of the sentences get typographic quotation marks."""
    gold = corpora.conllu(folder / "ewt/en_ewt-ud-train.conllu") + corpora.conllu(
        folder / "gum_open/gum_open-train.conllu"
    )
    silver = [d for p in sorted(folder.glob("amalgum/dep/amalgum_news_*.conllu")) for d in corpora.conllu(p)]
    mixed = lambda documents: [[corpora.curly(t) for t in d] if rng.random() < 0.5 else d for d in documents]  # noqa: E731
    return {"gold": mixed(gold), "silver": mixed(silver)}


def label_sets(documents: list[list[corpora.Tree]]) -> Labels:
    seen = lambda part: sorted({label for d in documents for tree in d for label in getattr(tree, part)})  # noqa: E731
    return Labels(seen("upos"), seen("xpos"), seen("rels"), list(corpora.NAME_TAGS))


def part(windows: list[Window], epoch: int, parts: int) -> list[Window]:
    """Another slice of a large corpus in each epoch."""
    return windows[epoch % parts :: parts]


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--articles", type=Path, help="annotated articles: trains the fact heads as well")
    parser.add_argument("--all-articles", action="store_true", help="hold none out: for the model that is given away")
    parser.add_argument("--start", type=Path, help="weights to go on from")
    parser.add_argument("--layers", type=int, default=8, help="of the encoder, from below")
    parser.add_argument("--half", action="store_true", help="bfloat16: twice as quick where the CPU multiplies it")
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--minutes", type=float, help="stop then, whatever the epoch: weights of this machine")
    parser.add_argument("--fact-rounds", type=int, default=2, help="times that an epoch goes through the articles")
    parser.add_argument("--pieces", type=int, default=1000, help="word pieces in a batch")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def read_windows(args: argparse.Namespace, rng: random.Random) -> tuple[Labels, dict[str, list[Window]]]:
    """The windows of each kind: gold and silver trees, news and small name corpora, facts."""
    pieces = WordPieces(args.encoder / "tokenizer.json")
    banks = treebanks(args.corpora, rng)
    labels = label_sets(banks["gold"])
    found = {name: tree_windows(documents, labels, pieces) for name, documents in banks.items()}
    news = corpora.gmb(args.corpora / "ner/gmb/gmb_kaggle.iob", rng)
    small = corpora.wikigold(args.corpora / "ner/wikigold/wikigold.conll.txt")
    small += corpora.countries_as_places(corpora.uner(args.corpora / "ner/uner/en_ewt-ud-dev.iob2"))
    found["news"] = name_windows(news[: int(len(news) * 0.95)], labels, pieces)
    found["small"] = name_windows(small, labels, pieces)
    found["facts"] = []
    if args.articles:
        chosen = None if args.all_articles else gold.held_out(args.articles)[0]
        found["facts"] = fact_windows.windows(gold.read(args.articles, spacy.blank("en"), chosen), pieces)
    for name in ("silver", "news"):
        rng.shuffle(found[name])
    return labels, found


def epoch_batches(args: argparse.Namespace, windows: dict[str, list[Window]], epoch: int) -> list[list[Window]]:
    order = random.Random(args.seed * 1000 + epoch)
    found = batches(windows["gold"] + part(windows["silver"], epoch, 5), args.pieces, order)
    found += batches(part(windows["news"], epoch, 8) + windows["small"], args.pieces, order)
    for _ in range(args.fact_rounds if windows["facts"] else 0):
        found += batches(windows["facts"], args.pieces, order)
    order.shuffle(found)
    return found


def losses_of(network: Model, batch: list[Window], half: bool) -> dict[str, torch.Tensor]:
    tensors = collate(batch)
    tensors["ids"] = hidden(tensors["ids"], HIDDEN)
    with torch.autocast("cpu", torch.bfloat16, enabled=half):
        words = network.words(tensors)
        if batch[0].heads:
            return parse_loss(network, words, tensors)
        names = {"names": names_loss(network.names(words), tensors["names"])}
    return names | (fact_losses(network.facts, words.float(), batch) if batch[0].facts else {})


def hidden(ids: torch.Tensor, share: float) -> torch.Tensor:
    """Some word pieces masked, so that the few articles are not learnt by heart."""
    return ids.masked_fill((torch.rand(ids.shape) < share) & (ids > MARKS), MASK)


def save(path: Path, network: Model, labels: Labels) -> None:
    torch.save({"weights": network.state_dict(), "labels": vars_of(labels)}, path)


def vars_of(labels: Labels) -> dict[str, list[str]]:
    return {name: list(getattr(labels, name)) for name in ("upos", "xpos", "rel", "names")}


def main() -> None:
    args = arguments()
    torch.set_num_threads(args.threads)
    torch.set_flush_denormal(True)
    torch.manual_seed(args.seed)
    random.seed(args.seed)
    labels, windows = read_windows(args, random.Random(args.seed))
    network = Model(labels.sizes(), args.layers)
    network.encoder.load(args.encoder / "model.safetensors")
    if args.start:
        network.load_state_dict(torch.load(args.start, weights_only=False)["weights"], strict=False)
    print({name: len(found) for name, found in windows.items()}, flush=True)
    train(args, network, windows, lambda: save(args.out, network, labels))


def course(args: argparse.Namespace, windows: dict[str, list[Window]]) -> Iterator[tuple[int, float, list[Window]]]:
    """(epoch, part of the training that is done, batch), for `args.epochs`, or for `args.minutes` if they are given."""
    began = time.time()
    for epoch in count():
        plan = epoch_batches(args, windows, epoch)
        for at, batch in enumerate(plan):
            part = (time.time() - began) / 60 / args.minutes if args.minutes else (epoch + at / len(plan)) / args.epochs
            if part >= 1:
                return
            yield epoch, part, batch


def train(args: argparse.Namespace, network: Model, windows: dict[str, list[Window]], keep: Callable[[], Any]) -> None:
    optimizer = torch.optim.AdamW(
        parameter_groups(network, 1e-4, 1e-3), betas=(0.9, 0.98), weight_decay=0.01, fused=True
    )
    rates = [group["lr"] for group in optimizer.param_groups]
    began, sums = time.time(), defaultdict[str, list[float]](list)
    network.train()
    for step, (epoch, done, batch) in enumerate(course(args, windows)):
        for group, rate in zip(optimizer.param_groups, rates, strict=True):
            group["lr"] = rate * schedule(step, done, 150)
        losses = losses_of(network, batch, args.half)
        loss = torch.stack(list(losses.values())).sum()
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 2.0, foreach=True)
        optimizer.step()
        for name, value in losses.items():
            sums[name].append(value.item())
        if step % 100 == 99:
            means = {name: round(sum(v) / len(v), 3) for name, v in sums.items()}
            print(f"epoch {epoch}, step {step + 1}, {done:.1%}, {time.time() - began:.0f} s: {means}", flush=True)
            sums.clear()
        if step % 500 == 499:
            keep()
    keep()


if __name__ == "__main__":
    main()
