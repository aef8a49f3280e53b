"""The line that tells how far the layout is."""

import io
import re

import pytest

from praktijkboek.print.edition import BOOK
from praktijkboek.print.fragments.job import Job
from praktijkboek.print.fragments.progress import Progress, time_left, title
from praktijkboek.print.fragments.units import Unit
from praktijkboek.site import run


def job(html: str = "<h2>De Melkerij</h2>", name: str = "de-melkerij") -> Job:
    return Job(Unit(name, html), BOOK, {}, name)


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ('<p>x</p><h2 class="a">Onder ’t\n <em>Per\xadron</em> &amp; co</h2><h3>Aanbod</h3>', "Onder ’t Perron & co"),
        ("<p>geen kop</p>", "de-melkerij"),
        ("<h2><img></h2>", "de-melkerij"),
    ],
)
def test_a_unit_is_called_by_its_heading(html: str, words: str) -> None:
    assert title(job(html)) == words


@pytest.mark.parametrize(
    ("seconds", "part", "words"),
    [
        (0.0, 0.1, ""),
        (10.0, 0.8, ""),
        (10.0, 0.5, ", nog ongeveer 10 s"),
        (11.4, 0.25, ", nog ongeveer 35 s"),
        (59.0, 0.5, ", nog ongeveer 60 s"),
        (100.0, 0.5, ", nog ongeveer 2 min"),
        (300.0, 1.0, ""),
    ],
)
def test_how_long_it_will_take(seconds: float, part: float, words: str) -> None:
    assert time_left(seconds, part) == words


class Terminal(io.StringIO):
    """A terminal that keeps what it shows."""

    def isatty(self) -> bool:
        return True


def shown(stream: io.StringIO, caplog: pytest.LogCaptureFixture) -> list[str]:
    """What two jobs of three look like, when what they say comes through Sphinx to the screen."""
    caplog.set_level("INFO")
    jobs = [job(name="één"), job("<h2>Twee \x1b[31m</h2>", "twee")]
    progress = Progress(3, jobs)
    for number, one in enumerate(jobs, start=3):
        progress.step(one, number)
    screen = run.Progress(stream, "PDF")
    for message in caplog.messages:
        screen.write(f"{message}\n")
    screen.done()
    return [line for line in re.split(r"\r\x1b\[K", stream.getvalue()) if line]


def test_one_line_counts_up(caplog: pytest.LogCaptureFixture) -> None:
    assert shown(Terminal(), caplog) == [
        "PDF: 1 van 3 stonden klaar",
        "PDF: 2 van 3, 3 bladzijden: De Melkerij",
        "PDF: 3 van 3, 7 bladzijden: Twee ␛[31m",
    ]


def test_it_is_never_longer_than_the_screen(caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "20")
    assert shown(Terminal(), caplog)[-1] == "PDF: 3 van 3, 7 bla"


def test_a_log_gets_none_of_it(caplog: pytest.LogCaptureFixture) -> None:
    assert shown(io.StringIO(), caplog) == []
