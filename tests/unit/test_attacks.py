"""The folder ``attacks``: cases that mean harm, and exactly what the checker says of them.

``tests/book/test_attacks.py`` shows what becomes of them when the checker is not there.
``UPDATE=1 pytest tests/unit/test_attacks.py`` writes the files ``expected.txt`` anew; read the difference.
"""

import os
from pathlib import Path

import pytest
from conftest import HERE, MakeCase
from test_cases import written

from praktijkboek.check import check_paths
from praktijkboek.finding import Finding, Severity
from praktijkboek.rule import Example

FOLDERS = sorted(path for path in (HERE / "attacks").iterdir() if path.is_dir())

ONLY_TEXT = {
    *("amsmath", "attr-onclick", "dollarmath", "fieldlist", "figure-options-quoted", "html-entities", "html-in-alt"),
    *("footnote-circle", "image-attr", "jinja", "link-title", "link-wiki", "quote-role", "section-reference"),
    *("table-spaces", "village-script"),
}
"""An attack on other programs, or on MyST with other settings: here it is text, and is printed as such."""


@pytest.fixture(scope="module")
def findings() -> dict[str, list[Finding]]:
    """What is said of all of them in one run, by folder."""
    found: dict[str, list[Finding]] = {folder.name: [] for folder in FOLDERS}
    for finding in check_paths([HERE / "attacks"]).findings:
        if finding.rule != "titel-dubbel":  # they all have the title of the sample
            found[Path(finding.file).parent.name].append(finding)
    return found


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_exactly_this_is_said(folder: Path, findings: dict[str, list[Finding]]) -> None:
    expected = folder / "expected.txt"
    if os.environ.get("UPDATE"):
        expected.write_text(written(findings[folder.name]), encoding="utf-8")
    assert written(findings[folder.name]) == expected.read_text(encoding="utf-8")


def test_an_attack_is_refused_unless_it_is_only_text(findings: dict[str, list[Finding]]) -> None:
    refused = {name for name, said in findings.items() if any(f.severity is Severity.FOUT for f in said)}
    assert findings.keys() - refused == ONLY_TEXT


@pytest.mark.parametrize("name", ["gevel.jpg", "index.md"])
def test_a_pipe_is_a_finding_and_no_wait(name: str, make_case: MakeCase) -> None:
    folder = make_case(Example(body="![De gevel](gevel.jpg)"))
    (folder / name).unlink()
    os.mkfifo(folder / name)
    assert not check_paths([folder]).ok
