"""The folder ``bad``: cases with mistakes (a few have none, though they look it), and exactly what is said of them.

``UPDATE=1 pytest tests/unit/test_cases.py`` writes the files ``expected.txt`` anew; read the difference.
"""

import json
import os
from collections.abc import Iterable
from pathlib import Path

import pytest
from conftest import HERE, MakeCase

from praktijkboek.check import check_paths
from praktijkboek.cli import main
from praktijkboek.finding import Finding, Severity
from praktijkboek.reader import read_case

FOLDERS = sorted(path for path in (HERE / "bad").iterdir() if path.is_dir())


def said(folder: Path) -> str:
    """What is said of a case."""
    return written(check_paths([folder]).findings)


def written(findings: Iterable[Finding]) -> str:
    """Place, severity, rule, message and help, one finding after another."""
    return "".join(
        f"{f.span.line}:{f.span.column}-{f.span.end_column} {f.severity} {f.rule}\n  {f.message}\n  {f.help}\n"
        + (f"  -> {f.fix.after}\n" if f.fix else "")
        for f in findings
    )


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_exactly_this_is_said(folder: Path) -> None:
    expected = folder / "expected.txt"
    if os.environ.get("UPDATE"):
        expected.write_text(said(folder), encoding="utf-8")
    assert said(folder) == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_the_command_says_the_same(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["check", str(folder), "--format", "json"])
    findings = json.loads(capsys.readouterr().out)["findings"]
    assert code == (1 if any(finding["severity"] == "fout" for finding in findings) else 0)
    assert [finding["message"] for finding in findings] == [f.message for f in check_paths([folder]).findings]
    lines = (folder / "index.md").read_bytes().decode("utf-8-sig", errors="replace").splitlines()
    for finding in findings:
        assert 1 <= finding["line"] <= max(len(lines), 1) + 1
        assert 1 <= finding["column"] <= finding["end_column"]


def test_one_cause_gives_one_message() -> None:
    assert len(check_paths([HERE / "bad" / "vijf-fouten"]).findings) == 5


def test_a_wrong_case_does_not_stop_the_others() -> None:
    result = check_paths([HERE / "bad"])
    assert result.checked == len(FOLDERS)
    assert {Path(finding.file).parent.name for finding in result.findings} >= {"vijf-fouten", "02-windows-1252"}


def test_the_sample_and_the_real_cases_are_right(make_case: MakeCase) -> None:
    assert check_paths([make_case()]).findings == ()
    assert check_paths([HERE.parent / "cases"]).ok


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_what_the_gate_lets_through_has_facts_to_publish(folder: Path) -> None:
    refused = any(finding.severity is Severity.FOUT for finding in check_paths([folder]).findings)
    assert refused or read_case(folder).case is not None
