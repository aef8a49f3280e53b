"""Rules on what lies in the folder or stands in the header, and is used nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from praktijkboek.book import INDEX
from praktijkboek.finding import Finding, Severity, Span
from praktijkboek.reader import CaseFile
from praktijkboek.rule import Example
from praktijkboek.rules.folder import program_in
from praktijkboek.rules.photo_names import LISTED, SHOWN, is_picture, listed, meant, shown, used
from praktijkboek.rules.rule import Rule

DOCUMENTS = frozenset(
    {".doc", ".docx", ".odt", ".rtf", ".pdf", ".md", ".xls", ".xlsx", ".ods", ".csv", ".ppt", ".pptx", ".odp", ".zip"}
    | {".msg", ".eml", ".mp4", ".mov", ".mp3", ".m4a", ".heic", ".tif", ".tiff", ".psd", ".ai", ".indd"}
)
"""Files that somebody made or got. What computers leave behind (``Thumbs.db``) is nobody's concern."""


def _is_droppings(name: str) -> bool:
    """Whether a program left the file behind: hidden files, and locks of Word."""
    return any(part.startswith((".", "~", "__MACOSX")) for part in PurePosixPath(name).parts)


def _mentioned(name: str, lines: tuple[str, ...]) -> bool:
    """Whether a name stands anywhere in the text: what is wrong with it there is said there."""
    return any(name in line for line in lines)


class PhotoUnused(Rule):
    """Een foto die nergens in de tekst staat, ziet niemand; soms is er een naam verkeerd getypt."""

    name, code = "foto-ongebruikt", "P03"
    severity = Severity.LET_OP
    waivable = True
    bad = Example(header=LISTED)
    good = Example(header=LISTED, body=SHOWN)

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """Each listed photo that is there is shown."""
        in_text = {image.target for image in shown(file)}
        intended = {meant(name, file) for name in in_text - file.files}
        for photo in {photo.target: photo for photo in listed(file)}.values():
            name = photo.target
            known = name in in_text or name in intended or _mentioned(name, file.lines[file.header_end :])
            if name in file.files and not known:
                message = f"De foto `{name}` staat in de kop maar nergens in de tekst."
                help_ = f"Zet ze in de tekst met `![wat er te zien is]({name})`, of haal ze uit de kop."
                yield self.finding(file, photo.span, message, help_)


class DocumentUnused(Rule):
    """Wat in de map zit, is openbaar, ook al komt het niet in het boek: een verslag, een formulier, een origineel."""

    name, code = "bestand-ongebruikt", "P24"
    severity = Severity.LET_OP
    waivable = True
    bad = Example(remark="naast `index.md` staat `verslag.docx`")
    good = Example(remark="het verslag staat op een website, en de tekst linkt ernaar")

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """No documents in the folder."""
        names = set(used(file))
        for name in sorted(file.files - names - {INDEX}):
            is_document = PurePosixPath(name).suffix.casefold() in DOCUMENTS and not _is_droppings(name)
            if (
                is_document
                and not program_in(name)
                and not (file.folder / name).is_symlink()
                and not _mentioned(name, file.lines)
            ):
                message = f"Het bestand `{name}` in de map komt niet in het boek, maar iedereen kan het er zien."
                yield self.finding(file, Span(1), message, "Haal het uit de map, en bewaar het op een andere plek.")


class PhotoLeft(Rule):
    """Een foto in de map die nergens genoemd wordt, is misschien vergeten."""

    name, code = "foto-vergeten", "P18"
    severity = Severity.TIP
    waivable = True
    bad = Example(remark="`zaal.jpg` staat in de map, maar niet in de tekst")
    good = Example(remark="elke foto in de map staat ook in de tekst")

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """Each photo in the folder is listed or shown."""
        names = set(used(file))
        intended = {meant(name, file) for name in names - file.files}
        for name in sorted(file.files - names - intended):
            is_shortcut = (file.folder / name).is_symlink()
            if is_picture(name) and not (_is_droppings(name) or is_shortcut or _mentioned(name, file.lines)):
                message = f"De foto `{name}` staat in de map, maar niet in de kop en niet in de tekst."
                yield self.finding(file, Span(1), message, "Gebruik ze, of haal ze uit de map.")
