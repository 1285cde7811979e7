"""The same articles loaded twice into an empty store: the second time must change nothing."""

import tempfile
from collections.abc import Iterable

import graph.database
from graph.article import Article
from graph.save import save
from graph.stats import stats
from tests.benchmarks.articles import Extract
from tests.benchmarks.scoring import Count


def measured(articles: Iterable[Article], extract: Extract) -> Count:
    """Articles whose second loading changes nothing, and all; none where the store has other counts afterwards."""
    loaded = list(articles)
    with tempfile.TemporaryDirectory() as folder, graph.database.open(folder) as database:
        for article in loaded:
            save(database, extract(article))
        before = stats(database)
        unchanged = sum(not save(database, extract(article)) for article in loaded)
        return Count(unchanged if stats(database) == before else 0, len(loaded))
