"""Rules on the folder of a case: is there a text in it that can be read and judged."""

from __future__ import annotations

import traceback
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from praktijkboek.book import INDEX
from praktijkboek.contents import DEEPEST
from praktijkboek.finding import Finding, Span
from praktijkboek.reader import CaseFile
from praktijkboek.reader.case_file import Refused
from praktijkboek.rule import AnyRule, Example
from praktijkboek.rules.rule import Rule


class Shortcut(Rule):
    """Een snelkoppeling wijst naar een plek op één computer, misschien buiten de praktijk."""

    name, code = "snelkoppeling", "M02"
    bad = Example(remark="`verslag.txt` is een snelkoppeling naar een bestand op je bureaublad")
    good = Example(remark="`verslag.txt` staat zelf in de map")

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """No symbolic links."""
        for name in sorted(file.files):
            if (file.folder / name).is_symlink():
                message = f"`{name}` is een snelkoppeling, geen bestand."
                yield self.finding(file, Span(1), message, "Zet het bestand zelf in de map.")


FOLDERS = frozenset({"book", "cases", ".git", ".github", ".forgejo", ".gitea", ".vscode", ".idea", "__pycache__"})
SETTINGS = frozenset(
    {"pyproject.toml", "setup.cfg", "tox.ini", "pytest.ini", "mypy.ini", "ruff.toml", ".ruff.toml", ".coveragerc"}
    | {"makefile", "package.json", "dockerfile", ".envrc", ".env", ".git", ".gitmodules", ".gitattributes"}
    | {".pre-commit-config.yaml", ".editorconfig", ".netrc", ".npmrc", "pip.conf"}
)
PROGRAMS = frozenset(
    {".py", ".pyi", ".pyw", ".pyc", ".pyd", ".pyx", ".pth", ".so", ".dll", ".dylib", ".exe", ".com", ".msi", ".scr"}
    | {".bat", ".cmd", ".ps1", ".vbs", ".wsf", ".hta", ".lnk", ".reg", ".sh", ".bash", ".zsh", ".command", ".app"}
    | {".js", ".mjs", ".jar", ".class", ".php", ".pl", ".rb", ".desktop"}
)
"""Names that programs look for, and endings of files that a computer carries out."""


class ProgramInside(Rule):
    """In de map van een praktijk horen tekst en foto's; een programma kan schade doen aan wie het opent."""

    name, code = "programma-in-map", "M06"
    bad = Example(remark="naast `index.md` staat `tellen.py`, of een map `book` met een `conf.py`")
    good = Example(remark="in de map staan alleen de tekst en de foto's")

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """No programs, no settings of programs, and no folder that looks like the book; each folder once."""
        for name in dict.fromkeys(map(program_in, sorted(file.files))):
            if name.endswith("/"):
                message = f"De map `{name[:-1]}` hoort niet in een praktijk: die naam gebruiken programma's."
                yield self.finding(file, Span(1), message, "Haal de map weg, of geef ze een andere naam.")
            elif name:
                message = f"`{name}` is een programma of de instelling van een programma."
                yield self.finding(file, Span(1), message, "Haal het bestand weg: alleen tekst en foto's horen hier.")


def program_in(name: str) -> str:
    """The folder (with a slash at its end) or the file in ``name`` that a program would act on; empty where none is."""
    *folders, last = name.casefold().split("/")
    for i, folder in enumerate(folders, start=1):
        if folder in FOLDERS:
            return "/".join(name.split("/")[:i]) + "/"
    return name if last in SETTINGS or last.endswith(tuple(PROGRAMS)) else ""


class FolderTooDeep(Rule):
    """Wie duizend mappen in elkaar zet, legt programma's plat; een praktijk heeft er hoogstens twee nodig."""

    name, code = "map-te-diep", "M07"
    bad = Example(remark="in de map staat een map, daarin een map, en zo nog twintig keer")
    good = Example(remark="de foto's staan naast `index.md`, of in één map daar")

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """All folders can be looked at."""
        if file.too_deep:
            top = file.too_deep.split("/")[0]
            message = f"In de map `{top}` zitten meer dan {DEEPEST} mappen in elkaar."
            yield self.finding(file, Span(1), message, "Zet de foto's in de map van de praktijk zelf.")


@dataclass(frozen=True, slots=True)
class _Place:
    path: Path


class TextMissing(AnyRule):
    """De tekst van een praktijk staat in een eigen map, in het bestand `index.md`; alleen daar vindt het boek ze."""

    name, code = "tekst-ontbreekt", "M03"
    bad = Example(remark="in de map `de-melkerij` staat alleen `tekst.docx`")
    good = Example(remark="in de map `de-melkerij` staat `index.md`")

    def explain(self, folder: Path, error: OSError) -> Finding:
        """The one finding of a folder whose text can't be read; ``error`` is what the reading ran into."""
        if folder.is_file():
            message = f"`{folder.name}` staat los in `cases/`; elke praktijk heeft een eigen map."
            help_ = f"Maak een map `{folder.stem}` en zet de tekst daarin als `{INDEX}`."
            return self.finding(_Place(folder), Span(1), message, help_)
        if isinstance(error, Refused):
            message = f"De map `{folder.name}` of haar `{INDEX}` is {error}."
            help_ = f"Zet de tekst zelf, en alleen de tekst, in `{INDEX}`."
        elif isinstance(error, FileNotFoundError):
            message, help_ = _nothing_there(folder)
        else:
            message = f"`{INDEX}` in de map `{folder.name}` kan niet geopend worden."
            help_ = "Kijk na of je het bestand zelf kunt openen en lezen, en bewaar het dan opnieuw."
        return self.finding(_Place(folder / INDEX), Span(1), message, help_)


def _nothing_there(folder: Path) -> tuple[str, str]:
    """What stands in a folder in the place of ``index.md``, and how to mend it."""
    try:
        names = sorted(path.name for path in folder.iterdir())
    except OSError:
        names = [""]  # not to be listed, so not to be called empty
    missing = f"In de map `{folder.name}` staat geen `{INDEX}`"
    deeper = next((name for name in names if (folder / name / INDEX).is_file()), None)
    if deeper:
        help_ = f"Zet alles uit de map `{deeper}` rechtstreeks in de map `{folder.name}`."
        return f"{missing}; de tekst staat een map te diep, in `{folder.name}/{deeper}`.", help_
    if not names:
        return f"De map `{folder.name}` is leeg.", f"Zet de tekst van de praktijk in `{INDEX}`, of haal de map weg."
    text, document = _first(names, (".md", ".txt")), _first(names, (".docx", ".doc", ".odt", ".pdf", ".rtf"))
    if text:
        exactly = ", in kleine letters en zonder iets erachter" if text.casefold().startswith("index") else ""
        return f"{missing}, wel `{text}`.", f"Hernoem `{text}` tot `{INDEX}`{exactly}."
    if document:
        help_ = f"Kopieer de tekst uit `{document}` naar een gewoon tekstbestand en bewaar dat als `{INDEX}`."
        return f"{missing}, wel `{document}`; zo’n bestand kan het boek niet lezen.", help_
    return f"{missing}.", f"Zet de tekst van de praktijk in `{INDEX}`."


def _first(names: Sequence[str], endings: tuple[str, ...]) -> str | None:
    """The file that most likely holds the text: one called index, or else the first."""
    found = [name for name in names if name.casefold().endswith(endings)]
    return min(found, key=lambda name: not name.casefold().startswith("index"), default=None)


class NotJudged(AnyRule):
    """Struikelt het programma over één praktijk, dan gaan de andere gewoon door; deze komt zo niet in het boek."""

    name, code = "niet-na-te-kijken", "M05"
    bad = Example(remark="het programma loopt vast op je tekst, hoewel je niets verkeerd deed")
    good = Example(remark="je meldde het, en de redactie zette het programma recht; aan je tekst verandert niets")

    def explain(self, folder: Path, error: Exception) -> Finding:
        """The one finding of a case on which the program failed, with what a maintainer needs to find the cause."""
        frames = [frame for frame in traceback.extract_tb(error.__traceback__) if "praktijkboek" in frame.filename]
        where = f"{Path(frames[-1].filename).name}, regel {frames[-1].lineno}" if frames else "?"
        message = f"Deze praktijk konden we niet nakijken: het programma liep vast ({type(error).__name__} in {where})."
        help_ = "Meld dit aan de redactie en stuur dit bestand mee; het ligt wellicht niet aan jou."
        return self.finding(_Place(folder / INDEX), Span(1), message, help_)
