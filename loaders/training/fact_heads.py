"""The heads that find mentions and facts, and their losses.

Anchors point at words: for an anchor at word a of kind k, `pointer` scores every word as each argument, as the start
and the end of each span, and as inside a term. The kind is part of the anchor's side, so roles share their weights over
kinds.
"""

import torch
import torch.nn.functional as F  # noqa: N812 - as the documentation of torch names it
from torch import Tensor, nn

from loaders.extraction.heads import BUCKETS
from loaders.extraction.labels import (
    ANCHORS,
    ARGUMENTS,
    MODALITIES,
    NAMED_TAGS,
    PAIRS,
    POINTERS,
    STATES,
    TERM,
    UNNAMED_TAGS,
)
from loaders.training.annotated import Fact
from loaders.training.fact_windows import FactLabels
from loaders.training.losses import names_loss
from loaders.training.network import Drop, Network, Scores
from loaders.training.windows import Window


def bucket(distance: Tensor) -> Tensor:
    size = distance.abs().clamp(min=1).float().log2().floor().clamp(max=4).long() + (distance != 0).long()
    return size + (distance < 0).long() * (BUCKETS // 2)


class Pointer(nn.Module):
    def __init__(self, width: int, hidden: int = 160, p: float = 0.25) -> None:
        super().__init__()
        self.left, self.right, self.drop = nn.Linear(width, hidden), nn.Linear(width, hidden), Drop(p)
        self.kind = nn.Parameter(torch.randn(len(ANCHORS), hidden) * 0.1)
        self.weight = nn.Parameter(torch.empty(len(POINTERS), hidden + 1, hidden + 1))
        self.near = nn.Parameter(torch.zeros(len(POINTERS), BUCKETS))
        nn.init.xavier_uniform_(self.weight)
        with torch.no_grad():  # most words are no argument: begin there
            self.weight[: len(ARGUMENTS) + 1, -1, -1] = -5

    def forward(self, left: Tensor, right: Tensor, kinds: Tensor, at: Tensor) -> Tensor:
        """left [A, h], right [N, h] (before activation), kinds and at [A] -> scores [A, pointers, N]."""
        one = lambda x: torch.cat([x, torch.ones_like(x[..., :1])], -1)  # noqa: E731
        a = one(self.drop(F.leaky_relu(left + self.kind[kinds], 0.1)))
        b = one(self.drop(F.leaky_relu(right, 0.1)))
        scores = torch.einsum("ai,pij,nj->apn", a, self.weight, b)
        distance = torch.arange(right.shape[0])[None] - at[:, None]
        return scores + self.near[:, bucket(distance)].permute(1, 0, 2)


class FactHeads(nn.Module):
    def __init__(self, width: int) -> None:
        super().__init__()
        self.named, self.unnamed = Scores(width, len(NAMED_TAGS)), Scores(width, len(UNNAMED_TAGS))
        self.anchors = Scores(width, len(ANCHORS), hidden=384, p=0.25)
        self.modality, self.state = Scores(width, len(MODALITIES), 128), Scores(width, len(STATES), 128)
        self.pointer = Pointer(width)
        self.part, self.whole = nn.Linear(width, 64), nn.Linear(width, 64)
        self.pair = nn.Parameter(torch.empty(len(PAIRS), 65, 65))
        self.pair_drop = Drop(0.25)
        nn.init.xavier_uniform_(self.pair)
        with torch.no_grad():
            self.pair[:, -1, -1] = -8
            self.anchors.out.bias.fill_(-5)

    def pairs(self, part: Tensor, whole: Tensor) -> Tensor:
        """[n, 64] and [m, 64] (before activation) -> scores [pairs, n, m]."""
        one = lambda x: torch.cat([x, torch.ones_like(x[..., :1])], -1)  # noqa: E731
        a, b = (one(self.pair_drop(F.leaky_relu(x, 0.1))) for x in (part, whole))
        return torch.einsum("ni,pij,mj->pnm", a, self.pair, b)


class Model(Network):
    """The network with the fact heads."""

    def __init__(self, sizes: dict[str, int], layers: int, width: int = 384) -> None:
        super().__init__(sizes, layers, width)
        self.facts = FactHeads(2 * width)


def fact_losses(heads: FactHeads, words: Tensor, batch: list[Window]) -> dict[str, Tensor]:
    """Sums over a batch, each divided by what it counts."""
    labels = [w.facts for w in batch if isinstance(w.facts, FactLabels)]
    n = words.shape[1]
    pad = lambda row, value: [*row, *[value] * (n - len(row))]  # noqa: E731
    losses = {
        "named": names_loss(heads.named(words), torch.tensor([pad(f.named, 0) for f in labels])),
        "unnamed": F.cross_entropy(
            heads.unnamed(words).flatten(0, 1),
            torch.tensor([pad(f.unnamed, -100) for f in labels]).flatten(),
            ignore_index=-100,
        ),
        "anchors": _anchor_loss(heads.anchors(words), batch, labels),
    }
    modality, state = heads.modality(words), heads.state(words)
    left, right = heads.pointer.left(words), heads.pointer.right(words)
    part, whole = heads.part(words), heads.whole(words)
    parts: dict[str, list[Tensor]] = {"arguments": [], "spans": [], "modality": [], "state": [], "pairs": []}
    for i, (window, found) in enumerate(zip(batch, labels, strict=True)):
        size = len(window.words)
        parts["pairs"].append(_pair_loss(heads, part[i, :size], whole[i, :size], found, size))
        if not found.facts:
            continue
        at = torch.tensor([f.anchor for f in found.facts])
        kinds = torch.tensor([ANCHORS.index(f.type) for f in found.facts])
        scores = heads.pointer(left[i, at], right[i, :size], kinds, at)
        arguments, spans = _pointer_losses(scores, found)
        parts["arguments"].append(arguments)
        if spans is not None:
            parts["spans"].append(spans)
        parts["modality"].append(
            F.cross_entropy(modality[i, at], torch.tensor([MODALITIES.index(f.modality) for f in found.facts]))
        )
        if figures := [f for f in found.facts if f.type == "FIGURE"]:
            where = torch.tensor([f.anchor for f in figures])
            parts["state"].append(
                F.cross_entropy(state[i, where], torch.tensor([STATES.index(f.state or "none") for f in figures]))
            )
    weight = {"arguments": 1.0, "spans": 0.25, "modality": 0.3, "state": 0.3, "pairs": 0.5}
    return losses | {name: weight[name] * torch.stack(values).mean() for name, values in parts.items() if values}


def _anchor_loss(scores: Tensor, batch: list[Window], labels: list[FactLabels]) -> Tensor:
    target, weight = torch.zeros_like(scores), torch.zeros_like(scores)
    for i, (window, found) in enumerate(zip(batch, labels, strict=True)):
        weight[i, : len(window.words)] = 1
        for start, end, kind in found.ignored:
            weight[i, start:end, kind] = 0
        for fact in found.facts:
            target[i, fact.anchor, ANCHORS.index(fact.type)] = 1
            weight[i, fact.anchor, ANCHORS.index(fact.type)] = 2
    loss = F.binary_cross_entropy_with_logits(scores, target, weight, reduction="sum")
    return loss / max(1.0, float(target.sum()))


def _pointer_losses(scores: Tensor, found: FactLabels) -> tuple[Tensor, Tensor | None]:
    shape = (scores.shape[0], len(ARGUMENTS), scores.shape[2])
    target, weight = torch.zeros(shape), torch.ones(shape)
    spans: list[Tensor] = []
    terms: list[Tensor] = []
    for i, fact in enumerate(found.facts):
        _mark_arguments(target[i], weight[i], fact)
        if fact.type == "PROPOSAL":
            terms.append(_term_loss(scores[i], fact))
        spans += _span_losses(scores[i], fact)
    loss = F.binary_cross_entropy_with_logits(scores[:, : len(ARGUMENTS)], target, weight, reduction="sum")
    if terms:
        loss = loss + torch.stack(terms).sum()
    return loss / scores.shape[0], (torch.stack(spans).sum() / scores.shape[0] if spans else None)


def _mark_arguments(target: Tensor, weight: Tensor, fact: Fact) -> None:
    """Sets the best words to 1; words that are right as well count neither way."""
    for label, _, more in fact.arguments:
        for word in more:
            weight[ARGUMENTS.index(label), word] = 0
    for label, best, _ in fact.arguments:
        for word in best:
            target[ARGUMENTS.index(label), word] = weight[ARGUMENTS.index(label), word] = 1


def _term_loss(scores: Tensor, fact: Fact) -> Tensor:
    inside = torch.zeros(scores.shape[1])
    for start, end in (span[1:] for span in fact.spans if span[0] == TERM):
        inside[start:end] = 1
    return F.binary_cross_entropy_with_logits(scores[POINTERS.index(TERM)], inside, reduction="sum") / 5


def _span_losses(scores: Tensor, fact: Fact) -> list[Tensor]:
    """Start and end of the first span of each label."""
    losses: list[Tensor] = []
    seen: set[str] = set()
    for label, start, end in fact.spans:
        if label not in seen and label != TERM:
            seen.add(label)
            for name, word in ((f"{label}:start", start), (f"{label}:end", end - 1)):
                losses.append(F.cross_entropy(scores[POINTERS.index(name)][None], torch.tensor([word])))
    return losses


def _pair_loss(heads: FactHeads, part: Tensor, whole: Tensor, found: FactLabels, size: int) -> Tensor:
    target = torch.zeros(len(PAIRS), size, size)
    for kind, a, b in found.pairs:
        target[PAIRS.index(kind), a, b] = 1
    return F.binary_cross_entropy_with_logits(heads.pairs(part, whole), target, reduction="sum") / 10
