"""Which cases are checked, and what is said where a folder is laid out wrong."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import HERE, SAMPLE, MakeCase, checked

from praktijkboek.check import check_paths, check_text
from praktijkboek.finding import MOST_EQUAL, Finding, Severity
from praktijkboek.reader import CaseFile
from praktijkboek.rule import Example
from praktijkboek.rules import ALL, LOCAL
from praktijkboek.rules.rule import Rule
from praktijkboek.trouble import Trouble


def only(path: Path) -> Finding:
    (finding,) = check_paths([path]).findings
    return finding


@pytest.mark.parametrize(
    ("names", "message", "help_"),
    [
        ([], "De map `winkel` is leeg.", "Zet de tekst van de praktijk in `index.md`, of haal de map weg."),
        (
            ["winkel/index.md"],
            "In de map `winkel` staat geen `index.md`; de tekst staat een map te diep, in `winkel/winkel`.",
            "Zet alles uit de map `winkel` rechtstreeks in de map `winkel`.",
        ),
        (
            ["index.md.txt", "aantekening.md"],
            "In de map `winkel` staat geen `index.md`, wel `index.md.txt`.",
            "Hernoem `index.md.txt` tot `index.md`, in kleine letters en zonder iets erachter.",
        ),
        (
            ["Index.MD"],
            "In de map `winkel` staat geen `index.md`, wel `Index.MD`.",
            "Hernoem `Index.MD` tot `index.md`, in kleine letters en zonder iets erachter.",
        ),
        (
            ["tekst.docx", "gevel.jpg"],
            "In de map `winkel` staat geen `index.md`, wel `tekst.docx`; zo’n bestand kan het boek niet lezen.",
            "Kopieer de tekst uit `tekst.docx` naar een gewoon tekstbestand en bewaar dat als `index.md`.",
        ),
        (
            ["gevel.jpg"],
            "In de map `winkel` staat geen `index.md`.",
            "Zet de tekst van de praktijk in `index.md`.",
        ),
    ],
)
def test_a_folder_without_its_text(names: list[str], message: str, help_: str, tmp_path: Path) -> None:
    folder = tmp_path / "cases" / "winkel"
    folder.mkdir(parents=True)
    for name in names:
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(SAMPLE, encoding="utf-8")
    finding = only(tmp_path / "cases")
    assert (finding.rule, finding.message, finding.help) == ("tekst-ontbreekt", message, help_)


def test_a_pipe_does_not_block_and_a_huge_file_is_not_read(make_case: MakeCase) -> None:
    text = make_case() / "index.md"
    text.unlink()
    os.mkfifo(text)
    assert only(text.parent).message == "De map `voorbeeld` of haar `index.md` is geen gewoon bestand."
    text.unlink()
    with text.open("wb") as huge:
        huge.truncate(10**12)
    assert only(text.parent).message == "De map `voorbeeld` of haar `index.md` is groter dan 1 MB."


def test_a_text_that_stands_loose_is_named(make_case: MakeCase, tmp_path: Path) -> None:
    make_case()
    for name in ("README.md", "winkel.docx"):
        (tmp_path / "cases" / name).touch()
    assert only(tmp_path / "cases").message == "`winkel.docx` staat los in `cases/`; elke praktijk heeft een eigen map."


@pytest.mark.parametrize("typed", ["voorbeeld", "cases/voorbeeld", "cases/voorbeeld/.DS_Store", "voorbeeld/index.md"])
def test_a_case_is_found_by_its_name(
    typed: str, make_case: MakeCase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (make_case(Example(header="postcode: B-9850")) / ".DS_Store").touch()
    monkeypatch.chdir(tmp_path)
    assert only(Path(typed)).file == "cases/voorbeeld/index.md"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("voorbeld", "voorbeld is er niet: bedoelde je `voorbeeld`?"),
        ("cases/voorbeld", "cases/voorbeld is er niet: bedoelde je `voorbeeld`?"),
        ("nergens", "nergens is er niet: kijk na of de naam klopt."),
        ("cases/_sjabloon", "`_sjabloon` is het sjabloon, geen praktijk: maak er een nieuwe praktijk mee."),
    ],
)
def test_a_path_that_is_no_case(
    typed: str, said: str, make_case: MakeCase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_case()
    (tmp_path / "cases" / "_sjabloon").mkdir()
    monkeypatch.chdir(tmp_path)
    with pytest.raises(Trouble) as trouble:
        check_paths([Path(typed)])
    assert str(trouble.value) == said


def test_a_folder_of_cases_may_be_a_shortcut(make_case: MakeCase, tmp_path: Path) -> None:
    """Maintainers may keep ``cases/`` in a place of its own; a case that is a shortcut is refused."""
    elsewhere = make_case().parent.rename(tmp_path / "elders")
    (tmp_path / "cases").symlink_to(elsewhere)
    result = check_paths([tmp_path / "cases"])
    assert (result.checked, result.findings) == (1, ())


def test_what_is_no_case_at_all(tmp_path: Path) -> None:
    (tmp_path / "foto.jpg").touch()
    assert only(tmp_path).rule == only(tmp_path / "foto.jpg").rule == "tekst-ontbreekt"


class Stumbling(Rule):
    name, code = "struikelt", "X99"

    def check(self, file: CaseFile) -> Iterator[Finding]:
        if file.slug == "vreemd":
            raise RecursionError
        return iter(())


def test_a_case_on_which_the_program_fails_does_not_stop_the_others(
    make_case: MakeCase, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_case(slug="vreemd")
    cases = make_case(Example(header="titel: De andere\npostcode: B-9850")).parent
    monkeypatch.setattr("praktijkboek.mending.LOCAL", (*LOCAL, Stumbling()))
    first, second = sorted(check_paths([cases]).findings, key=lambda finding: finding.rule)
    assert (first.rule, second.rule) == ("niet-na-te-kijken", "waarde-vorm")
    assert "(RecursionError in mending.py, regel " in first.message


def test_a_thousand_equal_findings_are_a_hundred_and_a_last_word(make_case: MakeCase) -> None:
    findings = check_paths([make_case(Example(body="[x](www.voorbeeld.be)\n\n" * 1000))]).findings
    assert len(findings) == MOST_EQUAL + 1
    assert all(finding.fix for finding in findings[:-1])
    assert findings[-1].message == "Dit staat nog vaker in deze praktijk; we tonen de eerste 100."
    assert findings[-1].severity is Severity.FOUT


def test_equal_mistakes_are_each_mended(make_case: MakeCase) -> None:
    """Also on one line, where the mends don't go together."""
    body = "[x](www.voorbeeld.be) en [x](www.voorbeeld.be)\n\n[x](www.voorbeeld.be)"
    findings = check_paths([make_case(Example(body=body))]).findings
    assert len(findings) == 3 and all(finding.fix for finding in findings)


def test_every_finding_names_a_rule_that_is_listed() -> None:
    names = {(rule.name, rule.code) for rule in ALL}
    findings = checked(HERE / "bad").findings
    assert {(finding.rule, finding.code) for finding in findings} <= names


def test_a_text_can_be_checked_before_it_is_written(make_case: MakeCase) -> None:
    folder = make_case(Example(header="postcode: B-9850", body="Zie [de andere](../andere/index.md)."))
    (mended,) = (finding.fix for finding in check_paths([folder]).findings if finding.fix)
    text = (folder / "index.md").read_text(encoding="utf-8")
    findings = check_text(folder, text.replace(mended.before, mended.after).encode()).findings
    assert [finding.rule for finding in findings] == ["link-dood"]


def test_control_characters_of_a_text_never_reach_the_terminal(make_case: MakeCase) -> None:
    result = check_paths([make_case(Example(body="Kijk \x1b[31m <b>hier</b>"))])
    shown = [result.line(finding) for finding in result.findings]
    assert shown and all("\x1b" not in line for line in shown)
