"""What a person sees of a batch: a progress bar, each refusal with its reason, a table at the end."""

import time
from collections.abc import Iterable
from dataclasses import dataclass

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from loaders.load import Outcome


@dataclass(frozen=True, slots=True)
class Summary:
    """A finished batch; `seconds` is how long it took."""

    outcomes: tuple[Outcome, ...]
    seconds: float

    def count(self, result: str) -> int:
        return sum(outcome.result == result for outcome in self.outcomes)

    @property
    def words(self) -> int:
        return sum(outcome.words for outcome in self.outcomes)

    @property
    def articles_a_minute(self) -> float:
        """Of those that were read; 0.0 where none was."""
        read = len(self.outcomes) - self.count("refused")
        return 60 * read / self.seconds if self.seconds else 0.0


def watched(outcomes: Iterable[Outcome], total: int | None, console: Console) -> Summary:
    """Runs a batch to its end with a bar on `console`; `total` is None where nobody knows how many articles come."""
    begin = time.monotonic()
    seen: list[Outcome] = []
    with _bar(console) as bar:
        task = bar.add_task("reading", total=total)
        for outcome in outcomes:
            seen.append(outcome)
            _tell(outcome, bar.console)
            bar.update(task, advance=1)
    return Summary(tuple(seen), time.monotonic() - begin)


def _bar(console: Console) -> Progress:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    return Progress(*columns, console=console, transient=True, disable=not console.is_terminal)


def _tell(outcome: Outcome, console: Console) -> None:
    for note in outcome.notes:
        console.print(f"[yellow]note[/] {escape(outcome.name)}: {escape(note)}", soft_wrap=True, highlight=False)
    if outcome.result == "refused":
        reason = escape(outcome.reason)
        console.print(f"[red]refused[/] {escape(outcome.name)}: {reason}", soft_wrap=True, highlight=False)


def table(summary: Summary, verb: str = "loaded") -> Table:
    """Articles by what became of them, words and speed; `verb` is what was done with those that are new."""
    rows = [
        ("articles", f"{len(summary.outcomes):,}"),
        (f"  {verb}", f"{summary.count('loaded'):,}"),
        *((f"  {result}", f"{summary.count(result):,}") for result in ("unchanged", "refused")),
        ("words", f"{summary.words:,}"),
        ("seconds", f"{summary.seconds:,.1f}"),
        ("articles a minute", f"{summary.articles_a_minute:,.0f}"),
    ]
    found = Table(show_header=False)
    found.add_column()
    found.add_column(justify="right")
    for row in rows:
        found.add_row(*row)
    return found
