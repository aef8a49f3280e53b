"""The verb ``fix``: it applies what is proven, and leaves alone what it can't be sure of."""

import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import BAD, MakeCase, checked

from praktijkboek.authoring.endings import Text
from praktijkboek.authoring.fix import mend_all, write
from praktijkboek.check import check_paths, check_text
from praktijkboek.cli import main
from praktijkboek.finding import Fix
from praktijkboek.reader import CaseFile, read_case
from praktijkboek.rule import Example
from praktijkboek.survey import Result

WRONG = Example(header="postcode: B-9850\nstart: 15/09/2021")
MENDED = Example(header="postcode: 9850\nstart: 2021-09")
HALF = Example(header="postcode: B-9850", body="Dit is <b>vet</b>.")


def text_of(folder: Path) -> bytes:
    return (folder / "index.md").read_bytes()


def test_it_mends_what_it_can(make_case: MakeCase, capsys: pytest.CaptureFixture[str]) -> None:
    folder, wanted = make_case(WRONG), make_case(MENDED, "goed")
    assert main(["fix", str(folder)]) == 0
    assert text_of(folder) == text_of(wanted)
    shown = capsys.readouterr().out
    assert "index.md: 2 rechtgezet, niets over" in shown and "  Dat wordt: postcode: 9850" in shown
    assert shown.endswith("\n\n2 rechtgezet in 1 bestand; er blijft niets over.\n")


def test_a_second_time_changes_nothing(make_case: MakeCase, capsys: pytest.CaptureFixture[str]) -> None:
    folder = make_case(WRONG)
    main(["fix", str(folder)])
    before, stamp = text_of(folder), (folder / "index.md").stat().st_mtime_ns
    capsys.readouterr()
    assert main(["fix", str(folder)]) == 0
    assert capsys.readouterr().out == "Niets om recht te zetten.\n"
    assert (text_of(folder), (folder / "index.md").stat().st_mtime_ns) == (before, stamp)


def test_it_says_what_is_left(make_case: MakeCase, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["fix", str(make_case(HALF))]) == 1
    shown = capsys.readouterr().out
    assert "1 rechtgezet, 1 fout over" in shown and "    34 | HTML is niet toegestaan: `<b>`." in shown


def test_what_is_wrong_with_an_exemption_is_not_left_over_in_a_case(
    make_case: MakeCase, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = make_case(WRONG)
    entry = '[[tool.praktijkboek.uitzonderingen]]\npraktijk = "voorbeeld"\nregel = "lessen-lijst"\nreden = "zo"\n'
    (tmp_path / "pyproject.toml").write_text(entry, encoding="utf-8")
    assert main(["fix", str(folder)]) == 1
    shown = capsys.readouterr().out
    assert "index.md: 2 rechtgezet, niets over" in shown and "pyproject.toml: 1 aandachtspunt\n" in shown
    assert "2 rechtgezet in 1 bestand; 1 aandachtspunt over: " in shown


def test_a_case_that_is_not_there_or_can_not_be_read_does_not_stop_the_others(
    make_case: MakeCase, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumbling(folder: Path) -> CaseFile:
        if folder.name == "vreemd":
            raise RecursionError
        return read_case(folder)

    make_case(Example(header="titel: Vreemd\npostcode: B-9850"), "vreemd")
    make_case(WRONG)
    (tmp_path / "cases" / "leeg").mkdir()
    monkeypatch.setattr("praktijkboek.authoring.fix.read_case", stumbling)
    assert main(["fix", str(tmp_path / "cases")]) == 1
    assert "2 rechtgezet in 1 bestand; 2 fouten over: " in capsys.readouterr().out


def test_diff_writes_nothing(make_case: MakeCase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = make_case(WRONG)
    monkeypatch.chdir(tmp_path)
    before = text_of(folder)
    assert main(["fix", "--diff"]) == 0
    assert text_of(folder) == before


def test_the_difference_can_be_applied(
    make_case: MakeCase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, wanted = make_case(WRONG), make_case(MENDED, "goed")
    monkeypatch.chdir(tmp_path)
    main(["fix", "--diff", "cases/voorbeeld"])
    patch = capsys.readouterr().out.rpartition("\n2 recht te zetten")[0] + "\n"
    subprocess.run(["git", "apply", "-"], input=patch.encode(), check=True, cwd=tmp_path)
    assert text_of(folder) == text_of(wanted)


@pytest.mark.parametrize("folder", BAD, ids=lambda folder: folder.name)
def test_no_case_gets_worse(folder: Path) -> None:
    """On every case with mistakes: fewer findings and no new one, and nothing is proven any more afterwards."""
    found = checked(folder)
    before = {(f.rule, f.message) for f in found.findings}
    for case in mend_all(found):
        assert {(f.rule, f.message) for f in case.left} <= before
        assert len(case.left) < len(found.findings) or not case.applied
        assert not any(finding.fix for finding in case.left) or case.refused


@pytest.mark.parametrize("end", [b"\r\n", b"\n", b"\r"], ids=["windows", "unix", "oude mac"])
def test_line_ends_stay_as_they_were(end: bytes, make_case: MakeCase) -> None:
    folder, wanted = make_case(WRONG), make_case(MENDED, "goed")
    (folder / "index.md").write_bytes(text_of(folder).replace(b"\n", end))
    assert main(["fix", str(folder)]) == 0
    assert text_of(folder) == text_of(wanted).replace(b"\n", end)


def test_mixed_line_ends_stay_where_they_were() -> None:
    text = Text.read(b"a\r\nb\nc\r\nd", ["a", "b", "c", "d"])
    assert text.mended([Fix(2, "b", "x\ny"), Fix(4, "d", "d\ne")]).encoded == b"a\r\nx\r\ny\nc\r\nd\r\ne"
    assert text.mended([Fix(1, "a\nb\nc", "c")]).encoded == b"c\r\nd"
    assert text.encoded == b"a\r\nb\nc\r\nd"


def test_a_file_that_can_not_be_read_whole_is_left_alone(
    make_case: MakeCase, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = make_case(WRONG)
    damaged = text_of(folder).replace(b"koffie", b"caf\xff\x81\x8d", 1)
    (folder / "index.md").write_bytes(damaged)
    assert main(["fix", str(folder)]) == 2
    assert text_of(folder) == damaged
    (line,) = capsys.readouterr().err.splitlines()
    assert "raken we niet aan" in line


def test_a_file_that_may_not_be_changed(make_case: MakeCase, capsys: pytest.CaptureFixture[str]) -> None:
    folder, other = make_case(WRONG), make_case(WRONG, "ander")
    before = text_of(folder)
    (folder / "index.md").chmod(0o444)
    assert main(["fix", str(folder), str(other)]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert "mag niet gewijzigd worden" in line
    assert text_of(folder) == before != text_of(other)


def test_permissions_stay(make_case: MakeCase) -> None:
    folder = make_case(WRONG)
    (folder / "index.md").chmod(0o640)
    main(["fix", str(folder)])
    assert (folder / "index.md").stat().st_mode & 0o777 == 0o640
    assert not list(folder.glob(".praktijkboek-*"))


def test_what_somebody_else_saved_meanwhile_stays(make_case: MakeCase) -> None:
    folder = make_case(WRONG)
    (case,) = mend_all(check_paths([folder]))
    (folder / "index.md").write_bytes(b"iets anders")
    with pytest.raises(OSError, match="ondertussen gewijzigd"):
        write(case)
    assert text_of(folder) == b"iets anders"
    assert not list(folder.glob(".praktijkboek-*"))


def test_a_mend_that_makes_something_else_wrong_is_not_applied(
    make_case: MakeCase, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Even if a rule offers it as proven: the text is judged again before it is written."""

    def careless(folder: Path, text: bytes) -> Result:
        result, lines = check_text(folder, text), text.decode().split("\n")
        worse = (replace(f, fix=Fix(f.span.line, lines[f.span.line - 1], "postcode: [")) for f in result.findings)
        return replace(result, findings=tuple(worse))

    folder = make_case(Example(header="postcode: B-9850"))
    found = check_paths([folder])
    monkeypatch.setattr("praktijkboek.authoring.fix.check_text", careless)
    (case,) = mend_all(found)
    assert not case.applied and not case.changed
