"""How well the graph tells what articles say: `python -m tests.benchmarks --help`."""
