"""The command line: reads the environment, calls loaders, graph and api, and prints."""

import logging
import os
import re
import socket
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any, TypedDict, TypeVar

import click
from dotenv import find_dotenv, load_dotenv
from rich.console import Console

import graph.database
from graph import queries
from graph.database import Database, QueryError
from graph.printing import parameter, printed, shown
from loaders.batch import INTERRUPTED, batch
from loaders.form import writer
from loaders.load import Save
from loaders.metadata import moment
from loaders.report import table
from loaders.sources import MAX_CHARACTERS, Options, Refusal, Source, read

NAME = re.compile(r"[\w-]+")
"""Of a query in the library; no statement is one word."""
STORE, DEMO_STORE = "newsgraph.store", "newsgraph-demo.store"
SAMPLES = Path(__file__).parent / "loaders" / "samples"
EXITS = "Exit code: 0 all is well, 1 an error, 2 a wrong call, 3 some articles were refused, 130 interrupted."

QUESTIONS = """
Ask in the browser, below:
  {{ person(name: "Antony Blinken") {{ offices {{ nodes {{ title of {{ name }} }} }}
      meetings {{ nodes {{ date duration actors {{ nodes {{ name }} }} evidence {{ sentence {{ text }} }} }} }} }} }}
Ask in Cypher, from another terminal:
  {command} cypher meetings --store {store}
  {command} cypher stances --store {store}
  {command} cypher disagreements --store {store}
  {command} cypher --list
"""

out = Console()
err = Console(stderr=True)
Command = TypeVar("Command", bound=Callable[..., object])


class Commands(click.Group):
    """Reads `.env` first, and turns an error into one line; with `-v` it is shown with where it comes from."""

    def main(self, *args: Any, **kwargs: Any) -> Any:
        file = find_dotenv(usecwd=True)
        try:
            load_dotenv(file)
        except (OSError, UnicodeDecodeError) as error:
            sys.exit(f"Error: {file} cannot be read: {error}. Mend it (UTF-8, NAME=VALUE lines) or move it away.")
        return super().main(*args, **kwargs)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise
        except KeyboardInterrupt:
            ctx.exit(INTERRUPTED)
        except Exception as error:
            if ctx.meta.get("verbose"):
                raise
            raise click.ClickException(str(error) or type(error).__name__) from error


def _verbose(ctx: click.Context, _: click.Parameter, given: bool) -> None:
    if given:
        ctx.meta["verbose"] = True
        logging.basicConfig(level=logging.INFO, stream=sys.stderr)
        logging.getLogger("loaders").setLevel(logging.DEBUG)


def _moment(ctx: click.Context, parameter: click.Parameter, given: str | None) -> datetime | None:
    if given and not moment(given):
        raise click.BadParameter(f"{given!r} is no date. Write it as 2024-08-19.", ctx, parameter)
    return moment(given)


verbose = click.option(
    "-v", "--verbose", is_flag=True, expose_value=False, callback=_verbose, help="Show tracebacks and what goes on."
)
with_store = click.option(
    "--store",
    envvar=["NEWSGRAPH_STORE", "NEO4J_URI"],
    show_envvar=True,
    default=STORE,
    show_default=True,
    help="A folder (embedded database) or an address (bolt://, neo4j://).",
)
with_port = click.option(
    "--port", default=8000, show_default=True, type=click.IntRange(0, 65535), help="0: any free one."
)


def reading(command: Command) -> Command:
    """What the commands that read articles take."""
    limit_help = "Characters that an article may have."
    for option in (
        click.option("--pipeline", metavar="NAME", help="An installed spaCy pipeline instead of our own."),
        click.option("--limit", default=MAX_CHARACTERS, show_default=True, type=click.IntRange(1), help=limit_help),
        click.option("--published", callback=_moment, metavar="DATE", help="For articles that carry no date."),
        click.argument("paths", nargs=-1, required=True, metavar="PATH..."),
    ):
        command = option(command)
    return command


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(version("newsgraph"))
def main() -> None:
    """Reads news articles, builds the graph of what they say, and serves it by GraphQL and Cypher."""


@main.command(name="load", epilog=EXITS)
@reading
@with_store
@verbose
@click.pass_context
def load_(ctx: click.Context, store: str, paths: tuple[str, ...], pipeline: str | None, **options: Any) -> None:
    """Load articles into the graph.

    PATH is a .txt, .html or .jsonl file, a folder, a pattern, or - for standard input. NAME.json beside NAME.txt may
    tell title, url, publisher and published. Loading an article again changes nothing.
    """
    with opened(store) as database:
        ctx.exit(kept(paths, Options(**options), pipeline, saver(database)))


@main.command(epilog=EXITS)
@reading
@click.option("--out", "folder", required=True, type=click.Path(path_type=Path), help="Folder for the .json files.")
@verbose
@click.pass_context
def extract(ctx: click.Context, folder: Path, paths: tuple[str, ...], pipeline: str | None, **options: Any) -> None:
    """Write the graph of each article as JSON, without a database: NAME.json for NAME.txt."""
    ctx.exit(kept(paths, Options(**options), pipeline, writer(folder), "written"))


@main.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on; 0.0.0.0 for all.")
@with_port
@with_store
@verbose
def serve(store: str, host: str, port: int) -> None:
    """Serve the graph: GraphQL and, in a browser, a playground on /graphql; health on /healthz and /readyz."""
    served(store, host, port)


@main.command()
@click.option("--store", default=DEMO_STORE, show_default=True, help="Where the sample graph is kept.")
@with_port
@verbose
def demo(store: str, port: int) -> None:
    """Load sample articles into an embedded graph and serve it."""
    with opened(store) as database:
        code = kept((str(SAMPLES),), Options(), None, saver(database))
    if code != INTERRUPTED:
        out.print(QUESTIONS.format(command=sys.argv[0], store=store), soft_wrap=True, markup=False, highlight=False)
        served(store, "127.0.0.1", port)


class Login(TypedDict):
    username: str | None
    password: str | None
    database: str | None


def login() -> Login:
    """What the environment says about a Neo4j."""
    password = os.environ.get("NEO4J_PASSWORD") or None
    username = os.environ.get("NEO4J_USERNAME") or ("neo4j" if password else None)
    return {"username": username, "password": password, "database": os.environ.get("NEO4J_DATABASE") or None}


def opened(store: str) -> Database:
    return graph.database.open(store, **login())


def saver(database: Database) -> Save:
    from graph.save import save

    return lambda _, found: save(database, found)


def kept(paths: Sequence[str], options: Options, pipeline: str | None, save: Save, verb: str = "loaded") -> int:
    """Runs a batch and prints what became of it; the exit code."""
    summary, code = batch(paths, options, pipeline, save, err)
    out.print(table(summary, verb))
    return code


@main.command()
@click.argument("statement", required=False)
@click.option("-p", "--parameter", "given", multiple=True, metavar="NAME=VALUE", help="A parameter, as JSON or a word.")
@click.option("--list", "listing", is_flag=True, help="Show the library of named queries.")
@click.option("--json", "shape", flag_value="json", help="Rows as JSON, one a line.")
@click.option("--csv", "shape", flag_value="csv", help="Rows as CSV with a header.")
@click.option("--timeout", default=60.0, show_default=True, help="Seconds that the database may take.")
@with_store
@verbose
def cypher(
    statement: str | None, given: tuple[str, ...], listing: bool, shape: str | None, timeout: float, store: str
) -> None:
    """Ask the graph in Cypher, for reading only: a statement, or the name of a query from the library (--list)."""
    if listing:
        return printed([shown(query) for query in queries.library().values()], shape, out)
    if not statement:
        raise click.UsageError("Give a statement, or the name of a query from --list.")
    parameters, ask = dict(map(parameter, given)), queries.run if NAME.fullmatch(statement) else Database.read
    with opened(store) as database:
        return printed(ask(database, statement, parameters, timeout), shape, out)


@main.command()
@click.argument("article")
@with_store
@verbose
def remove(article: str, store: str) -> None:
    """Take back what only ARTICLE says: its id, or the file it was loaded from."""
    from graph.remove import remove as removal

    with opened(store) as database:
        for name in identified(article):
            out.print(f"{name}: {'removed' if removal(database, name) else 'not in the graph'}")


def identified(article: str) -> list[str]:
    """The ids of the articles in a file, or the one id."""
    if not Path(article).exists():
        return [article]
    found = list(read([article]))
    for refusal in found:
        if isinstance(refusal, Refusal):
            raise click.ClickException(f"{refusal.name}: {refusal.reason}")
    return [source.article.id for source in found if isinstance(source, Source)]


@main.command()
@click.option("--json", "shape", flag_value="json", help="As JSON.")
@with_store
@verbose
def stats(store: str, shape: str | None) -> None:
    """Count what the graph holds."""
    from graph.stats import stats as counts

    with opened(store) as database:
        printed([{"what": name, "count": count} for name, count in counts(database).items()], shape, out)


@main.command()
def schema() -> None:
    """Print the GraphQL schema."""
    from api.schema import sdl

    click.echo(sdl(), nl=False)


def prepare(store: str) -> None:
    """Make the indexes that reads need; a login that may only read has to find them there."""
    from graph.constraints import ensure

    with opened(store) as database, suppress(QueryError):
        ensure(database)


def served(store: str, host: str, port: int) -> None:
    """Serve until Ctrl-C; the store's and the port's errors come before the address is printed."""
    from api.app import Settings
    from api.server import serve as run

    prepare(store)
    try:
        with socket.create_server((host, port)) as probe:
            port = probe.getsockname()[1]
    except OSError as error:
        raise OSError(f"{host}:{port} cannot be served ({error.strerror}). --port 0 takes any free port.") from error
    out.print(f"GraphQL and playground: http://{host}:{port}/graphql (Ctrl-C ends it)", soft_wrap=True)
    with suppress(KeyboardInterrupt):
        run(Settings(store, **login()), host, port)


if __name__ == "__main__":
    main()
