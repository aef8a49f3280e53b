"""Each function, means of transport and province has a page that tells which cases have it."""

from pathlib import Path
from typing import Any

import pytest
from test_overviews import case

from praktijkboek.municipality import municipalities
from praktijkboek.site.factsheet import OVERVIEWS, TERM_PAGES, overview_of, place_slug
from praktijkboek.site.overviews.term_page import beside
from praktijkboek.vocabulary import UNKNOWN, lists

BOOK = Path(__file__).parents[2]


def _titles() -> dict[str, dict[str, str]]:
    listed = {field: {slug: t.label for slug, t in lists()[field].items() if slug != UNKNOWN} for field in lists()}
    provinces = {m.province for m in municipalities().values()}
    listed["provincie"] = {place_slug(name): name for name in provinces}
    return {field: listed[field] for field in OVERVIEWS}


@pytest.mark.parametrize("field", OVERVIEWS)
def test_each_term_has_a_page_with_its_name_and_its_cases(field: str) -> None:
    folder, titles = BOOK / TERM_PAGES / field, _titles()[field]
    assert sorted(page.stem for page in folder.iterdir()) == sorted(titles)
    for slug, title in titles.items():
        lines = (folder / f"{slug}.md").read_text(encoding="utf-8").splitlines()
        assert lines[:5] == ["---", "orphan: true", "---", "", f"# {title}"]
        assert lines[-2:] == [f"```{{praktijken-met}} {field} {slug}", "```"]


def test_the_page_of_a_term_is_below_the_chapter_with_all_terms() -> None:
    assert overview_of("book/praktijken/functies/buurtwinkel") == "book/praktijken/functies"
    assert overview_of("book/praktijken/provincie/limburg") == "book/praktijken/plaatsen"
    assert overview_of("book/praktijken/functies") is None
    assert overview_of("cases/buurthuis/index") is None


def test_what_cases_have_beside_a_term_is_counted() -> None:
    both: Any = {"functies": ["buurtwinkel", "buurtcafe"], "vervoer": ["deelauto"]}
    cases = [case(**both), case(**both), case(functies=["buurtwinkel", "postpunt"], vervoer=["onbekend"])]
    assert beside(cases, "functies", "buurtwinkel") == [("functies", "buurtcafe", 2), ("vervoer", "deelauto", 2)]
    assert beside(cases[:2], "vervoer", "deelauto") == [("functies", "buurtwinkel", 2), ("functies", "buurtcafe", 2)]
    assert beside(cases[2:], "functies", "buurtwinkel") == []
