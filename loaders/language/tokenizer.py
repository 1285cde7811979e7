"""spaCy's tokenizer, made safe for text without spaces.

It takes affixes off a run of characters one by one and looks through the run for each: time grows with the square of
its length, minutes for 20 kB of punctuation. Longer runs than any word or address are therefore cut.
"""

import re
from typing import Any

from spacy.tokenizer import Tokenizer as SpacyTokenizer
from spacy.tokens import Doc

LONGEST_RUN = 250
"""Characters without white space."""
RUN = re.compile(rf"\S{{{LONGEST_RUN}}}(?=\S)")


class Tokenizer:
    """Calls the tokenizer that it holds; all else is the tokenizer's own."""

    def __init__(self, inner: SpacyTokenizer) -> None:
        self._inner = inner

    def __call__(self, text: str) -> Doc:
        cuts = [run.end() for run in RUN.finditer(text)]
        if not cuts:
            return self._inner(text)
        parts = [self._inner(text[a:b]) for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True)]
        words = [token.text for part in parts for token in part]
        spaces = [bool(token.whitespace_) for part in parts for token in part]
        return Doc(self._inner.vocab, words=words, spaces=spaces)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._inner, name)
