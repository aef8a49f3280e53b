"""The site's own search finds what readers type, in the scripts that their browser runs."""

import shutil
from pathlib import Path

import pytest
from search import ask, missed, questions

from .conftest import Built, praktijkboek
from .test_browser import CHROMIUM, address, seen  # noqa: F401 - a fixture

pytestmark = pytest.mark.slow
DATA = ["searchindex.js", "zoekgegevens.js"]
needs_node = pytest.mark.skipif(shutil.which("node") is None, reason="needs Node.js: apt-get install nodejs")
needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium: apt-get install chromium")


@needs_node
def test_every_question_is_answered(built: Built) -> None:
    asked = questions()
    assert missed(asked, ask(built.site, "ours", asked)) == {}


@needs_node
def test_what_leads_to_other_pages_is_no_result(built: Built) -> None:
    found = ask(built.site, "ours", [question for question in questions() if question.typed == "deelauto"])[0]
    assert "book/achteraan/register" not in found
    assert "book/index" not in found


@needs_node
def test_the_guide_for_authors_comes_last(built: Built) -> None:
    found = ask(built.site, "ours", [question for question in questions() if question.typed == "auto"])[0]
    guide = [page.startswith("book/schrijfwijzer/") for page in found]
    assert any(guide)
    assert guide == sorted(guide)


def test_the_index_is_only_asked_for_where_one_searches(built: Built) -> None:
    asking = [page.name for page in built.pages if "searchindex.js" in page.read_text(encoding="utf-8")]
    assert asking == ["search.html"]


def test_who_has_no_script_is_told_where_to_look(built: Built) -> None:
    page = (built.site / "search.html").read_text(encoding="utf-8")
    assert "Zoeken vraagt JavaScript" in page
    assert 'href="vind.html"' in page
    assert 'href="book/achteraan/register.html"' in page


@needs_chromium
def test_it_works_from_a_disk_and_counts_one_page(built: Built, tmp_path: Path) -> None:
    page, console = seen(f"{(built.site / 'search.html').as_uri()}?q=galmaarden", tmp_path)
    assert "1 pagina gevonden voor ‘galmaarden’. Ook gezocht naar: Pajottegem." in page
    assert 'href="./cases/t-bruut-herne/index.html"' in page
    assert console == ""


@needs_chromium
def test_what_is_typed_stays_text(address: str, tmp_path: Path) -> None:  # noqa: F811
    page, console = seen(f"{address}search.html?q=<img src=x onerror=alert(1)>winkel", tmp_path)
    assert "&lt;img src=x onerror=alert(1)&gt;winkel’" in page
    assert "<img src=x" not in page.partition("<main")[2].replace('value="<img src=x', "")
    assert console == ""


def test_a_page_that_changed_leaves_nothing_of_before_in_the_index(built: Built, tmp_path: Path) -> None:
    edited = tmp_path / "boek"
    for folder in ("book", "cases"):
        shutil.copytree(built.root / folder, edited / folder)
    case = edited / "cases" / "mobitwin-moorslede" / "index.md"
    text = case.read_text(encoding="utf-8")
    case.write_text(text.replace("## Lessen", "Een zeldzaamwoord.\n\n## Lessen"), encoding="utf-8")
    assert praktijkboek("site", at=edited).returncode == 0
    assert "zeldzaamwoord" in (edited / "_build" / "html" / DATA[0]).read_text(encoding="utf-8")
    case.write_text(text, encoding="utf-8")
    assert praktijkboek("site", at=edited).returncode == 0
    for name in DATA:
        assert (edited / "_build" / "html" / name).read_bytes() == (built.site / name).read_bytes(), name
