"""A batch as a person starts it: reads, extracts and keeps all articles, shows how far it is, ends well on Ctrl-C."""

import signal
import threading
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from functools import partial

from rich.console import Console
from threadpoolctl import threadpool_limits

from loaders.load import Save, load
from loaders.report import Summary, watched
from loaders.sources import Options, expected, read

INTERRUPTED, REFUSED = 130, 3
"""Exit codes; 130 is what shells give a program that Ctrl-C ended."""


def batch(
    paths: Sequence[str], options: Options, pipeline: str | None, save: Save, console: Console
) -> tuple[Summary, int]:
    """What became of the articles of `paths`, and the exit code. `pipeline` names another spaCy pipeline than ours."""
    from loaders import language  # takes a second to import
    from loaders.extraction import extract

    with console.status("starting the language model"):
        nlp = language.load(pipeline)
    # the products of an article are too small for threads: handing them out takes longer than they do
    with interrupts(console) as interrupted, threadpool_limits(limits=1, user_api="blas"):
        outcomes = load(read(paths, options), partial(extract, nlp=nlp), save, interrupted.is_set)
        summary = watched(outcomes, expected(paths), console)
    return summary, INTERRUPTED if interrupted.is_set() else REFUSED if summary.count("refused") else 0


@contextmanager
def interrupts(console: Console) -> Generator[threading.Event]:
    """Set by the first Ctrl-C, so that the article in hand is finished; the second ends the program at once."""
    event = threading.Event()

    def stop(*_: object) -> None:
        event.set()
        signal.signal(signal.SIGINT, before)
        console.print("finishing the article in hand; Ctrl-C again stops at once")

    before = signal.signal(signal.SIGINT, stop)
    try:
        yield event
    finally:
        signal.signal(signal.SIGINT, before)
