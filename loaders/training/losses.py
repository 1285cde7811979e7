"""What training makes small, head by head."""

import torch
import torch.nn.functional as F  # noqa: N812 - as the documentation of torch names it
from torch import Tensor

from loaders.training.network import Network


def cross_entropy(scores: Tensor, gold: Tensor) -> Tensor:
    return F.cross_entropy(scores.flatten(0, 1).float(), gold.flatten(), ignore_index=-100)


def parse_loss(network: Network, words: Tensor, batch: dict[str, Tensor]) -> dict[str, Tensor]:
    parser, sentence, real = network.parser, batch["sentence"], batch["real"]
    dropped = parser.drop(words)
    scores, dep, head = parser.arcs(words, sentence, real)
    starts = torch.ones_like(sentence, dtype=torch.float)
    starts[:, 1:] = (sentence[:, 1:] != sentence[:, :-1]).float()
    first_known = real.clone()
    first_known[:, 0] = False
    start_scores = parser.starts(words)[..., 0]
    return {
        "arc": cross_entropy(scores, batch["heads"]),
        "rel": cross_entropy(parser.rels(dep, head, batch["heads"].clamp(min=0)), batch["rels"]),
        "upos": 0.5 * cross_entropy(parser.upos(dropped), batch["upos"]),
        "xpos": 0.5 * cross_entropy(parser.xpos(dropped), batch["xpos"]),
        "starts": F.binary_cross_entropy_with_logits(start_scores[first_known], starts[first_known]),
    }


def allowed_tags(bits: Tensor, tags: int) -> Tensor:
    """[.., tags] booleans from bit sets."""
    return (bits[..., None] >> torch.arange(tags)) & 1 == 1


def names_loss(scores: Tensor, bits: Tensor) -> Tensor:
    """Minus the log of the probability that the tag is one of the allowed ones."""
    known = bits > 0
    log = torch.log_softmax(scores.float(), -1)[known]
    allowed = allowed_tags(bits[known], scores.shape[-1])
    return -torch.logsumexp(log.masked_fill(~allowed, -1e4), -1).mean()
