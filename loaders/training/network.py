"""The network in torch: a pretrained small encoder with heads for all that the pipeline reads from a window of words.

A word is its first and last word piece. Sizes: B windows, T word pieces, N words, D = 384, W = 2 D.
"""

import random
from pathlib import Path
from typing import Any, ClassVar

import torch
import torch.nn.functional as F  # noqa: N812 - as the documentation of torch names it
from safetensors.torch import load_file
from torch import Tensor, nn

CASES = 8
"""lower, Initial, UPPER, mixed, one capital, punctuation, digits; 0 is no word."""


class Drop(nn.Module):
    """Dropout with masks cut from one pool: drawing them anew takes a fifth of a step on a CPU."""

    pool: ClassVar[dict[float, Tensor]] = {}

    def __init__(self, p: float) -> None:
        super().__init__()
        self.p = p

    def forward(self, x: Tensor) -> Tensor:
        if not self.training:
            return x
        if self.p not in self.pool:
            self.pool[self.p] = (torch.rand(8_000_000) >= self.p).float() / (1 - self.p)
        start = random.randrange(self.pool[self.p].numel() - x.numel())
        return x * self.pool[self.p][start : start + x.numel()].view(x.shape)


class Layer(nn.Module):
    def __init__(self, width: int = 384, heads: int = 12, inner: int = 1536) -> None:
        super().__init__()
        self.heads = heads
        self.qkv, self.out = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.up, self.down = nn.Linear(width, inner), nn.Linear(inner, width)
        self.norm1, self.norm2 = nn.LayerNorm(width, eps=1e-12), nn.LayerNorm(width, eps=1e-12)
        self.drop = Drop(0.1)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        b, t, d = x.shape
        q, k, v = self.qkv(x).view(b, t, 3, self.heads, d // self.heads).permute(2, 0, 3, 1, 4).unbind(0)
        with torch.autocast("cpu", enabled=False):  # in half precision its backward pass takes longer than all the rest
            seen = F.scaled_dot_product_attention(q.float(), k.float(), v.float(), attn_mask=mask)
        x = self.norm1(x + self.drop(self.out(seen.transpose(1, 2).reshape(b, t, d))))
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    """A small BERT (uncased) with an embedding of each word's case and a learned mix of its layers."""

    def __init__(self, layers: int, width: int = 384, vocabulary: int = 30522) -> None:
        super().__init__()
        self.words, self.places = nn.Embedding(vocabulary, width), nn.Embedding(512, width)
        self.segment = nn.Parameter(torch.zeros(width))
        self.cases = nn.Embedding(CASES, width)
        nn.init.zeros_(self.cases.weight)
        self.norm, self.drop = nn.LayerNorm(width, eps=1e-12), Drop(0.1)
        self.layers = nn.ModuleList(Layer() for _ in range(layers))
        self.mix = nn.Parameter(torch.tensor([-1.0] * (layers - 2) + [0.0, 0.0, 1.0]))

    def forward(self, ids: Tensor, cases: Tensor, mask: Tensor) -> Tensor:
        x = self.words(ids) + self.places.weight[: ids.shape[1]] + self.segment + self.cases(cases)
        x = self.drop(self.norm(x))
        hidden = ((1 - mask.to(x.dtype)) * -1e4)[:, None, None, :]
        weights = torch.softmax(self.mix, 0)
        mixed = weights[0] * x
        for i, layer in enumerate(self.layers):
            x = layer(x, hidden)
            mixed = mixed + weights[i + 1] * x
        return mixed

    @torch.no_grad()
    def load(self, path: Path) -> None:
        """Weights of the pretrained model in safetensors, as sentence-transformers names them; its first layers."""
        stored = load_file(path)
        prefix = "" if "embeddings.word_embeddings.weight" in stored else "bert."
        get = lambda name: stored[prefix + name].float()  # noqa: E731
        self.words.weight.copy_(get("embeddings.word_embeddings.weight"))
        self.places.weight.copy_(get("embeddings.position_embeddings.weight"))
        self.segment.copy_(get("embeddings.token_type_embeddings.weight")[0])
        for kind in ("weight", "bias"):
            getattr(self.norm, kind).copy_(get(f"embeddings.LayerNorm.{kind}"))
            for i, layer in enumerate(self.layers):
                part = lambda name, i=i, kind=kind: get(f"encoder.layer.{i}.{name}.{kind}")  # noqa: E731
                qkv = [part(f"attention.self.{name}") for name in ("query", "key", "value")]
                for ours, theirs in (
                    (layer.qkv, torch.cat(qkv)),
                    (layer.out, part("attention.output.dense")),
                    (layer.norm1, part("attention.output.LayerNorm")),
                    (layer.up, part("intermediate.dense")),
                    (layer.down, part("output.dense")),
                    (layer.norm2, part("output.LayerNorm")),
                ):
                    getattr(ours, kind).copy_(theirs)


class Scores(nn.Module):
    """A linear layer behind one hidden layer."""

    def __init__(self, width: int, out: int, hidden: int = 256, p: float = 0.2) -> None:
        super().__init__()
        self.drop, self.hidden, self.out = Drop(p), nn.Linear(width, hidden), nn.Linear(hidden, out)

    def forward(self, words: Tensor) -> Tensor:
        return self.out(self.drop(F.gelu(self.hidden(self.drop(words)))))


class Biaffine(nn.Module):
    """Scores of every pair (i, j) for each of `labels`: [B, N, d] x [B, M, d] -> [B, labels, N, M]."""

    def __init__(self, width: int, labels: int, hidden: int, p: float = 0.33) -> None:
        super().__init__()
        self.left, self.right, self.drop = nn.Linear(width, hidden), nn.Linear(width, hidden), Drop(p)
        self.weight = nn.Parameter(torch.empty(labels, hidden + 1, hidden + 1))
        nn.init.xavier_uniform_(self.weight)

    def sides(self, left: Tensor, right: Tensor) -> tuple[Tensor, Tensor]:
        one = lambda x: torch.cat([x, torch.ones_like(x[..., :1])], -1)  # noqa: E731
        return one(self.drop(F.leaky_relu(self.left(left), 0.1))), one(self.drop(F.leaky_relu(self.right(right), 0.1)))

    def forward(self, left: Tensor, right: Tensor) -> Tensor:
        a, b = self.sides(left, right)
        return (a[:, None] @ self.weight) @ b.transpose(1, 2)[:, None]


class Parser(nn.Module):
    """Sentence starts, tags and a biaffine parser whose arcs stay inside a sentence."""

    def __init__(self, sizes: dict[str, int], width: int, arc: int = 400, rel: int = 128) -> None:
        super().__init__()
        self.drop, self.drop_wide = Drop(0.2), Drop(0.33)
        self.starts = Scores(width, 1, hidden=128)
        self.upos, self.xpos = nn.Linear(width, sizes["upos"]), nn.Linear(width, sizes["xpos"])
        self.root = nn.Parameter(torch.randn(width) * 0.1)
        self.arc_d, self.arc_h = nn.Linear(width, arc), nn.Linear(width, arc)
        self.rel_d, self.rel_h = nn.Linear(width, rel), nn.Linear(width, rel)
        self.arc = nn.Parameter(torch.empty(arc + 1, arc))
        self.rel = nn.Parameter(torch.empty(sizes["rel"], rel + 1, rel + 1))
        nn.init.xavier_uniform_(self.arc)
        nn.init.xavier_uniform_(self.rel)

    def arcs(self, words: Tensor, sentence: Tensor, real: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Scores [B, N, N + 1] of each word's head (0: root); `sentence` numbers each word's sentence."""
        b, _, w = words.shape
        all_ = self.drop(torch.cat([self.root.expand(b, 1, w), words], 1))
        act = lambda x: self.drop_wide(F.leaky_relu(x, 0.1))  # noqa: E731
        dep, head = act(self.arc_d(all_[:, 1:])), act(self.arc_h(all_))
        dep = torch.cat([dep, torch.ones_like(dep[..., :1])], -1)
        scores = (dep @ self.arc) @ head.transpose(1, 2)
        same = (sentence[:, :, None] == sentence[:, None, :]) & real[:, None, :]
        allowed = torch.cat([torch.ones_like(same[..., :1]), same], -1)
        scores = scores.masked_fill(~allowed, -1e4)
        return scores, act(self.rel_d(all_[:, 1:])), act(self.rel_h(all_))

    def rels(self, dep: Tensor, head: Tensor, heads: Tensor) -> Tensor:
        """Scores [B, N, labels] of the relation to the given heads."""
        chosen = head.gather(1, heads[:, :, None].expand(-1, -1, head.shape[-1]))
        chosen = torch.cat([chosen, torch.ones_like(chosen[..., :1])], -1)
        dep = torch.cat([dep, torch.ones_like(dep[..., :1])], -1)
        b, n, k = chosen.shape
        labels = self.rel.shape[0]
        left = (dep.reshape(b * n, k) @ self.rel.permute(1, 0, 2).reshape(k, labels * k)).view(b, n, labels, k)
        return torch.einsum("bnlk,bnk->bnl", left, chosen)


class Network(nn.Module):
    """Encoder and heads. `sizes` gives the number of labels of each."""

    def __init__(self, sizes: dict[str, int], layers: int, width: int = 384) -> None:
        super().__init__()
        self.sizes = sizes
        self.encoder = Encoder(layers)
        self.parser = Parser(sizes, 2 * width)
        self.names = Scores(2 * width, sizes["names"])

    def words(self, batch: dict[str, Tensor]) -> Tensor:
        """[B, N, W]: the first and the last piece of each word."""
        pieces = self.encoder(batch["ids"], batch["cases"], batch["mask"])
        take = lambda at: pieces.gather(1, at[:, :, None].expand(-1, -1, pieces.shape[-1]))  # noqa: E731
        return torch.cat([take(batch["first"]), take(batch["last"])], -1)


def depth(weights: dict[str, Tensor]) -> int:
    """How many layers the encoder of a checkpoint has."""
    return sum(name.startswith("encoder.layers.") and name.endswith(".norm1.weight") for name in weights)


def parameter_groups(network: Network, encoder_rate: float, head_rate: float) -> list[dict[str, Any]]:
    """The pretrained part learns slowly; its word embeddings stay as they are."""
    network.encoder.words.weight.requires_grad_(False)
    fresh = {id(p) for p in (*network.encoder.cases.parameters(), network.encoder.mix)}
    encoder = [p for p in network.encoder.parameters() if p.requires_grad and id(p) not in fresh]
    known = {id(p) for p in encoder} | {id(network.encoder.words.weight)}
    heads = [p for p in network.parameters() if id(p) not in known]
    return [{"params": encoder, "lr": encoder_rate}, {"params": heads, "lr": head_rate}]


def schedule(step: int, done: float, warm: int) -> float:
    """Linear warm-up over `warm` steps, then linear decay to nothing; `done` is the part of the training behind us."""
    return min((step + 1) / warm, max(0.0, 1 - done))
