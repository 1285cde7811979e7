"""HTML pages: the article without menus, advertisements and footers, by trafilatura."""

from dataclasses import replace

from trafilatura import bare_extraction
from trafilatura.settings import Document

from loaders.decoding import Unreadable, declared_charset, decode
from loaders.metadata import Metadata, metadata

DATES = {"original_date": True, "extensive_search": False}
"""The date that the page states, never one guessed from somewhere in its text."""


def page(data: bytes) -> tuple[str, Metadata]:
    """Text (one paragraph a line, the headline first where the page has it there) and metadata of an HTML page.

    Broken HTML is salvaged as browsers do. Raises Unreadable where no article is found in it.
    """
    html, note = decode(data, declared_charset(data))
    document = _document(html)
    if document is None or not document.text:
        raise Unreadable("no article found in the page: it has no paragraphs of running text")
    told = metadata(
        {"title": document.title, "url": document.url, "publisher": document.sitename, "published": document.date}
    )
    return document.text, replace(told, notes=told.notes + ((note,) if note else ()))


def _document(html: str) -> Document | None:
    try:
        found = bare_extraction(
            html, include_comments=False, include_tables=False, with_metadata=True, date_extraction_params=DATES
        )
    except Exception as error:  # whatever the parser meets in a foreign page: the page is refused, not the batch
        raise Unreadable(f"broken HTML: {error}") from error
    return found if isinstance(found, Document) else None
