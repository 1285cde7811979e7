from datetime import date

import pytest

from loaders.dates import TimeSpan, dates

THURSDAY = date(2006, 8, 17)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("They met on Thursday.", ["2006-08-17"]),
        ("They met on Friday.", ["2006-08-11"]),
        ("They will meet on Friday.", ["2006-08-18"]),
        ("The ban will be lifted by Monday.", ["2006-08-21"]),
        ("He left yesterday.", ["2006-08-16"]),
        ("He left last week.", ["2006-08"]),
        ("It began this week.", ["2006-08"]),
        ("It began last month.", ["2006-07"]),
        ("It was attacked on October 7.", ["2005-10-07"]),
        ("Monday, 14 June 2004", ["2004-06-14"]),
        ("In November it fell.", ["2005-11"]),
        ("In June 2001, four fell.", ["2001-06"]),
        ("It was founded in 2003.", ["2003"]),
        ("two days ago", ["2006-08-15"]),
        ("three weeks ago", ["2006-07"]),
        ("two years ago", ["2004"]),
        ("earlier this year", ["2006"]),
        ("The court ruled on Wednesday of last week.", ["2006-08-09"]),
        ("next Tuesday", ["2006-08-22"]),
        ("on the 12 of this month", ["2006-08-12"]),
        ("They met on August 3. The next day they left.", ["2006-08-03", "2006-08-04"]),
        ("He may go. May said so; 2000 soldiers marched.", []),
    ],
)
def test_expressions_are_resolved_against_the_article(text: str, iso: list[str]) -> None:
    assert [span.iso for span in dates(text, THURSDAY)] == iso


def test_the_hint_wins() -> None:
    assert dates("on Friday", THURSDAY, future=True) == [TimeSpan(3, 9, "2006-08-18")]
    assert dates("on Friday", THURSDAY, future=False) == [TimeSpan(3, 9, "2006-08-11")]


def test_without_a_day_only_whole_dates_are_found() -> None:
    assert [span.iso for span in dates("On Monday, since June 2004 and 3 May 2005", None)] == ["2004-06", "2005-05-03"]
