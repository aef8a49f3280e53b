"""Slips that look alike: those that are found as one mistake, and those that are none."""

import pytest
from conftest import MakeCase

from praktijkboek.check import check_paths
from praktijkboek.finding import Finding, Severity
from praktijkboek.rule import Example


def said(make_case: MakeCase, example: Example) -> list[Finding]:
    """What is said of a case with this change, but for tips."""
    return [f for f in check_paths([make_case(example)]).findings if f.severity is not Severity.TIP]


@pytest.mark.parametrize("html", ["<!-- x", "<script>", "<style>", "<pre>", "<textarea>", "<?php", "<!DOCTYPE html"])
def test_html_that_does_not_end_is_one_mistake(html: str, make_case: MakeCase) -> None:
    """The headings below it are gone, but not because their author forgot them."""
    assert [finding.rule for finding in said(make_case, Example(body=html))] == ["html"]


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("## Het aanbod", "## Aanbod"),
        ("## Wat is ons aanbod?", "## Aanbod"),
        ("## Aanbod: brood en koffie.", "## Aanbod\n\nBrood en koffie."),
        ("## Aanbod Er is brood.", "## Aanbod\n\nEr is brood."),
        ("##\u00a0Aanbod", "## Aanbod"),
        ("\\## Aanbod", "## Aanbod"),
        ("## 🥖 Aanbod", "## Aanbod"),
    ],
)
def test_a_part_is_known_and_mended(typed: str, right: str, make_case: MakeCase) -> None:
    (finding,) = said(make_case, Example(replace=("## Aanbod", typed)))
    assert finding.fix
    assert finding.fix.after == right


def test_a_part_that_is_only_guessed_is_asked_and_not_mended(make_case: MakeCase) -> None:
    (finding,) = said(make_case, Example(replace=("## Aanbod", "## Wat er te vinden is")))
    assert finding.message.endswith("Bedoelde je `Aanbod`?")
    assert finding.fix is None


def test_an_own_heading_in_a_whole_text_is_no_part(make_case: MakeCase) -> None:
    (finding,) = said(make_case, Example(body="## Ons aanbod\n\nNog meer."))
    assert "Bedoelde je" not in finding.message


@pytest.mark.parametrize(
    "body",
    [
        "De winkel sloot in\n2019. Dat was jammer.",
        "Stap 1: vraag het.\n\nStap 2: doe het.",
        "Hij kwam.  Hij zag.\nHij won.  Hij bleef.",
        "Dag\tuur, en verder\nniets.",
        "Een noot[1] zonder meer, en [2] ook.",
        "[1] Een rij\n\n[2] zonder verwijzing.",
        "Dat is 2**3 en \\*\\*niet vet\\*\\*.",
        "Schrijf {naam} of {a=b} zoals het er staat.",
        "Kies (a) brood of (b) koffie. Dat kan (at) hier.",
        "Mail naar info [at] voorbeeld.be.",
        "Lees [het stuk](https://www.voorbeeld.be/a?bron=utm_source&id=3).",
        "> [!] Let op.",
        "→ Lees verder in het dorp.",
        "Tik `**` of `[foto: gevel.jpg]`.",
    ],
)
def test_what_looks_like_a_slip_may_stand(body: str, make_case: MakeCase) -> None:
    assert said(make_case, Example(body=body)) == []
