"""A text that is made to keep the computer busy takes seconds, not minutes: each line is gone through a few times."""

import time

import pytest
from conftest import SAMPLE, MakeCase

from praktijkboek.check import check_paths
from praktijkboek.finding import Span
from praktijkboek.report.console import Console
from praktijkboek.report.excerpt import underlined
from praktijkboek.rules.addresses import BRACKETS, SHAPES, WEB
from praktijkboek.rules.rights import DossierIsForm

LONG = 100_000
MOST_SECONDS = 1
"""Of the processor; what was quadratic took 20 to 110."""


@pytest.mark.parametrize(
    "address",
    ["https://" + "a." * LONG + ":x", "mailto:a@" + "." * LONG + "@", "mailto:a@" + "a." * LONG + "@"],
    ids=["web", "punten", "mail"],
)
def test_an_address(address: str) -> None:
    started = time.process_time()
    assert not any(shape.fullmatch(address) for shape in (WEB, SHAPES["mailto"][0]))
    assert time.process_time() - started < MOST_SECONDS


@pytest.mark.parametrize("piece", ["(a)[www.a", "[a] (www.a", "[a][www.a", "[a](www.a", "[a](www.a/."])
def test_brackets(piece: str) -> None:
    started = time.process_time()
    for shape in BRACKETS:
        list(shape.finditer(piece * (LONG // 10)))
    assert time.process_time() - started < MOST_SECONDS


def test_a_long_address_in_brackets() -> None:
    started = time.process_time()
    for shape in BRACKETS:
        list(shape.finditer("[a](www." + "a." * LONG + " )"))
    assert time.process_time() - started < MOST_SECONDS


def test_a_dossier() -> None:
    started = time.process_time()
    assert not DossierIsForm.FORM.search("a@" * LONG)
    assert time.process_time() - started < MOST_SECONDS


def test_a_long_line_is_shown() -> None:
    line = "é" * LONG
    started = time.process_time()
    for at in range(1, LONG, LONG // 100):
        list(underlined(line, Span(1, at, at + 3), Console(), ""))
    assert time.process_time() - started < MOST_SECONDS


@pytest.mark.parametrize(
    ("before", "piece", "after"),
    [
        ("", "1. x\n\ny\n\n", ""),
        ("".join(":" * n + "{tip}\n" for n in range(20, 8, -1)), "Brood en koffie. " * 200 + "\n\n", ""),
        (":::{tip}\n" * 12, "Brood en koffie.\n", ""),
    ],
    ids=["lijsten", "blokken", "blokken-open"],
)
def test_a_text(before: str, piece: str, after: str, make_case: MakeCase) -> None:
    room = 95_000 - len(SAMPLE)
    started = time.process_time()
    check_paths([make_case(text=f"{SAMPLE}\n\n{before}{piece * (room // len(piece))}{after}\n")])
    assert time.process_time() - started < 5 * MOST_SECONDS
