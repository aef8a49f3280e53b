"""Rules on what is inside photos and drawings, whatever their name says."""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import PurePosixPath

from praktijkboek.finding import Finding, Severity, Span
from praktijkboek.reader import CaseFile
from praktijkboek.reader.photo_facts import EXTENSIONS, IMAGES, SVG
from praktijkboek.rules.photo_names import GOOD, is_inside, is_picture, meant, named, present, used
from praktijkboek.rules.rule import Rule

COLUMN_MM, HEIGHT_MM = 122, 160
"""The most that a photo gets in the printed book: the width of the text, and a height (``print/css/page.css``)."""
LEAST_DPI, WANTED_DPI = 150, 300
"""Pixels an inch: below the first a photo prints in blocks, from the second on nobody sees pixels."""
MM_PER_INCH = 25.4


def printed_width(width: int, height: int) -> float:
    """How wide a photo of so many pixels is printed, in mm: as wide as the text, or as its height allows.

    Without a caption a small photo would be printed at 96 pixels an inch, which is never enough either.
    """
    return min(COLUMN_MM, HEIGHT_MM * width / height)


def needed_width(width: int, height: int, dpi: int) -> int:
    """How many pixels wide a photo with these proportions must be, to be printed with ``dpi`` pixels an inch."""
    return math.ceil(dpi * printed_width(width, height) / MM_PER_INCH)


class PhotoFormat(Rule):
    """Browsers en drukkers kennen JPEG, PNG, WebP en SVG; een telefoon bewaart soms in een ander formaat."""

    name, code = "foto-formaat", "P06"
    bad = named("markt.tiff", "`markt.tiff` is een TIFF")
    good = GOOD

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """Each photo has the name and the content of a known format."""
        kinds = {name: picture.kind for name, _, picture in present(file)}
        for name, span in used(file).items():
            is_named = is_inside(name) and (name in file.files or not meant(name, file))
            if name and is_named and (found := _wrong_format(name, kinds.get(name, ""))):
                yield self.finding(file, span, *found)


def _wrong_format(name: str, kind: str) -> tuple[str, str] | None:
    """What is wrong with the format of a file and how to mend it; None where name and content go together."""
    expected = EXTENSIONS.get(PurePosixPath(name).suffix.casefold())
    jpeg = PurePosixPath(name).with_suffix(".jpg")
    if kind in EXTENSIONS.values():
        if expected == kind or (expected and SVG not in {kind, expected}):
            return None  # a photo under the name of another kind of photo is shown all the same
        return f"`{name}` is een {kind}-bestand, maar dat zegt de naam niet.", _rename(name, kind)
    if kind:
        mend = "Open het op je computer en bewaar het" if kind in IMAGES else "Zet de foto zelf in de map,"
        return f"`{name}` is een {kind}; dat kan niet in het boek.", f"{mend} als JPEG (`{jpeg}`)."
    if not expected:
        return f"`{name}` is geen foto die het boek kent.", f"Bewaar de foto als JPEG (`{jpeg}`) of PNG."
    return None


def _rename(name: str, kind: str) -> str:
    better = PurePosixPath(name).with_suffix("." + kind.lower().replace("jpeg", "jpg"))
    return f"Noem het bestand `{better}`, in de map, in de kop en in de tekst."


class PhotoMisnamed(Rule):
    """Sommige programma's gaan af op het einde van de naam, en openen de foto dan niet."""

    name, code = "foto-verkeerde-naam", "P17"
    severity = Severity.LET_OP
    waivable = True
    bad = named("eigenlijk-png.jpg", "het bestand is in feite een PNG")
    good = GOOD

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """A photo's name ends with its own format."""
        for name, span, picture in present(file):
            expected = EXTENSIONS.get(PurePosixPath(name).suffix.casefold())
            known = {expected, picture.kind} <= set(EXTENSIONS.values()) - {SVG}
            if known and expected != picture.kind:
                message = f"`{name}` is een {picture.kind}-bestand, maar de naam zegt {expected}."
                yield self.finding(file, span, message, _rename(name, picture.kind))


class PhotoBroken(Rule):
    """Een bestand dat niet te openen is, kan niet in het boek; soms is alleen de naam veranderd."""

    name, code = "foto-stuk", "P07"
    bad = named("stuk.jpg", "`stuk.jpg` is leeg")
    good = GOOD

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """Each photo can be opened, from its beginning to its end."""
        for name, span, picture in present(file):
            if not is_picture(name) or (picture.kind and not picture.broken):
                continue
            message = f"`{name}` is geen foto, of het bestand is stuk."
            if not (file.folder / name).stat().st_size:
                message = f"Het bestand `{name}` is leeg."
            elif picture.kind:
                message = f"`{name}` is stuk: het bestand is niet volledig."
            help_ = "Zet de foto opnieuw in de map, of open ze met een fotoprogramma en bewaar ze opnieuw als JPEG."
            yield self.finding(file, span, message, help_)


class PhotoTooLarge(Rule):
    """Een foto van meer dan 25 MB of 100 miljoen beeldpunten legt de computer plat die het boek maakt."""

    name, code = "foto-te-groot", "P19"
    bad = named("reus.png", "`reus.png` telt meer dan 100 miljoen beeldpunten")
    good = GOOD

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """Each photo can be opened with the memory that a computer has."""
        for name, span, picture in present(file):
            if picture.huge and picture.kind in EXTENSIONS.values():
                message = f"De foto `{name}` is {picture.huge}."
                yield self.finding(file, span, message, "Verklein ze tot ongeveer 2400 beeldpunten breed.")


class PhotoTooSmall(Rule):
    """In druk toont een kleine foto blokjes: er zijn minstens 150 beeldpunten per duim nodig."""

    name, code = "foto-te-klein", "P20"
    waivable = True
    bad = named("klein.png", "`klein.png` is maar een paar beeldpunten breed")
    good = GOOD

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """Each photo has the pixels for the width that it gets in print."""
        for span, size, needed in _printed_between(0, LEAST_DPI, file):
            message = f"{size}; voor druk is minstens {needed} breed nodig."
            yield self.finding(file, span, message, FIND_ORIGINAL)


class PhotoNotSharp(Rule):
    """Met 300 beeldpunten per duim is een foto in druk helemaal scherp."""

    name, code = "foto-kan-scherper", "P21"
    severity = Severity.TIP
    waivable = True
    bad = named("matig.png", "`matig.png` is scherp genoeg voor een scherm, niet voor druk")
    good = GOOD

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """Each photo that is large enough has the pixels to be sharp."""
        for span, size, needed in _printed_between(LEAST_DPI, WANTED_DPI, file):
            message = f"{size}; voor scherpe druk is minstens {needed} breed nodig."
            yield self.finding(file, span, message, FIND_ORIGINAL)


FIND_ORIGINAL = "Zoek het origineel: een foto uit een bericht of van een website is vaak verkleind."


def _printed_between(least: int, dpi: int, file: CaseFile) -> Iterator[tuple[Span, str, int]]:
    """The photos that are printed with ``least`` pixels an inch or more, but fewer than ``dpi``.

    Each with its place, its size in Dutch, and the pixels in width that ``dpi`` asks for.
    """
    for name, span, picture in present(file):
        width, height = picture.size
        if not (width and height):
            continue
        needed = needed_width(width, height, dpi)
        if needed_width(width, height, least) <= width < needed:
            yield span, f"De foto `{name}` is {width} × {height} beeldpunten", needed


class PhotoTurned(Rule):
    """Sommige programma's draaien zo'n foto niet, en tonen ze op haar zij."""

    name, code = "foto-gekanteld", "P22"
    severity = Severity.LET_OP
    waivable = True
    bad = named("gekanteld.jpg", "`gekanteld.jpg` ligt op haar zij")
    good = GOOD

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """Each photo is stored as it is shown."""
        for name, span, picture in present(file):
            if picture.turned:
                message = f"`{name}` staat gekanteld in het bestand; het boek zet ze recht."
                yield self.finding(file, span, message, "Open ze met een fotoprogramma, draai ze recht en bewaar ze.")


class PhotoLocated(Rule):
    """Een telefoon schrijft in de foto waar ze genomen is; in de map kan iedereen dat lezen."""

    name, code = "foto-gps", "P23"
    severity = Severity.LET_OP
    waivable = True
    bad = named("gps.jpg", "in `gps.jpg` zit de plaats waar ze genomen is")
    good = GOOD

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """No photo says where it was taken."""
        for name, span, picture in present(file):
            if picture.located:
                message = (
                    f"In `{name}` zit verborgen waar de foto genomen is (GPS); "
                    "in het boek halen we dat weg, maar in je map staat het nog."
                )
                help_ = (
                    "Haal het eruit: in Windows bij Eigenschappen > Details, "
                    "op een Mac in Voorvertoning bij Extra > Toon infovenster > GPS."
                )
                yield self.finding(file, span, message, help_)


class SvgUnsafe(Rule):
    """Een tekening in SVG is een klein programma; ze komt alleen in het boek, en dan helemaal, als ze enkel tekent."""

    name, code = "svg-onveilig", "P08"
    bad = named("script.svg", "in `script.svg` zit programmacode")
    good = GOOD

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """Each SVG only draws, and nothing is lost of it when it is cleaned."""
        for name, span, picture in present(file):
            if picture.refused:
                message = f"De tekening `{name}` kan niet in het boek: {picture.refused}."
                yield self.finding(file, span, message, "Bewaar de tekening als PNG en gebruik die.")
