"""Exemptions in pyproject.toml: what they waive, and what is wrong with them."""

from pathlib import Path

import pytest
from conftest import MakeCase

from praktijkboek.check import check_paths
from praktijkboek.report import as_text
from praktijkboek.rule import Example
from praktijkboek.rules import ALL
from praktijkboek.trouble import Trouble

ENTRY = """
[[tool.praktijkboek.uitzonderingen]]
praktijk = "{}"
regel = "{}"
reden = "{}"
"""
TIP_MISSING = Example(replace=("2. Begin klein.\n3. Vertel het verder.\n", ""))
"""Breaks `lessen-lijst`, of severity fout."""


def write(root: Path, *entries: str) -> None:
    (root / "pyproject.toml").write_text('[project]\nname = "boek"\n' + "".join(entries), encoding="utf-8")


def test_a_waived_finding_does_not_count_and_is_mentioned(make_case: MakeCase, tmp_path: Path) -> None:
    folder = make_case(TIP_MISSING)
    assert not check_paths([folder]).ok
    write(tmp_path, ENTRY.format("voorbeeld", "lessen-lijst", "de uitbater gaf er maar één"))
    result = check_paths([folder])
    assert (result.findings, [finding.rule for finding in result.waived]) == ((), ["lessen-lijst"])
    assert as_text(result) == "1 praktijk nagekeken: 1 uitzondering."


def test_an_exemption_is_for_one_case(make_case: MakeCase, tmp_path: Path) -> None:
    make_case(TIP_MISSING)
    other = make_case(TIP_MISSING, slug="andere")
    write(tmp_path, ENTRY.format("voorbeeld", "lessen-lijst", "de uitbater gaf er maar één"))
    assert [finding.rule for finding in check_paths([other]).findings] == ["lessen-lijst"]


@pytest.mark.parametrize(
    ("entry", "rule", "message"),
    [
        (
            ENTRY.format("voorbeeld", "lessen-lijst", " "),
            "uitzondering-onvolledig",
            "Deze uitzondering klopt niet: `reden` ontbreekt.",
        ),
        (
            ENTRY.format("voorbeeld", "lessen-lijst", "zo") + 'waarom = "zo"\n',
            "uitzondering-onvolledig",
            "Deze uitzondering klopt niet: `waarom` kennen we niet.",
        ),
        (
            ENTRY.format("vorbeeld", "lessen-lijst", "zo"),
            "uitzondering-onbekend",
            "De praktijk `vorbeeld` van deze uitzondering is er niet. Bedoelde je `voorbeeld`?",
        ),
        (
            ENTRY.format("voorbeeld", "lessenlijst", "zo"),
            "uitzondering-onbekend",
            "De regel `lessenlijst` van deze uitzondering is er niet. Bedoelde je `lessen-lijst`?",
        ),
        (
            ENTRY.format("voorbeeld", "html", "zo"),
            "uitzondering-verboden",
            "Van de regel `html` kan geen uitzondering gemaakt worden.",
        ),
        (
            ENTRY.format("voorbeeld", "lessen-lijst", "zo"),
            "uitzondering-ongebruikt",
            "De praktijk `voorbeeld` heeft de uitzondering van `lessen-lijst` niet nodig.",
        ),
    ],
)
def test_what_is_wrong_with_an_exemption_has_a_place(
    entry: str, rule: str, message: str, make_case: MakeCase, tmp_path: Path
) -> None:
    make_case()
    write(tmp_path, entry)
    (finding,) = check_paths([tmp_path / "cases"]).findings
    assert (finding.rule, finding.message) == (rule, message)
    assert (Path(finding.file).name, finding.span.line) == ("pyproject.toml", 4)


def test_exemptions_of_other_cases_are_not_mentioned(make_case: MakeCase, tmp_path: Path) -> None:
    folder = make_case()
    make_case(Example(header="titel: De andere"), slug="andere")
    write(tmp_path, ENTRY.format("andere", "lessen-lijst", "zo"), ENTRY.format("weg", "lessen-lijst", ""))
    assert check_paths([folder]).findings == ()


@pytest.mark.parametrize(
    "text", ["uitzonderingen = [", "[tool.praktijkboek]\nuitzonderingen = [{praktijk = 'x'}]", "x = 1 # uitzonderingen"]
)
def test_a_file_that_cannot_be_read_is_one_sentence(text: str, make_case: MakeCase, tmp_path: Path) -> None:
    folder = make_case()
    (tmp_path / "pyproject.toml").write_text(text, encoding="utf-8")
    if "#" in text:
        assert check_paths([folder]).findings == ()
    else:
        with pytest.raises(Trouble, match=r"pyproject\.toml"):
            check_paths([folder])


def test_what_other_cases_decide_is_only_called_unused_when_all_are_asked(make_case: MakeCase, tmp_path: Path) -> None:
    first, second = make_case(slug="eerste"), make_case(slug="tweede")
    write(tmp_path, ENTRY.format("tweede", "titel-dubbel", "ze heten echt zo"))
    for asked in ([second], [first, second], [tmp_path / "cases"]):
        assert check_paths(asked).findings == ()
    (first / "index.md").unlink()
    first.rmdir()
    (finding,) = check_paths([tmp_path / "cases"]).findings
    assert finding.rule == "uitzondering-ongebruikt"


def test_no_exemption_from_what_keeps_people_safe(make_case: MakeCase, tmp_path: Path) -> None:
    folder = make_case()
    never = [rule for rule in ALL if not rule.waivable]
    write(tmp_path, *(ENTRY.format("voorbeeld", rule.name, "we willen het echt") for rule in never))
    assert [finding.rule for finding in check_paths([folder]).findings] == ["uitzondering-verboden"] * len(never)
