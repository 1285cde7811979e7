"""Parts and wholes by the words between names; the names are marked in the test, so no model is asked."""

import pytest
from marked import context_of

from loaders.extraction.body_parts import body_parts
from loaders.extraction.places_within import places_within


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("[G Iran] was told so. [G Iran's atomic agency] denies it.", {("Iran's atomic agency", "Iran")}),
        ("[G India] waits. The [G Supreme Court of India] decides.", {("Supreme Court of India", "India")}),
        ("[O NATO]'s 8,000-strong [O Security Force] left.", {("Security Force", "NATO")}),
        ("[O ETA]'s political wing [O Batasuna] agreed.", {("Batasuna", "ETA")}),
        ("[O Al Qassam], the military wing of [O Hamas], said so.", {("Al Qassam", "Hamas")}),
        ("[O KSDK], an [O NBC] affiliate, said so.", {("KSDK", "NBC")}),
        ("[G Kenya] is a member of the [O African Union].", {("Kenya", "African Union")}),
        (
            "The [O Quartet] ([G Russia], the [G United States] and the [O European Union]) met.",
            {("Russia", "Quartet"), ("United States", "Quartet"), ("European Union", "Quartet")},
        ),
        ("They met in [P Taba], [P Egypt].", {("Taba", "Egypt")}),
        (
            "They met in [P Kirkwood], [P Missouri], [P United States].",
            {("Kirkwood", "Missouri"), ("Missouri", "United States")},
        ),
        ("They met in [P Lucerne]'s [P Old Town].", {("Old Town", "Lucerne")}),
        ("Rain fell in [P Egypt]. They met in the Egyptian resort of [P Taba].", {("Taba", "Egypt")}),
    ],
)
def test_what_the_words_between_say(marked: str, expected: set[tuple[str, str]]) -> None:
    context = context_of(marked)
    name = {e.id: e.name for e in context.entities}
    found = (*body_parts(context), *places_within(context))
    assert {(name[one.part], name[one.whole]) for one in found} == expected


@pytest.mark.parametrize(
    "marked",
    [
        "The [O Rapid Support Forces] ([O RSF]) left.",
        "[G Thailand]'s ruling [O Thai Rak Thai Party] left.",
        "[G Egypt]'s ambassador to [G Iraq] left.",
        "[G Somalia]. [G Somalia's interim government] left.",
        "The [O Green Party of Canada] left. [G Canada] stayed.",
        "They went to [P Lyon], [P Nice] and [P Paris].",
        "Storms hit [P Tennessee], [P Missouri] and [P Idaho].",
        "They met in [P Cairo]. [P Egypt] is warm.",
    ],
)
def test_what_says_nothing(marked: str) -> None:
    context = context_of(marked)
    assert not [*body_parts(context), *places_within(context)]
