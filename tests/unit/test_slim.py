"""The theme's style sheet is given to readers without the rules that no page of ours needs."""

import re
from importlib.util import find_spec
from pathlib import Path

import pytest

from praktijkboek.site.slim import SHEET, slim

THEME = find_spec("pydata_sphinx_theme")
assert THEME is not None
assert THEME.origin is not None
WHOLE = Path(THEME.origin).parent / "theme" / "pydata_sphinx_theme" / "static" / "styles" / SHEET.name


@pytest.mark.parametrize(
    ("rule", "left"),
    [
        (".card{a:b}", ""),
        (".card-body p,.modal .x{a:b}", ""),
        (".fa-bars,.fa-navicon{--fa:x}", ""),
        (".w-25{a:b}", ""),
        ("@media print{.card{a:b}}", ""),
        (".card,.prose{a:b}", ".card,.prose{a:b}"),
        (".cardinal{a:b}", ".cardinal{a:b}"),
        (".w{a:b}", ".w{a:b}"),
        (".d-print-none{a:b}", ".d-print-none{a:b}"),
        (".fa-solid{a:b}", ".fa-solid{a:b}"),
        ("a:not(.card){a:b}", "a:not(.card){a:b}"),
        ("@media print{.card{a:b}p{c:d}}", "@media print{p{c:d}}"),
        ("@keyframes x{12.5%{a:b}}", "@keyframes x{12.5%{a:b}}"),
    ],
)
def test_a_rule_goes_if_all_that_it_is_for_is_something_no_page_has(rule: str, left: str) -> None:
    assert slim(rule) == left


def test_the_sheet_of_the_installed_theme_loses_two_thirds() -> None:
    whole = WHOLE.read_text(encoding="utf-8")
    left = slim(whole)
    assert len(left) < len(whole) * 0.4
    assert slim(left) == left
    assert left.count("{") == left.count("}")
    assert re.search(r"\.fa-solid\b", left)
