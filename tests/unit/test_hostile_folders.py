"""A folder that somebody sent in can't pose as a book, run anything, stop the check, or speak to who reads the log."""

import json
import os
from pathlib import Path

import pytest
from conftest import MakeCase

from praktijkboek.book import find_book
from praktijkboek.check import check_paths
from praktijkboek.cli import main
from praktijkboek.contents import DEEPEST
from praktijkboek.report.console import say


def book(root: Path) -> Path:
    """A folder that is built as a book."""
    (root / "book").mkdir(parents=True)
    (root / "book" / "conf.py").write_text("", encoding="utf-8")
    (root / "cases").mkdir(exist_ok=True)
    return root


def test_a_case_can_not_pose_as_a_book(tmp_path: Path) -> None:
    real = book(tmp_path / "boek")
    evil = book(real / "cases" / "evil")
    inner = evil / "cases" / "braaf"
    inner.mkdir()
    for start in (evil, evil / "book", evil / "cases", inner):
        assert find_book(start).root == real.resolve()


def test_a_book_may_stand_in_a_folder_called_cases(tmp_path: Path) -> None:
    real = book(tmp_path / "cases" / "praktijkboek")
    assert find_book(real / "cases").root == real.resolve()


def test_a_book_inside_a_case_is_judged_as_that_case(make_case: MakeCase, capsys: pytest.CaptureFixture[str]) -> None:
    folder = make_case()
    book(folder.parents[1])
    book(folder)
    (folder / "cases" / "braaf").mkdir()
    (folder / "cases" / "braaf" / "index.md").write_text("", encoding="utf-8")
    (folder / "pyproject.toml").write_text("", encoding="utf-8")
    assert main(["check", str(folder), "--format", "json"]) == 1
    found = json.loads(capsys.readouterr().out)["findings"]
    assert {finding["rule"] for finding in found} == {"programma-in-map"}
    assert [finding["message"].split("`")[1] for finding in found] == ["book", "cases", "pyproject.toml"]


@pytest.mark.parametrize("name", ["conf.py", "Tellen.PY", "start.BAT", ".vscode/tasks.json", "foto's/.git/config"])
def test_programs_are_refused(name: str, make_case: MakeCase) -> None:
    file = make_case() / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("", encoding="utf-8")
    (finding,) = check_paths([file.parents[len(Path(name).parents) - 1]]).findings
    assert finding.rule == "programma-in-map"


@pytest.mark.parametrize("count", [DEEPEST, DEEPEST + 1, 100])
def test_folders_in_folders_are_one_finding(
    count: int, make_case: MakeCase, capsys: pytest.CaptureFixture[str]
) -> None:
    """A thousand would stop programs that go down by calling themselves, such as the one that cleans up after tests."""
    folder = make_case()
    folder.joinpath(*["d"] * count).mkdir(parents=True)
    expected = ["map-te-diep"] if count > DEEPEST else []
    for _ in range(2):  # the second time with what was kept
        main(["check", str(folder), "--format", "json"])
        found = json.loads(capsys.readouterr().out)["findings"]
        assert [finding["rule"] for finding in found] == expected


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
@pytest.mark.parametrize("form", ["text", "short", "github"])
def test_a_name_gives_no_commands(form: str, make_case: MakeCase, capsys: pytest.CaptureFixture[str]) -> None:
    folder = make_case(slug="x\n::error::gekaapt\n")
    text = (folder / "index.md").read_text(encoding="utf-8").replace("postcode: ", "postcode: B-")
    (folder / "index.md").write_text(text, encoding="utf-8")
    main(["check", str(folder), "--format", form])
    out, err = capsys.readouterr()
    assert "fix" in out or form == "short"
    assert not [line for line in (out + err).splitlines() if line.startswith("::") and "file=" not in line]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_trouble_with_a_name_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = book(tmp_path / "boek") / "cases" / "_x\n::error::gekaapt"
    folder.mkdir()
    assert main(["check", str(folder)]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_warnings_give_no_commands(capsys: pytest.CaptureFixture[str]) -> None:
    say("Let op:\n  ::add-mask::x\n##[error]x\x1b[2J")
    assert capsys.readouterr().out == "Let op:\n|   ::add-mask::x\n| ##[error]x␛[2J\n"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
@pytest.mark.parametrize("form", ["text", "short", "json", "github", "sarif"])
def test_a_name_in_other_letters_is_reported(
    form: str, tmp_path: Path, make_case: MakeCase, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = make_case(slug=os.fsdecode(b"caf\xe9"))
    monkeypatch.chdir(tmp_path)
    assert main(["check", str(folder), "--format", form]) == 1
    assert "mapnaam" in capsys.readouterr().out
