"""The best tree of each sentence from the scores of its arcs.

Nodes are numbered from 1, 0 is the root. A tree has one word at the root.
"""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.floating]
Ints = NDArray[np.int64]
NEVER = -1e9


def broken(heads: Ints, sentence: Ints) -> Ints:
    """Numbers of the sentences whose arcs have a cycle, no root or several. `sentence` counts from 0."""
    above = np.concatenate([[0], heads])
    for _ in range(len(heads).bit_length()):
        above = above[above]
    roots = np.bincount(sentence, heads == 0)
    loops = np.bincount(sentence, above[1:] != 0)
    return np.flatnonzero((roots != 1) | (loops > 0))


def cycle(heads: list[int]) -> list[int]:
    """Nodes of one cycle; heads[0] is the root's and not read."""
    seen = [0] * len(heads)
    for start in range(1, len(heads)):
        path: list[int] = []
        node = start
        while node and not seen[node]:
            seen[node] = start
            path.append(node)
            node = heads[node]
        if node and seen[node] == start:
            return path[path.index(node) :]
    return []


def arborescence(scores: Floats) -> Ints:
    """Heads of the tree with the highest sum, by Chu-Liu-Edmonds; scores[d, h] over all nodes with the root."""
    heads = scores.argmax(1)
    loop = np.array(cycle(heads.tolist()), dtype=np.int64)
    if not len(loop):
        return heads
    outside = np.delete(np.arange(len(scores)), loop)
    into = scores[np.ix_(loop, outside)] - scores[loop, heads[loop]][:, None]
    out_of = scores[np.ix_(outside, loop)]
    size = len(outside)
    smaller = np.full((size + 1, size + 1), NEVER)
    smaller[:size, :size] = scores[np.ix_(outside, outside)]
    smaller[size, :size], smaller[:size, size] = into.max(0), out_of.max(1)
    chosen = arborescence(smaller)
    inside = chosen[:size] == size
    heads[outside[~inside]] = outside[chosen[:size][~inside]]
    heads[outside[inside]] = loop[out_of.argmax(1)[inside]]
    entered = loop[into.argmax(0)[chosen[size]]]
    heads[entered] = outside[chosen[size]]
    return heads


def tree(scores: Floats) -> Ints:
    """Heads [n] of the best tree whose root is the likeliest word; scores [n, n + 1] have the root at place 0."""
    size = len(scores)
    square = np.full((size + 1, size + 1), NEVER)
    square[1:, 1:] = scores[:, 1:]
    np.fill_diagonal(square, NEVER)
    rest = np.where(np.eye(size, dtype=bool), NEVER, scores[:, 1:]).max(1)
    root = 1 + int((scores[:, 0] - rest).argmax())
    square[root, 1:] = NEVER
    square[0, 0] = square[root, 0] = 0
    return arborescence(square)[1:]


def heads(scores: Floats, sentence: Ints) -> Ints:
    """Heads [n] of the words of a window; scores [n, n + 1] are low between sentences, whose numbers start at 0."""
    best = scores.argmax(1)
    for number in broken(best, sentence):
        words = np.flatnonzero(sentence == number)
        start, end = words[0], words[-1] + 1
        inner = np.concatenate([[0], np.arange(start + 1, end + 1)])
        best[start:end] = inner[tree(scores[start:end][:, inner].astype(np.float64))]
    return best
