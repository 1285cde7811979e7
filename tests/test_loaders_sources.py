"""Readers: what each kind of file gives, and the clear error that each kind of bad input gets."""

import io
import json
import os
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.article import Article
from graph.identity import article_id
from loaders.decoding import Unreadable, decode
from loaders.english import has_sentences, is_english
from loaders.metadata import date_line, moment
from loaders.page import page
from loaders.sources import MAX_BYTES, Options, Refusal, Source, headline, read

TEXT = "Talks resume in Doha\n\nMediators from Qatar and Egypt met in Doha on Thursday. Hamas did not take part.\n"
PAGE = """<!doctype html><html lang="en"><head><title>Talks resume in Doha | Example</title>
<meta property="og:title" content="Talks resume in Doha"><meta property="og:site_name" content="Example News">
<link rel="canonical" href="https://example.org/doha">
<meta property="article:published_time" content="2024-08-15T10:00:00Z"></head>
<body><nav><a href="/">Home</a></nav><article><h1>Talks resume in Doha</h1>
<p>Mediators from Qatar, Egypt and the United States met in Doha on Thursday &amp; spoke for hours.
<p>Hamas did not take part in the talks, an official said. <b>It asked for a plan</b> to carry out the July text.
</article><footer>Copyright 2024 Example News. All rights reserved.</footer>"""
OTHER_LANGUAGES = {
    "German": "Der israelische Ministerpräsident hat am Montag den amerikanischen Außenminister zu einem dreistündigen "
    "Gespräch empfangen. Nach Angaben seines Büros ging es um den Vorschlag für eine Waffenruhe und die Geiseln.",
    "Dutch": "De Israëlische premier heeft maandag de Amerikaanse minister van Buitenlandse Zaken ontvangen voor een "
    "gesprek van drie uur. Volgens zijn kantoor was het overleg positief, maar Hamas zei dat er geen akkoord was.",
    "French": "Le Premier ministre israélien a reçu lundi le secrétaire d'État américain pour un entretien de trois "
    "heures à Jérusalem. Les discussions ont porté sur la proposition de cessez-le-feu et la libération des otages.",
    "Spanish": "El primer ministro israelí recibió el lunes al secretario de Estado estadounidense en una reunión de "
    "tres horas en Jerusalén. Las conversaciones trataron sobre la propuesta de alto el fuego y los rehenes.",
    "Danish": "Israels premierminister modtog mandag den amerikanske udenrigsminister til et tre timer langt møde i "
    "Jerusalem. Samtalerne handlede om forslaget til våbenhvile og frigivelsen af gidslerne, men der var ikke enighed.",
    "Indonesian": "Perdana Menteri Israel menerima Menteri Luar Negeri Amerika Serikat pada hari Senin untuk pertemuan "
    "selama tiga jam di Yerusalem. Pembicaraan itu membahas usulan gencatan senjata dan pembebasan sandera di Gaza.",
    "Russian": "Премьер-министр Израиля принял в понедельник государственного секретаря США для трёхчасовой беседы.",
    "Arabic": "التقى رئيس الوزراء الإسرائيلي وزير الخارجية الأمريكي لمدة ثلاث ساعات في القدس.",
    "Chinese": "以色列总理周一在耶路撒冷会见了美国国务卿,会谈持续了三个小时。",
}


def written(folder: Path, name: str, content: str | bytes) -> str:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return str(path)


def one(path: str, options: Options | None = None) -> Source:
    (found,) = read([path], options)
    assert isinstance(found, Source), found
    return found


def reason(path: str, options: Options | None = None) -> str:
    (found,) = read([path], options)
    assert isinstance(found, Refusal), found
    return found.reason


def test_text_is_kept_as_it_is_with_what_the_sidecar_tells(tmp_path: Path) -> None:
    text = TEXT.replace("\n", "\r\n")
    path = written(tmp_path, "doha.txt", text)
    written(tmp_path, "doha.json", json.dumps({"meta": {"published": "2024-08-15", "publisher": {"name": "Example"}}}))
    assert one(path).article == Article(
        id=article_id(TEXT),
        text=text,
        title="Talks resume in Doha",
        publisher="Example",
        published=datetime(2024, 8, 15, tzinfo=UTC),
    )


def test_sidecar_keys_at_the_top_level(tmp_path: Path) -> None:
    path = written(tmp_path, "a.txt", TEXT)
    written(
        tmp_path,
        "a.json",
        '{"date": "2024-08-15T10:00:00+02:00", "source": "Wire", "url": "https://e.org/1", "title": "T"}',
    )
    article = one(path).article
    assert (article.title, article.publisher, article.url) == ("T", "Wire", "https://e.org/1")
    assert article.published == datetime(2024, 8, 15, 8, tzinfo=UTC)


def test_published_option_is_for_articles_without_a_date(tmp_path: Path) -> None:
    given_date = datetime(2024, 1, 2, tzinfo=UTC)
    undated, dated = written(tmp_path, "a.txt", TEXT), written(tmp_path, "b.txt", "August 15, 2024\n" + TEXT)
    assert one(undated, Options(published=given_date)).article.published == given_date
    assert one(dated, Options(published=given_date)).article.published == datetime(2024, 8, 15, tzinfo=UTC)


def test_page_gives_text_and_metadata(tmp_path: Path) -> None:
    article = one(written(tmp_path, "doha.html", PAGE)).article
    assert article.text.splitlines() == [
        "Talks resume in Doha",
        "Mediators from Qatar, Egypt and the United States met in Doha on Thursday & spoke for hours.",
        "Hamas did not take part in the talks, an official said. It asked for a plan to carry out the July text.",
    ]
    assert (article.title, article.publisher, article.url) == (
        "Talks resume in Doha",
        "Example News",
        "https://example.org/doha",
    )
    assert article.published == datetime(2024, 8, 15, tzinfo=UTC)


def test_broken_page_is_salvaged(tmp_path: Path) -> None:
    cut = PAGE.replace("</head>", "<p></div>", 1)[: PAGE.index("July")]
    assert "Hamas did not take part" in one(written(tmp_path, "cut.htm", cut)).article.text


def test_page_in_the_charset_that_it_declares(tmp_path: Path) -> None:
    page_1251 = PAGE.replace("<head>", '<head><meta charset="windows-1251">').replace("an official", "Mr Иванов")
    found = one(written(tmp_path, "a.html", page_1251.encode("cp1251")))
    assert "Mr Иванов said" in found.article.text
    assert found.notes == ("read as cp1251, which the page declares",)


def test_lines_are_articles_and_a_bad_line_is_refused_alone(tmp_path: Path) -> None:
    lines = [
        json.dumps({"title": "One", "text": TEXT, "published": 1723716000, "link": "https://e.org/1"}),
        "",
        "{broken",
        json.dumps({"title": "no text"}),
        json.dumps(["not", "an object"]),
        json.dumps({"body": TEXT + "More followed on Friday.", "pubDate": "Thu, 15 Aug 2024 10:00:00 GMT"}),
        json.dumps({"text": "Nul \0 byte. It is bad."}),
        r'{"text": "A lone \ud800 surrogate. It is bad."}',
        "[" * 100_000,
    ]
    path = written(tmp_path, "wire.jsonl", "\ufeff" + "\n".join(lines))
    found = list(read([path]))
    assert [(r.name.rpartition(":")[2], r.article.published) for r in found if isinstance(r, Source)] == [
        ("1", datetime(2024, 8, 15, 10, tzinfo=UTC)),
        ("6", datetime(2024, 8, 15, 10, tzinfo=UTC)),
    ]
    refused = {r.name.rpartition(":")[2]: r.reason for r in found if isinstance(r, Refusal)}
    assert refused["3"].startswith("not JSON: Expecting property name")
    assert refused["4"].startswith("no text: none of the keys text, body")
    assert refused["5"] == "not a JSON object but list"
    assert refused["7"] == "binary: holds the control character '\\x00' at character 4"
    assert refused["8"] == "binary: holds the control character '\\ud800' at character 7"
    assert refused["9"].startswith("not JSON")


def test_a_huge_line_is_refused_and_the_next_is_read(tmp_path: Path) -> None:
    path = written(tmp_path, "a.jsonl", "x" * (2 * MAX_BYTES + 5) + "\n" + json.dumps({"text": TEXT}))
    refused, read_line = read([path])
    assert refused == Refusal(path + ":1", "too large: more than 10,000,000 bytes")
    assert isinstance(read_line, Source)
    assert read_line.name == path + ":2"


def test_folders_patterns_and_repeated_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "in" / "deep").mkdir(parents=True)
    (tmp_path / "in" / ".hidden").mkdir()
    for name in ("in/a.txt", "in/a.json", "in/deep/b.TXT", "in/deep/c.png", "in/.hidden/d.txt"):
        written(tmp_path, name, TEXT if name.lower().endswith("txt") else "{}")
    monkeypatch.chdir(tmp_path)
    assert [r.name for r in read(["in", "in/a.txt", "in/**/*.TXT"])] == ["in/a.txt", "in/deep/b.TXT"]
    assert list(read(["no*.txt", "nothing.txt"])) == [
        Refusal("no*.txt", "no file matches this pattern"),
        Refusal("nothing.txt", "no such file or folder"),
    ]


@pytest.mark.parametrize(
    ("content", "title"),
    [(TEXT, "Talks resume in Doha"), (PAGE, "Talks resume in Doha"), (json.dumps({"text": TEXT, "title": "J"}), "J")],
    ids=["text", "page", "lines"],
)
def test_standard_input_is_told_by_how_it_begins(content: str, title: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(content.encode()))))
    assert one("-").article.title == title


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\t\n", "empty"),
        ("bom.txt", b"\xef\xbb\xbf", "empty"),
        ("binary.txt", b"\x7fELF\x02\x01\x01\x00\x00", "binary: a program, not text"),
        ("paper.txt", b"%PDF-1.7 ...", "binary: a PDF, not text"),
        ("nul.txt", b"The talks\x00 went on.", "binary: holds NUL bytes"),
        ("control.txt", b"The talks\x02 went on.", "binary: holds the control character '\\x02' at character 9"),
        ("wrong.txt", "Министр прибыл в Женеву. Переговоры начались.".encode("cp1251"), "not UTF-8: invalid"),
        ("broken.txt", "“Peace,” he said — “now.” “Yes.”".encode()[:-1], "not UTF-8: unexpected end of data"),
        ("utf16.txt", b"\xff\xfeT\x00h\x00e", "not utf-16 as it says: truncated data at byte 6"),
        ("list.txt", b"Israel\nHamas\nQatar\nEgypt\n", "not an article: no sentence found"),
        ("huge.txt", TEXT.encode() * 3000, "too large: 309,000 characters, at most 200,000 are read (--limit)"),
        ("tiny.html", b"<html><body><nav>Home</nav></body></html>", "not an article: no sentence found"),
        ("bare.html", b"<html><body></body></html>", "no article found in the page"),
        ("empty.jsonl", b"", "empty"),
        ("report.pdf", b"%PDF-1.7", ".pdf is not .txt, .html or .jsonl"),
        *((f"{name}.txt", text.encode(), "not English: ") for name, text in OTHER_LANGUAGES.items()),
    ],
    ids=lambda value: value if isinstance(value, str) and "." in value[:14] else "",
)
def test_bad_input_gets_its_clear_error(tmp_path: Path, name: str, content: bytes, expected: str) -> None:
    assert reason(written(tmp_path, name, content)).startswith(expected)


def test_one_bad_file_does_not_stop_the_others(tmp_path: Path) -> None:
    written(tmp_path, "a.txt", b"\x00\x01")
    written(tmp_path, "b.txt", TEXT)
    written(tmp_path, "b.json", "[1]")
    written(tmp_path, "c.txt", TEXT + "And more.")
    assert [type(r).__name__ for r in read([str(tmp_path)])] == ["Refusal", "Refusal", "Source"]


def test_a_broken_sidecar_is_named(tmp_path: Path) -> None:
    path = written(tmp_path, "b.txt", TEXT)
    written(tmp_path, "b.json", "{")
    assert reason(path).startswith("b.json beside it: not JSON")


def test_a_date_that_is_none_is_a_note(tmp_path: Path) -> None:
    path = written(tmp_path, "b.txt", TEXT)
    written(tmp_path, "b.json", '{"published": "last week"}')
    assert one(path).notes == ("no date: 'last week' is not ISO 8601 (2024-08-19 or 2024-08-19T10:00:00Z)",)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = written(tmp_path, "a.txt", TEXT)
    Path(path).chmod(0)
    assert reason(path) == "cannot be read: Permission denied"


def test_windows_text_is_read_with_a_note() -> None:
    text = "The minister’s “last” word – so far – was no, and the talks went on."
    assert decode(text.encode("cp1252")) == (text, "not UTF-8, read as windows-1252")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_byte_order_marks(encoding: str) -> None:
    assert decode("Zoë met Åsa.".encode(encoding)) == ("Zoë met Åsa.", "")


@pytest.mark.parametrize("text", ["Ceasefire now", "Blinken met Netanyahu.", TEXT])
def test_short_english_is_not_refused(text: str) -> None:
    assert is_english(text)


@pytest.mark.parametrize(
    ("given_value", "expected"),
    [
        ("2024-08-19", datetime(2024, 8, 19, tzinfo=UTC)),
        ("2024-08-19T10:00:00Z", datetime(2024, 8, 19, 10, tzinfo=UTC)),
        ("Mon, 19 Aug 2024 10:00:00 +0200", datetime(2024, 8, 19, 8, tzinfo=UTC)),
        (1724061600.0, datetime(2024, 8, 19, 10, tzinfo=UTC)),
        ("19 August", None),
        ("", None),
        (True, None),
        (float("inf"), None),
        (10**30, None),
        ({}, None),
    ],
)
def test_moments(given_value: object, expected: datetime | None) -> None:
    assert moment(given_value) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Monday, August 19, 2024\nText.", datetime(2024, 8, 19, tzinfo=UTC)),
        ("Headline\n\n19 Aug. 2024\nText.", None),
        ("Headline\n\n19 August 2024\nText.", datetime(2024, 8, 19, tzinfo=UTC)),
        ("August 19, 2024 was a Monday.", None),
        ("Smarch 13, 2024", None),
        ("February 30, 2024", None),
        ("one\ntwo\nthree\nAugust 19, 2024", None),
    ],
)
def test_a_date_counts_only_on_a_line_of_its_own(text: str, expected: datetime | None) -> None:
    assert date_line(text) == expected


def test_headline() -> None:
    assert headline(TEXT) == "Talks resume in Doha"
    assert headline("A sentence that ends.\nMore.") is None
    assert headline("Alone") is None


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.binary(max_size=400), st.text(max_size=400).map(str.encode)))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    with suppress(Unreadable):
        text, _ = decode(data)
        assert text.encode()


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_any_mangled_page_is_read_or_refused(data: st.DataObject) -> None:
    cut = data.draw(st.integers(0, len(PAGE)))
    noise = data.draw(st.text(alphabet="<>&;/='\" ap!-[]", max_size=60))
    with suppress(Unreadable):
        text, _ = page((PAGE[:cut] + noise + PAGE[cut:]).encode())
        assert text


def test_a_long_text_without_full_stops_has_no_sentences() -> None:
    assert not has_sentences("a " * 100_000)
