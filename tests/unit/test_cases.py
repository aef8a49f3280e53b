"""The folder ``bad``: cases with mistakes (a few have none, though they look it), and exactly what is said of them.

``UPDATE=1 pytest tests/unit/test_cases.py`` writes the files ``expected.txt`` anew; read the difference.
"""

import json
import os
from collections.abc import Iterable
from pathlib import Path

import pytest
from conftest import BAD, HERE, MakeCase, checked

from praktijkboek.check import check_paths
from praktijkboek.cli import main
from praktijkboek.finding import Finding
from praktijkboek.reader import read_case


def written(findings: Iterable[Finding]) -> str:
    """Place, severity, rule, message and help, one finding after another."""
    return "".join(
        f"{f.span.line}:{f.span.column}-{f.span.end_column} {f.severity} {f.rule}\n  {f.message}\n  {f.help}\n"
        + (f"  -> {f.fix.after}\n" if f.fix else "")
        for f in findings
    )


@pytest.mark.parametrize("folder", BAD, ids=lambda folder: folder.name)
def test_exactly_this_is_said(folder: Path) -> None:
    expected = folder / "expected.txt"
    if os.environ.get("UPDATE"):
        expected.write_text(written(checked(folder).findings), encoding="utf-8")
    assert written(checked(folder).findings) == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("folder", BAD, ids=lambda folder: folder.name)
def test_every_place_is_in_the_file(folder: Path) -> None:
    lines = (folder / "index.md").read_bytes().decode("utf-8-sig", errors="replace").splitlines()
    for finding in checked(folder).findings:
        assert 1 <= finding.span.line <= max(len(lines), 1) + 1
        assert 1 <= finding.span.column <= finding.span.end_column


@pytest.mark.parametrize("name", ["01-goed", "02-windows-1252", "85-foto-gps-en-gekanteld"])
def test_the_command_says_the_same(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing, a mistake, and only remarks."""
    result = checked(HERE / "bad" / name)
    assert main(["check", str(HERE / "bad" / name), "--format", "json"]) == (0 if result.ok else 1)
    findings = json.loads(capsys.readouterr().out)["findings"]
    assert [finding["message"] for finding in findings] == [finding.message for finding in result.findings]


def test_one_cause_gives_one_message() -> None:
    assert len(checked(HERE / "bad" / "vijf-fouten").findings) == 5


def test_a_wrong_case_does_not_stop_the_others() -> None:
    result = checked(HERE / "bad")
    assert result.checked == len(BAD)
    assert {Path(finding.file).parent.name for finding in result.findings} >= {"vijf-fouten", "02-windows-1252"}


def test_the_sample_and_the_real_cases_are_right(make_case: MakeCase) -> None:
    assert check_paths([make_case()]).findings == ()
    assert check_paths([HERE.parent / "cases"]).ok


@pytest.mark.parametrize("folder", BAD, ids=lambda folder: folder.name)
def test_what_the_gate_lets_through_has_facts_to_publish(folder: Path) -> None:
    assert not checked(folder).ok or read_case(folder).case is not None
