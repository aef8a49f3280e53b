"""The command: what it prints and the code that it ends with."""

import errno
import io
from pathlib import Path

import pytest
from conftest import MakeCase

from praktijkboek.cli import build_parser, main
from praktijkboek.print.edition import BOOK, EDITIONS
from praktijkboek.rule import Example
from praktijkboek.site.run import Progress
from praktijkboek.trouble import explain_os_error

WRONG = Example(header="postcode: B-9850")


def test_a_good_case(make_case: MakeCase, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(make_case())]) == 0
    assert capsys.readouterr().out == "1 praktijk nagekeken, niets op te merken.\n"


def test_a_wrong_case_shows_the_line(
    make_case: MakeCase, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    make_case(WRONG)
    monkeypatch.chdir(tmp_path)
    assert main(["check"]) == 1
    assert capsys.readouterr().out == (
        "cases/voorbeeld/index.md:19:11: fout [waarde-vorm]\n"
        "    19 | postcode: B-9850\n"
        "       |           ^^^^^^\n"
        "  `B-9850` is geen goede postcode voor `postcode`. Bedoelde je `9850`?\n"
        "  We verwachten vier cijfers, zoals `9850`.\n"
        "  Dat wordt: postcode: 9850\n"
        "\n"
        "1 praktijk nagekeken: 1 fout; 1 kunnen we zelf rechtzetten: praktijkboek fix cases/voorbeeld\n"
        "Meer over een regel: praktijkboek explain waarde-vorm\n"
    )


def test_a_path_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "nergens"]) == 2
    assert capsys.readouterr().err == "nergens is er niet: kijk na of de naam klopt.\n"


def test_a_folder_of_a_book_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    for verb in ("site", "pdf", "build", "preview"):
        assert main([verb, "nergens"]) == 2
        assert capsys.readouterr().err == "De map nergens is er niet: kijk na of de naam klopt.\n"


def test_the_command_alone_shows_what_can_be_done(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("gebruik: praktijkboek") and "Zo begin je:" in shown
    verbs = ("check", "fix", "new", "explain", "rules", "schema", "site", "pdf", "build", "preview", "export")
    assert all(f"    {verb} " in shown for verb in verbs)


def test_no_cases(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "book").mkdir()
    (tmp_path / "book" / "conf.py").touch()
    monkeypatch.chdir(tmp_path)
    for verb in ("check", "site", "pdf", "build"):
        assert main([verb]) == 2
        (line,) = capsys.readouterr().err.splitlines()
        assert "cases is er niet" in line


def test_a_folder_without_a_text(make_case: MakeCase, capsys: pytest.CaptureFixture[str]) -> None:
    folder = make_case()
    (folder / "index.md").rename(folder / "tekst.md")
    assert main(["check", str(folder.parent)]) == 1
    assert "Hernoem `tekst.md` tot `index.md`." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (["chekc"], "`chekc` kennen we niet; bedoelde je `check`? `praktijkboek --help` toont wat je kunt typen."),
        (["new"], "Achter `praktijkboek new` ontbreekt NAAM: `praktijkboek new --help` toont wat je kunt typen."),
        (
            ["check", "--tip"],
            "`--tip` kennen we niet; bedoelde je `--tips`? `praktijkboek --help` toont wat je kunt typen.",
        ),
        (["build", "--snel"], "`--snel` kennen we niet: `praktijkboek --help` toont wat je kunt typen."),
        (["check", "--format", "pdf"], "`pdf` kennen we niet: `praktijkboek check --help` toont wat je kunt typen."),
        (
            ["check", "--format"],
            "Achter `--format` ontbreekt iets: `praktijkboek check --help` toont wat je kunt typen.",
        ),
    ],
)
def test_a_mistyped_command(typed: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(typed)
    assert (stopped.value.code, capsys.readouterr().err) == (2, said + "\n")


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OSError(errno.ENOSPC, "No space left on device", "x"), "De schijf is vol"),
        (PermissionError(errno.EACCES, "Permission denied", "x"), "Geen toegang (x)"),
        (OSError(errno.EROFS, "Read-only file system", "x"), "Geen toegang (x)"),
        (FileNotFoundError(errno.ENOENT, "No such file", "x"), "is er niet (x)"),
        (OSError(f"[('a', 'b', '[Errno {errno.ENOSPC}] No space left')]"), "De schijf is vol"),
    ],
)
def test_trouble_is_one_sentence_with_a_way_out(error: OSError, words: str) -> None:
    text = str(explain_os_error(error))
    assert words in text and text.count("\n") == 0 and ":" in text


def test_a_case_that_is_in_no_book(
    make_case: MakeCase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """An author checks a folder on the desktop."""
    folder = make_case(WRONG).rename(tmp_path / "mijn-praktijk")
    (tmp_path / "cases").rmdir()
    monkeypatch.chdir(folder)
    assert main(["check", "."]) == 1
    assert capsys.readouterr().out.startswith("index.md:19:11: fout [waarde-vorm]\n")


def test_each_edition_has_its_option() -> None:
    for name in set(EDITIONS) - {BOOK.name}:
        assert build_parser().parse_args(["pdf", f"--{name}"]).editions == [name]
    assert build_parser().parse_args(["pdf"]).editions is None
    with pytest.raises(SystemExit):
        build_parser().parse_args(["pdf", f"--{BOOK.name}"])


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_the_line_that_shows_how_far_it_is() -> None:
    """It says which edition is laid out: its pages don't seem to start again."""
    screen = Terminal()
    progress = Progress(screen, "PDF")
    for said in ("reading sources... [ 50%] book/index", "layout PDF page 9", "layout Grote letters page 1"):
        progress.write(said)
    progress.done()
    shown = screen.getvalue().split("\r\033[K")
    assert shown == ["", "PDF: lezen 50 %", "PDF: bladzijde 9", "Grote letters: bladzijde 1", ""]
