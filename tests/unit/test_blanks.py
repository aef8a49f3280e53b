"""Words that wait for an answer, and what only looks like it."""

import pytest
from conftest import MakeCase
from tinyhtml5 import constants  # type: ignore[import-untyped]

from praktijkboek.check import check_paths
from praktijkboek.reader.blanks import HTML_NAMES, blanks
from praktijkboek.rule import Example


@pytest.mark.parametrize(
    "text",
    [
        "<Naam van het buurtpunt>",
        "<naam>",
        "xxx",
        "TODO",
        "...",
        "…",
        "Lorem ipsum dolor",
        "???",
        "[...]",
        "[NAAM]",
        "[NAAM VAN HET DORP]",
        "[naam invullen]",
        "[hier nog aan te vullen]",
        "(vul hier in)",
        "(nog invullen)",
    ],
)
def test_words_in_the_place_of_words(text: str) -> None:
    assert blanks(text) == [(0, len(text))]


def test_they_may_stand_in_a_sentence_or_a_list() -> None:
    assert blanks("Wij heten [NAAM] en wonen in <dorp>.") == [(10, 16), (29, 35)]
    assert blanks("1. …") == blanks("-  …") == [(3, 4)]


@pytest.mark.parametrize(
    "text",
    [
        "<b>",
        "<img src=x>",
        "<https://a.be>",
        "a < b en c > d",
        "`<naam>`",
        "Wacht...",
        "XX",
        "`[NAAM]`",
        "<dialog open>",
        "<menu>",
        "“Wij [...] gaan”",
        "[x] ja, [ ] nee",
        "[BIB](https://a.be)",
        "[tekst][BIB]",
        "[BIB]: https://a.be",
        "![NAAM](foto.jpg)",
        "[^NVDR]",
        "[sic]",
        "hulp bij papieren (formulieren invullen)",
    ],
)
def test_what_only_looks_like_it(text: str) -> None:
    assert blanks(text) == []


def test_every_element_of_html_is_known() -> None:
    """Those that WeasyPrint's parser knows by name."""
    names = {name for space, name in constants.special_elements if space == constants.namespaces["html"]}
    assert {name for name in names | constants.void_elements if name.isalnum()} <= HTML_NAMES


@pytest.mark.parametrize(
    ("body", "rule"),
    [
        ("<div>\nx\n</div>", "html"),
        ("<dfn>x</dfn>", "html"),
        ("<dialog open>", "html"),
        ("<tt>x</tt>", "html"),
        ("<naam></naam>", "sjabloontekst"),
        ("[NAAM]", "sjabloontekst"),
        ("###", "deel-leeg"),
        ("##\n\nx", "deel-leeg"),
    ],
)
def test_one_cause_is_one_message(body: str, rule: str, make_case: MakeCase) -> None:
    assert [finding.rule for finding in check_paths([make_case(Example(body=body))]).findings] == [rule]
