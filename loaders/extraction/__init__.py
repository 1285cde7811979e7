"""Documents to graphs of articles: mentions, entities and facts with their evidence."""

from loaders.extraction.extract import extract, from_doc

__all__ = ["extract", "from_doc"]
