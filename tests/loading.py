"""A process that saves articles until it ends or is killed: `python loading.py STORE NUMBER..`. Prints the saved."""

import sys

import graphs

import graph.database
from graph.save import save


def main(store: str, numbers: list[int]) -> None:
    with graph.database.open(store) as database:
        for number in numbers:
            save(database, graphs.synthetic(number, SENTENCES))
            print(number, flush=True)


SENTENCES = 6
"""Small articles: what is tested is where a load is cut, not how much it holds."""

if __name__ == "__main__":
    main(sys.argv[1], list(map(int, sys.argv[2:])))
