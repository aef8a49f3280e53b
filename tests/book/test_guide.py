"""The guide in the finished book: each field and each rule has its place, in the site and on paper."""

import html
import re
from pathlib import Path

import pytest
from pypdf import PdfReader

from praktijkboek.field_guide import guide
from praktijkboek.rule import AnyRule
from praktijkboek.rules import ALL

from .conftest import Built
from .test_browser import CHROMIUM, address, seen  # noqa: F401 - address is a fixture

pytestmark = pytest.mark.slow

MOST_PAGES_ON_PAPER = 25
BEHIND = "achteraan-woordenlijst"
"""What follows the guide in the book."""
RULES, FIELDS = "book/schrijfwijzer/regels", "book/schrijfwijzer/velden"


@pytest.fixture(scope="module")
def rules_page(built: Built) -> str:
    return (built.site / f"{RULES}.html").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def paper(built: Built) -> PdfReader:
    return PdfReader(built.pdf)


def shown(text: str) -> str:
    """A piece of HTML as a reader sees it."""
    return html.unescape(re.sub(r"<[^>]+>", "", text))


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.name)
def test_a_rule_is_told_with_its_examples(rule: AnyRule, rules_page: str) -> None:
    start = rules_page.index(f'<section class="regel" id="{rule.name}">')
    section = shown(rules_page[start : rules_page.index("</section>", start)])
    assert section.index("Fout\n") < section.index("Goed\n")
    for told in (rule.name, rule.code, rule.bad.typed, rule.good.typed):
        assert told in section


def test_a_field_has_its_place_with_its_example_and_words(built: Built) -> None:
    page = (built.site / f"{FIELDS}.html").read_text(encoding="utf-8")
    for entry in guide():
        assert f'id="{entry.name}"' in page
        assert entry.example in shown(page)
        for word in entry.words.values():
            assert f'<span class="pre">{word.slug}</span>' in page
        for inner in entry.entries:
            assert f'id="{entry.name}-{inner.name}"' in page


def test_paper_has_the_same_places(paper: PdfReader) -> None:
    places = set(paper.named_destinations)
    assert {f"schrijfwijzer-regels--{rule.name}" for rule in ALL} <= places
    assert {f"schrijfwijzer-velden--{entry.name}" for entry in guide()} <= places


def test_the_guide_takes_few_pages(paper: PdfReader) -> None:
    start, end = (
        paper.get_destination_page_number(paper.named_destinations[name]) for name in ("schrijfwijzer", BEHIND)
    )
    assert start is not None and end is not None
    assert 0 < end - start <= MOST_PAGES_ON_PAPER


def test_the_guide_is_found_from_where_people_ask(built: Built) -> None:
    assert "schrijfwijzer/index.html" in (built.site / "book/achteraan/meewerken.html").read_text(encoding="utf-8")


@pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium: apt-get install chromium")
def test_the_name_of_a_rule_is_found(address: str, tmp_path: Path) -> None:  # noqa: F811
    page, console = seen(f"{address}search.html?q=foto-zonder-alt", tmp_path)
    assert f"{RULES}.html#foto-zonder-alt" in page
    assert console == ""


@pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium: apt-get install chromium")
def test_who_looks_for_a_place_finds_no_example(address: str, tmp_path: Path) -> None:  # noqa: F811
    page, _ = seen(f"{address}search.html?q=laadpaal", tmp_path)
    results = page[page.index('id="zoekresultaten"') :]
    assert "cases/" in results
    assert FIELDS not in results
