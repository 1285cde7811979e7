import pytest

from loaders.durations import durations


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("They talked for three hours.", "PT3H"),
        ("a week-long strike", "P1W"),
        ("a 24-hour ceasefire", "PT24H"),
        ("two and a half years", "P2Y6M"),
        ("2 1/2 years of talks", "P2Y6M"),
        ("two hours and 30 minutes", "PT2H30M"),
        ("half an hour", "PT30M"),
        ("over the past month", "P1M"),
        ("twenty-five years in prison", "P25Y"),
        ("jammed roads for two days before the end", "P2D"),
    ],
)
def test_lengths_of_time(text: str, iso: str) -> None:
    assert [span.iso for span in durations(text)] == [iso]


@pytest.mark.parametrize("text", ["two days ago", "a 12-year-old girl", "three years later"])
def test_points_and_ages_are_no_durations(text: str) -> None:
    assert durations(text) == []
