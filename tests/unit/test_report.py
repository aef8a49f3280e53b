"""The forms of a report: for a person, for editors, for programs, for forges."""

import io
import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from conftest import REPOSITORY, MakeCase

from praktijkboek import report
from praktijkboek.check import check_paths
from praktijkboek.cli import main
from praktijkboek.finding import Finding, Fix, Severity, Span
from praktijkboek.report.console import Console, columns_of, prepare, printable
from praktijkboek.report.excerpt import mended, underlined
from praktijkboek.report.github import MOST_BYTES, as_markdown
from praktijkboek.report.sarif import as_sarif
from praktijkboek.rule import Example
from praktijkboek.rules import ALL
from praktijkboek.survey import Result

WRONG = Example(header="postcode: B-9850")


def finding(
    message: str = "Mis.", severity: Severity = Severity.FOUT, fix: Fix | None = None, line: int = 1
) -> Finding:
    return Finding("cases/x/index.md", Span(line, 1, 3), "streep", "D16", severity, message, "Doe zo.", fix)


def result(*findings: Finding) -> Result:
    return Result(findings, 1)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("postcode: B-9850", "B-9850"),
        ("\tkop:\twaarde", "waarde"),
        ("titel: 日本 café", "café"),
        ("titel: cafe\u0301 dorp", "dorp"),
        ("titel: 👩‍🌾 boerin", "boerin"),
        ("titel: \x1b[31m rood", "rood"),
        ("a" * 300 + " mis " + "b" * 300, "mis"),
    ],
)
def test_the_marks_stand_under_the_words(line: str, words: str) -> None:
    column = line.index(words) + 1
    shown, marks = underlined(line, Span(7, column, column + len(words)), Console(columns=80), "31")
    start = marks.index("^")
    before = next(i for i in range(len(shown) + 1) if columns_of(shown[:i]) >= start and shown.startswith(words, i))
    assert columns_of(shown[:before]) == start
    assert marks.count("^") == columns_of(words)
    assert columns_of(shown) <= 80


def test_nothing_in_a_text_speaks_to_the_screen() -> None:
    assert printable("a\x1b[2Jb\r\nc\u202ed\udce9") == "a␛[2Jb  c\ufffdd\ufffd"
    shown = report.as_text(result(finding("`\x1b]0;x\x07`")), Console(columns=80))
    assert "\x1b" not in shown and "\x07" not in shown


def test_what_a_mend_makes_of_the_text() -> None:
    plain = Console()
    assert list(mended(Fix(3, "postcode: B-9850", "postcode: 9850"), plain)) == ["  Dat wordt: postcode: 9850"]
    assert list(mended(Fix(3, "a\n\n\nb", "a\nb"), plain)) == [
        "  Dat wordt:",
        "     4 - (lege regel)",
        "     5 - (lege regel)",
    ]
    assert list(mended(Fix(3, "titel: x", "titel: x\n---"), plain)) == ["  Dat wordt:", "     4 + ---"]
    assert list(mended(Fix(3, "x", "x"), plain)) == ["  Dat zet `praktijkboek fix` recht."]


@pytest.mark.parametrize(
    ("findings", "line"),
    [
        ((), "1 praktijk nagekeken, niets op te merken."),
        ((finding(),), "1 praktijk nagekeken: 1 fout."),
        (
            (*[finding(fix=Fix(1, "a", "b"))] * 6, finding(), finding(severity=Severity.LET_OP)),
            "1 praktijk nagekeken: 7 fouten, 1 aandachtspunt; 6 kunnen we zelf rechtzetten: praktijkboek fix cases/x",
        ),
        ((finding(severity=Severity.TIP),), "1 praktijk nagekeken, niets op te merken."),
    ],
)
def test_the_last_line_states_facts(findings: tuple[Finding, ...], line: str) -> None:
    assert report.closing_line(result(*findings)) == line


def test_tips_only_when_asked_for() -> None:
    found = result(finding("Een tip.", Severity.TIP))
    assert "Een tip." not in report.as_text(found) + report.as_short(found) + report.as_github(found)
    for form in (report.as_text, report.as_short, report.as_github):
        assert "Een tip." in form(found, tips=True)
    assert report.as_text(found).endswith("\nOok 1 tip: praktijkboek check --tips")
    assert "Een tip." in report.as_json(found) and "Een tip." in as_sarif(found)


def test_the_guide_describes_each_field_of_the_json(make_case: MakeCase) -> None:
    told = (REPOSITORY / "book" / "schrijfwijzer" / "opdrachten.md").read_text(encoding="utf-8")
    found = json.loads(report.as_json(check_paths([make_case(WRONG)])))
    (only,) = found["findings"]
    assert all(f"`{word}`" in told for word in [*found, *only, *only["fix"], *Severity])


def test_a_screen_gets_lines_that_fit(make_case: MakeCase) -> None:
    found = check_paths([make_case(Example(replace=("## Knelpunten", "## Eigen kop")))])
    shown = report.as_text(found, Console(columns=80))
    assert all(columns_of(line) <= 80 for line in shown.splitlines() if "index.md" not in line)
    assert shown.replace("\n  ", " ") != report.as_text(found)


def test_colours_on_a_screen_only(monkeypatch: pytest.MonkeyPatch) -> None:
    class Screen(io.StringIO):
        def isatty(self) -> bool:
            return True

    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert Console.of(Screen()).colour and not Console.of(io.StringIO()).colour
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert Console.of(io.StringIO()).colour
    monkeypatch.setenv("NO_COLOR", "1")
    assert not Console.of(Screen()).colour


def test_a_screen_without_our_letters_gets_plain_ones() -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    prepare(stream)
    stream.write("“é” … 5 × ’t € → 日")
    stream.flush()
    assert stream.buffer.getvalue() == b'"e" ... 5 x \'t EUR -> ?'


def test_short(make_case: MakeCase, capsys: pytest.CaptureFixture[str]) -> None:
    folder = make_case(WRONG)
    assert main(["check", str(folder), "--format", "short"]) == 1
    (line,) = capsys.readouterr().out.splitlines()
    assert re.fullmatch(r".*index\.md:19:11: fout: `B-9850` is geen .* \[waarde-vorm\]", line)


def test_github_commands_are_escaped() -> None:
    shown = report.as_github(result(finding("100 %\n::error::x, y")))
    command = shown.splitlines()[0]
    assert command == (
        "::error file=cases/x/index.md,line=1,col=1,endColumn=3,title=fout%3A streep::100 %25%0A::error::x, y Doe zo."
    )


def test_github_shows_what_must_be_mended_first() -> None:
    shown = report.as_github(result(finding(severity=Severity.LET_OP), finding(line=2))).splitlines()
    assert [line.split(" ")[0] for line in shown] == ["::error", "::warning", "1"]


def test_github_gets_the_whole_list_as_a_summary(
    make_case: MakeCase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    summary = tmp_path / "summary.md"
    summary.write_text("wat er al stond\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    main(["check", str(make_case(WRONG)), "--format", "github"])
    text = summary.read_text(encoding="utf-8")
    assert text.startswith("wat er al stond\n## Praktijkboek: nagekeken\n")
    assert "- **fout**, regel 19: <code>B&#45;9850</code> is geen goede postcode" in text


def test_a_summary_is_never_too_long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    summary = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    report.write_summary(result(*[finding("é" * 500, line=n) for n in range(1, 2000)]))
    assert MOST_BYTES - 2000 < summary.stat().st_size <= MOST_BYTES
    assert summary.read_text(encoding="utf-8").endswith("`praktijkboek check` toont ze helemaal.\n")


@pytest.mark.parametrize(
    "hostile", ["<script>", "[x](http://x.be)", "![x](y)", "# kop", "a | b", "**x**", "`<b>", "@x"]
)
def test_a_summary_shows_markup_as_text(hostile: str) -> None:
    text = as_markdown(result(finding(f"Hier staat {hostile}")))
    (line,) = [line for line in text.splitlines() if "Hier staat" in line]
    message = line.removeprefix("- **fout**, regel 1: ")
    assert not set("<>[]()!#|*`@") & set(re.sub(r"&#\d+;|\(streep\)$", "", message))


def by_reference(run: dict[str, Any], found: dict[str, Any]) -> str:
    return str(run["tool"]["driver"]["rules"][found["ruleIndex"]]["id"])


def test_sarif_has_what_the_standard_requires(make_case: MakeCase, tmp_path: Path) -> None:
    """SARIF 2.1.0, sections 3.13 (log), 3.14 (run), 3.19 (driver), 3.27 (result), 3.30 (region), 3.49 (rule)."""
    folder = make_case(WRONG)
    (tmp_path / "cases" / "leeg").mkdir()
    log = json.loads(as_sarif(check_paths([folder, tmp_path / "cases"])))
    assert log["version"] == "2.1.0" and log["$schema"].startswith("https://")
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert run["tool"]["driver"]["name"] == "praktijkboek" and run["columnKind"] == "unicodeCodePoints"
    assert len({rule["id"] for rule in rules}) == len(rules) >= len(ALL)
    assert all(rule["shortDescription"]["text"] for rule in rules)
    for found in run["results"]:
        assert found["level"] in {"error", "warning", "note"} and found["message"]["text"]
        assert by_reference(run, found) == found["ruleId"]
        place = found["locations"][0]["physicalLocation"]
        assert unquote(place["artifactLocation"]["uri"]).endswith(".md")
        assert place["region"]["startLine"] >= 1 and place["region"]["startColumn"] >= 1
        assert place["region"].get("endColumn", 10**6) > place["region"]["startColumn"]
    (mend,) = [fix for found in run["results"] for fix in found.get("fixes", [])]
    (replacement,) = mend["artifactChanges"][0]["replacements"]
    assert replacement["insertedContent"]["text"] == "postcode: 9850"
    assert replacement["deletedRegion"] == {"startLine": 19, "startColumn": 1, "endLine": 19, "endColumn": 17}


def test_who_started_with_nox_reads_what_to_type_with_nox(monkeypatch: pytest.MonkeyPatch) -> None:
    assert report.command("fix", "cases/de linde") == 'praktijkboek fix "cases/de linde"'
    monkeypatch.setenv("PRAKTIJKBOEK_NOX", "python3 noxfile.py -s")
    assert report.command("fix", "cases/x") == "python3 noxfile.py -s fix -- cases/x"
    assert report.command("check") == "python3 noxfile.py -s check"


def test_sarif_points_to_the_guide_where_its_address_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    def addresses() -> set[str | None]:
        rules = json.loads(as_sarif(result()))["runs"][0]["tool"]["driver"]["rules"]
        return {rule.get("helpUri") for rule in rules}

    monkeypatch.delenv("PRAKTIJKBOEK_SITE", raising=False)
    assert addresses() == {None}
    monkeypatch.setenv("PRAKTIJKBOEK_SITE", "https://boek.example/")
    assert "https://boek.example/book/schrijfwijzer/regels.html#foto-zonder-alt" in addresses()
