"""Rules on photos: they are there, and we know what they show and whose they are."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from pathlib import Path

from PIL import Image

from praktijkboek.finding import Finding, Severity
from praktijkboek.reader import CaseFile
from praktijkboek.reader.body import Link
from praktijkboek.reader.facts import canonical
from praktijkboek.rules.rule import Example, Rule, did_you_mean
from praktijkboek.vocabulary import suggest

FORMATS = (".jpg", ".jpeg", ".png", ".webp", ".svg")
LISTED = (
    "fotos:\n  - bestand: gevel.jpg\n    alt: De gevel met open deur\n    maker: Dorpsraad\n    licentie: CC-BY-4.0"
)
SHOWN = "![De gevel met open deur](gevel.jpg)"


def _is_inside(target: str) -> bool:
    """Whether a target is a plain path that stays in the folder of the case."""
    clean = posixpath.normpath(target)
    return "://" not in target and "\\" not in target and ":" not in target and not clean.startswith(("..", "/"))


def _listed(file: CaseFile) -> dict[str, tuple[str, ...]]:
    """The photos of the header, also of one with mistakes: file name -> the keys that were typed."""
    found: dict[str, tuple[str, ...]] = {}
    for path, span in file.facts.spans.items():
        match path:
            case ("fotos", int(i), "bestand"):
                name = file.lines[span.line - 1][span.column - 1 : span.end_column - 1].strip("\"'")
                keys = (p[2] for p in file.facts.spans if p[:2] == ("fotos", i) and len(p) == len(path))
                found[name] = tuple(canonical(str(key)) for key in keys)
            case _:
                pass
    return found


class PhotoMissing(Rule):
    """Een foto die niet in de map zit, komt niet in het boek."""

    name, code = "foto-ontbreekt", "P01"
    bad = Example(header=LISTED.replace("gevel", "gevl"), body=SHOWN.replace("gevel.", "gevl."))
    good = Example(header=LISTED, body=SHOWN)

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """Each photo of the text, and each of the header that the text doesn't show, stands in the folder."""
        shown = {image.target: image.span for image in reversed(file.body.images) if _is_inside(image.target)}
        listed = {name: file.facts.span(("fotos", i, "bestand")) for i, name in enumerate(_listed(file))}
        for target, span in (listed | shown).items():
            if target in file.files or not _is_inside(target) or not target.casefold().endswith(FORMATS):
                continue
            same = next((name for name in file.files if name.casefold() == target.casefold()), None)
            if same:
                message = f"De foto heet `{same}`, niet `{target}`: hoofdletters tellen mee."
                yield self.finding(file, span, message, f"Schrijf `{same}`.")
                continue
            photos = [name for name in file.files if name.casefold().endswith(FORMATS)]
            meant = suggest(target, photos)
            message = f"De foto `{target}` staat niet in de map.{did_you_mean(meant)}"
            help_ = f"Schrijf `{meant}`." if meant else "Zet de foto in de map van de praktijk, naast `index.md`."
            yield self.finding(file, span, message, help_)


class PhotoUnlisted(Rule):
    """Zonder maker en licentie mogen we een foto niet drukken."""

    name, code = "foto-niet-vermeld", "P02"
    bad = Example(body=SHOWN)
    good = Example(header=LISTED, body=SHOWN)

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """Each photo of the text that is there is also listed in the header."""
        if not file.facts.typed:
            return  # the header can't be read: its own rule says so
        listed = _listed(file)
        seen: set[str] = {name for name in file.files for other in listed if name.casefold() == other.casefold()}
        seen -= listed.keys()
        for image in file.body.images:
            if image.target in file.files and image.target not in listed and image.target not in seen:
                seen.add(image.target)
                yield self.finding(
                    file,
                    image.span,
                    f"Van de foto `{image.target}` staan maker en licentie niet in de kop.",
                    f"Zet bij `fotos:` een regel `- bestand: {image.target}` met `alt`, `maker` en `licentie` eronder.",
                )


class PhotoUnused(Rule):
    """Een foto die nergens in de tekst staat, ziet niemand; soms is er een naam verkeerd getypt."""

    name, code = "foto-ongebruikt", "P03"
    severity = Severity.LET_OP
    bad = Example(header=LISTED)
    good = Example(header=LISTED, body=SHOWN)

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """Each listed photo that is there is shown."""
        shown = {image.target for image in file.body.images}
        for i, name in enumerate(_listed(file)):
            if name not in shown and name in file.files and not self._meant(name, shown, file):
                message = f"De foto `{name}` staat in de kop maar nergens in de tekst."
                if " " in name:
                    help_ = f"Noem het bestand `{name.replace(' ', '-')}`, in de map, in de kop en in de tekst."
                    yield self.finding(file, file.facts.span(("fotos", i, "bestand")), message, help_)
                    continue
                help_ = f"Zet ze in de tekst met `![wat er te zien is]({name})`, of haal ze uit de kop."
                yield self.finding(file, file.facts.span(("fotos", i, "bestand")), message, help_)

    @staticmethod
    def _meant(name: str, shown: set[str], file: CaseFile) -> bool:
        """Whether a photo of the text that is not there means this one: one cause, one message."""
        lost = shown - file.files
        return bool(suggest(name, lost) or any(name in target for target in lost))


class PhotoWithoutAlt(Rule):
    """Wie niet ziet, hoort de beschrijving: wat er te zien is en waarom het er staat."""

    name, code = "foto-zonder-alt", "P04"
    bad = Example(header=LISTED.replace("\n    alt: De gevel met open deur", ""), body="![](gevel.jpg)")
    good = Example(header=LISTED, body="![](gevel.jpg)")

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """The description stands in the text or in the header."""
        listed = _listed(file)
        described = {image.target for image in file.body.images if image.alt}
        shown = {image.target: image for image in file.body.images}
        for i, (name, keys) in enumerate(listed.items()):
            if name in described or "alt" in keys:
                continue
            image = shown.get(name) or Link(name, file.facts.span(("fotos", i, "bestand")))
            yield self.finding(
                file,
                image.span,
                f"De foto `{name}` heeft geen beschrijving.",
                f"Zeg tussen de haken wat er te zien is: `![De winkel met open deur]({name})`.",
            )


class PhotoElsewhere(Rule):
    """Een foto van een andere plek kan morgen weg zijn, en de rechten kennen we niet."""

    name, code = "foto-van-elders", "P05"
    bad = Example(body="![De gevel](https://www.voorbeeld.be/gevel.jpg)")
    good = Example(header=LISTED, body=SHOWN)

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """Each photo of the text stands in the case's own folder."""
        for image in file.body.images:
            if _is_inside(image.target):
                continue
            if image.target.startswith(("http:", "https:", "//")):
                message = f"De foto komt van een andere website (`{image.target}`)."
            elif ":" in image.target or "\\" in image.target:
                message = f"`{image.target}` is een plek op één computer."
            else:
                message = f"De foto `{image.target}` staat buiten de map van deze praktijk."
            help_ = "Zet het bestand in de map van de praktijk en schrijf alleen de naam: `![...](gevel.jpg)`."
            yield self.finding(file, image.span, message, help_)


class PhotoFormat(Rule):
    """Browsers en drukkers kennen JPEG, PNG, WebP en SVG; een telefoon bewaart soms in een ander formaat."""

    name, code = "foto-formaat", "P06"
    bad = Example(header=LISTED.replace("gevel.jpg", "gevel.heic"), body=SHOWN.replace("gevel.jpg", "gevel.heic"))
    good = Example(header=LISTED, body=SHOWN)

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """Each photo of the text has one of the known extensions."""
        for image in file.body.images:
            if _is_inside(image.target) and not image.target.casefold().endswith(FORMATS):
                message = f"`{image.target}` is geen foto die browsers en de drukker kennen."
                yield self.finding(file, image.span, message, "Bewaar de foto als JPEG (`.jpg`) of PNG.")


class PhotoBroken(Rule):
    """Een bestand dat niet te openen is, kan niet in het boek; soms is alleen de naam veranderd."""

    name, code = "foto-stuk", "P07"
    bad = Example(header=LISTED.replace("gevel.jpg", "stuk.jpg"), body=SHOWN.replace("gevel.jpg", "stuk.jpg"))
    good = Example(header=LISTED, body=SHOWN)

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """Each photo of the text can be opened."""
        for target in sorted({image.target for image in file.body.images} & file.files):
            if target.casefold().endswith(FORMATS) and not _opens(file.folder / target):
                span = next(image.span for image in file.body.images if image.target == target)
                message = f"`{target}` is geen foto, of het bestand is leeg of stuk."
                yield self.finding(
                    file, span, message, "Open het met een fotoprogramma en bewaar het opnieuw als JPEG."
                )


def _opens(path: Path) -> bool:
    """Whether a picture can be opened; only its first bytes are looked at."""
    if path.suffix.casefold() == ".svg":
        return b"<svg" in path.read_bytes()[:MOST_SVG_HEAD]
    try:
        with Image.open(path) as picture:
            return picture.width > 0
    except (OSError, Image.DecompressionBombError):
        return False


MOST_SVG_HEAD = 4096
"""The bytes in which an SVG file must name itself."""
