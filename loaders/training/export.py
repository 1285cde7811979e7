"""A checkpoint as the files that the pipeline loads: one ONNX graph in 8 bits, its labels, the tokenizer.

    python -m loaders.training.export --weights m.pt --tokenizer FOLDER/tokenizer.json

Axes: B windows, T word pieces, N words. What the graph reads and gives is written at INPUTS and OUTPUTS; a further head
is one more entry there and one more line in Graph.forward.
"""

import argparse
import json
import shutil
import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quant_pre_process, quantize_dynamic
from torch import Tensor, nn

from loaders.language.pieces import WordPieces
from loaders.training.corpora import Tree
from loaders.training.fact_heads import Model
from loaders.training.network import depth
from loaders.training.windows import Labels, collate, tree_windows

INPUTS = {
    "ids": ("B", "T"),
    "cases": ("B", "T"),
    "mask": ("B", "T"),
    "first": ("B", "N"),
    "last": ("B", "N"),
    "real": ("B", "N"),
    "breaks": ("B", "N"),
}
"""int64, but bool for mask, real and breaks. `breaks`: a sentence has to start here (the first word, a paragraph)."""
OUTPUTS = {
    "starts": ("B", "N"),
    "upos": ("B", "N"),
    "xpos": ("B", "N"),
    "names": ("B", "N", "names"),
    "arcs": ("B", "N", "N1"),
    "rels": ("B", "N"),
    "named": ("B", "N", "named"),
    "unnamed": ("B", "N", "unnamed"),
    "anchors": ("B", "N", "anchors"),
    "modality": ("B", "N", "modality"),
    "state": ("B", "N", "state"),
    "left": ("B", "N", "left"),
    "right": ("B", "N", "right"),
    "part": ("B", "N", "part"),
    "whole": ("B", "N", "whole"),
}
"""Scores (float) of starts, names, arcs and the fact heads (loaders.extraction.heads); the best label (int64) of the
others. Arcs have the root at place 0 and are -1e4 out of the sentence and to the word itself; `rels` belongs to the
best head that is not the root."""
OPSET = 17


class SmallEmbedding(nn.Module):
    """Half of all weights are word embeddings: kept in 8 bits with a scale for each row, which costs no accuracy."""

    def __init__(self, weight: Tensor) -> None:
        super().__init__()
        scale = weight.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("rows", (weight / scale).round().to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, ids: Tensor) -> Tensor:
        return self.rows[ids].float() * self.scale[ids]  # pyright: ignore[reportIndexIssue]


class Graph(nn.Module):
    """What runs in the pipeline: the network and the simple choices that follow from its scores."""

    def __init__(self, network: Model, root: int) -> None:
        super().__init__()
        self.network, self.root = network, root
        network.encoder.words = SmallEmbedding(network.encoder.words.weight.detach())  # pyright: ignore[reportAttributeAccessIssue]

    def forward(self, *inputs: Tensor) -> tuple[Tensor, ...]:
        batch = dict(zip(INPUTS, inputs, strict=True))
        network, parser = self.network, self.network.parser
        words = network.words(batch)
        starts = parser.starts(words)[..., 0]
        sentence = ((starts > 0) | batch["breaks"]).long().cumsum(1)
        arcs, dep, head = parser.arcs(words, sentence, batch["real"])
        places = torch.arange(arcs.shape[2])
        arcs = arcs.masked_fill(places[None, 1:, None] == places[None, None, :], -1e4)
        rels = parser.rels(dep, head, arcs[..., 1:].argmax(-1) + 1)
        found = {
            "starts": starts,
            "upos": parser.upos(words).argmax(-1),
            "xpos": parser.xpos(words).argmax(-1),
            "names": network.names(words),
            "arcs": arcs,
            "rels": rels.index_fill(2, torch.tensor([self.root]), -1e4).argmax(-1),
        }
        facts = network.facts
        found |= {
            name: getattr(facts, name)(words)
            for name in ("named", "unnamed", "anchors", "modality", "state", "part", "whole")
        }
        found |= {"left": facts.pointer.left(words), "right": facts.pointer.right(words)}
        return tuple(found[name] for name in OUTPUTS)


def example(labels: Labels, pieces: WordPieces) -> tuple[Tensor, ...]:
    """Two windows of unlike length: the exporter traces the graph with them."""
    words = "The minister met the envoy in Doha on Monday .".split()
    tree = lambda n: Tree(words[:n], ["X"] * n, ["X"] * n, [0] * n, ["dep"] * n)  # noqa: E731
    batch = collate(tree_windows([[tree(10)], [tree(7)]], labels, pieces))
    breaks = torch.zeros_like(batch["real"])
    breaks[:, 0] = True
    return tuple((batch | {"breaks": breaks})[name] for name in INPUTS)


def trace(network: Model, labels: Labels, inputs: tuple[Tensor, ...], path: Path) -> None:
    graph = Graph(network, labels.rel.index("root")).eval()  # the exporter would put dropout back in otherwise
    axes = {name: dict(enumerate(shape)) for name, shape in (INPUTS | OUTPUTS).items()}
    with torch.no_grad():
        torch.onnx.export(
            graph,
            inputs,
            str(path),
            input_names=list(INPUTS),
            output_names=list(OUTPUTS),
            dynamic_axes=axes,
            opset_version=OPSET,
            dynamo=False,
        )


def quantize(source: Path, target: Path, **options: Any) -> None:
    """Weights of matrix products in 7 bits of 8: on CPUs without VNNI sums of full 8-bit products overflow."""
    with tempfile.TemporaryDirectory() as folder:
        prepared = Path(folder) / "prepared.onnx"
        quant_pre_process(str(source), str(prepared), skip_symbolic_shape=True)
        settings = {"weight_type": QuantType.QInt8, "per_channel": True, "reduce_range": True} | options
        quantize_dynamic(str(prepared), str(target), op_types_to_quantize=["MatMul"], **settings)


def export(checkpoint: dict[str, Any], tokenizer: Path, folder: Path) -> None:
    """Writes language.onnx, facts.npz, labels.json and tokenizer.json into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    labels = Labels(**checkpoint["labels"])
    network = Model(labels.sizes(), depth(checkpoint["weights"]))
    network.load_state_dict(checkpoint["weights"])
    pointer = network.facts.pointer
    kept = {"kind": pointer.kind, "weight": pointer.weight, "near": pointer.near, "pair": network.facts.pair}
    np.savez_compressed(
        folder / "facts.npz", **{name: w.detach().numpy().astype(np.float16) for name, w in kept.items()}
    )
    shutil.copyfile(tokenizer, folder / "tokenizer.json")
    (folder / "labels.json").write_text(json.dumps(asdict(labels), indent=1) + "\n", encoding="utf-8")
    with tempfile.TemporaryDirectory() as scratch:
        whole = Path(scratch) / "whole.onnx"
        trace(network, labels, example(labels, WordPieces(tokenizer)), whole)
        quantize(whole, folder / "language.onnx")
    onnx.checker.check_model(str(folder / "language.onnx"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--tokenizer", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=Path(__file__).parent.parent / "language/model")
    args = parser.parse_args()
    torch.set_num_threads(1)
    export(torch.load(args.weights, weights_only=False), args.tokenizer, args.out)
    for path in sorted(args.out.iterdir()):
        print(f"{path.name} {path.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
