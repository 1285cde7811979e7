"""The network at run time: ONNX in, arrays out."""

import json
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, cast

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from loaders.language.pieces import Pieces, WordPieces
from loaders.language.windows import padded

FOLDER = Path(__file__).parent / "model"
Arrays = dict[str, NDArray[Any]]


def filled(rows: Sequence[Sequence[int]], width: int) -> NDArray[np.int64]:
    """Rows of unlike length, zeros behind."""
    table = np.zeros((len(rows), width), dtype=np.int64)
    for i, row in enumerate(rows):
        table[i, : len(row)] = row
    return table


class Model:
    """The encoder with its heads, its labels and its vocabulary; read from `folder` once."""

    def __init__(self, folder: Path = FOLDER, threads: int = 1) -> None:
        self.pieces = WordPieces(folder / "tokenizer.json")
        self.labels: dict[str, list[str]] = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.enable_mem_pattern = False  # it would keep memory for each shape, and hardly one comes twice
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        self._session = onnxruntime.InferenceSession(
            str(folder / "language.onnx"), options, providers=["CPUExecutionProvider"]
        )

    @cached_property
    def axes(self) -> dict[str, list[str | int]]:
        """Of each output: its axes by name, N for words."""
        return {output.name: output.shape for output in self._session.get_outputs()}

    def __call__(self, windows: Sequence[Pieces], breaks: Sequence[NDArray[np.bool_]]) -> Arrays:
        """The graph's outputs for one batch; `breaks` tells per word where a sentence has to start."""
        width = padded(max(len(window.ids) for window in windows))
        longest = max(len(window.first) for window in windows)
        inputs = {name: filled([getattr(w, name) for w in windows], width) for name in ("ids", "cases")}
        inputs |= {name: filled([getattr(w, name) for w in windows], longest) for name in ("first", "last")}
        mask = filled([[1] * len(w.ids) for w in windows], width) > 0
        real = filled([[1] * len(w.first) for w in windows], longest) > 0
        forced = filled([b.tolist() for b in breaks], longest) > 0
        forced[:, 0] = True
        outputs = self._session.run(list(self.axes), inputs | {"mask": mask, "real": real, "breaks": forced})
        return dict(zip(self.axes, cast("list[NDArray[Any]]", outputs), strict=True)) | {"breaks": forced}
