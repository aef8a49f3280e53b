"""The layers agree: what the checker lets through, the parser and the sweep publish without a word."""

import shutil
from pathlib import Path

import pytest
from conftest import HERE, REPOSITORY

from praktijkboek.authoring.example import sample, write_case, write_example
from praktijkboek.check import check_paths
from praktijkboek.finding import Severity
from praktijkboek.rules import ALL

from .conftest import praktijkboek

pytestmark = pytest.mark.slow


def passes(folder: Path) -> bool:
    """Whether the checker would let a case of the tests be published."""
    findings = check_paths([folder]).findings
    return (folder / "index.md").is_file() and all(finding.severity is not Severity.FOUT for finding in findings)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real book, with every case of the tests and every example of a rule that the checker lets through."""
    root = tmp_path_factory.mktemp("boek") / "alles wat mag"
    cases = root / "cases"
    for part in ("book", "cases"):
        shutil.copytree(REPOSITORY / part, root / part)
    for name in ("voorbeeld", "eerste", "tweede", "derde"):  # what examples and small cases link to
        write_case(cases / name, sample())
    for folder in sorted(path for top in ("bad", "attacks") for path in (HERE / top).iterdir() if path.is_dir()):
        if passes(folder):
            shutil.copytree(folder, cases / f"{folder.parent.name}-{folder.name}")
    for rule in ALL:
        allowed = {"goed": rule.good} if rule.severity is Severity.FOUT else {"goed": rule.good, "fout": rule.bad}
        for word, example in allowed.items():
            if not example.folder and (example.header or example.body or not example.remark):
                write_example(example, root / "_een").rename(cases / f"{word}-{rule.name}")
    return root


def test_what_may_be_published_is(root: Path) -> None:
    done = praktijkboek("site", at=root)
    assert done.stderr == ""
    assert done.returncode == 0
    made = {path.parent.name for path in (root / "_build" / "html" / "cases").glob("*/index.html")}
    assert made == {path.name for path in (root / "cases").iterdir() if not path.name.startswith("_")}
