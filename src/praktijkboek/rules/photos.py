"""Rules on photos: they are there, and we know what they show and whose they are."""

from __future__ import annotations

import posixpath
import re
import warnings
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from PIL import Image

from praktijkboek.finding import Finding, Severity, Span
from praktijkboek.reader import CaseFile
from praktijkboek.reader.body import Link
from praktijkboek.rules.rule import Example, Rule, did_you_mean
from praktijkboek.vocabulary import suggest

FORMATS = (".jpg", ".jpeg", ".png", ".webp", ".svg")
LISTED = "\n".join(
    (
        "fotos:",
        "  - bestand: gevel.jpg",
        "    alt: De gevel met open deur",
        "    maker: Dorpsraad",
        "    licentie: CC-BY-4.0",
        "    herkenbaar: nee",
    )
)
SHOWN = "![De gevel met open deur](gevel.jpg)"


def _is_inside(target: str) -> bool:
    """Whether a target is a plain path that stays in the folder of the case."""
    clean = posixpath.normpath(target)
    return "://" not in target and "\\" not in target and ":" not in target and not clean.startswith(("..", "/"))


def _listed(file: CaseFile) -> dict[str, tuple[Span, bool]]:
    """The photos of the header, right or wrong: file name -> its place, and whether it is described there."""
    return {
        name: (file.facts.span(("fotos", i, "bestand")), "alt" in photo)
        for i, photo in file.groups("fotos")
        if isinstance(name := photo.get("bestand"), str)
    }


class PhotoMissing(Rule):
    """Een foto die niet in de map zit, komt niet in het boek."""

    name, code = "foto-ontbreekt", "P01"
    bad = Example(header=LISTED.replace("gevel", "gevl"), body=SHOWN.replace("gevel.", "gevl."))
    good = Example(header=LISTED, body=SHOWN)

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """Each photo of the text, and each of the header that the text doesn't show, stands in the folder."""
        shown = {image.target: image.span for image in reversed(file.body.images) if _is_inside(image.target)}
        listed = {name: span for name, (span, _) in _listed(file).items()}
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
        for name, (span, _) in _listed(file).items():
            if name not in shown and name in file.files and not self._meant(name, shown, file):
                message = f"De foto `{name}` staat in de kop maar nergens in de tekst."
                if " " in name:
                    help_ = f"Noem het bestand `{name.replace(' ', '-')}`, in de map, in de kop en in de tekst."
                    yield self.finding(file, span, message, help_)
                    continue
                help_ = f"Zet ze in de tekst met `![wat er te zien is]({name})`, of haal ze uit de kop."
                yield self.finding(file, span, message, help_)

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
        for name, (span, has_alt) in listed.items():
            if name in described or has_alt:
                continue
            image = shown.get(name) or Link(name, span)
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
        listed = (Link(name, span) for name, (span, _) in _listed(file).items())
        for image in (*file.body.images, *listed):
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


class SvgUnsafe(Rule):
    """Een tekening in SVG is een klein programma: wat erin kan gebeuren of opgehaald worden, halen we er niet uit."""

    name, code = "svg-onveilig", "P08"
    bad = Example(header=LISTED.replace("gevel.jpg", "script.svg"), body=SHOWN.replace("gevel.jpg", "script.svg"))
    good = Example(header=LISTED, body=SHOWN)

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """Each SVG of the text only draws."""
        for image in file.body.images:
            path = file.folder / image.target
            is_svg = image.target in file.files and image.target.casefold().endswith(".svg")
            if is_svg and _opens(path) and (found := _more_than_drawing(path.read_bytes())):
                message = f"De tekening `{image.target}` doet meer dan tekenen: `{found}`."
                yield self.finding(file, image.span, message, "Bewaar de tekening als PNG en gebruik die.")


DRAWS = frozenset(
    {"svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan", "defs", "use"}
    | {"symbol", "title", "desc", "linearGradient", "radialGradient", "stop", "clipPath", "mask", "pattern", "marker"}
)
"""The elements of SVG that draw, and nothing else."""


def _more_than_drawing(content: bytes) -> str:
    """The first thing in an SVG that is no drawing: an element, an event, an address elsewhere; else empty."""
    if b"<!" in content.replace(b"<!--", b""):
        return "<!DOCTYPE>"  # entities can make a small file a huge one
    try:
        root = ElementTree.fromstring(content)
    except (ElementTree.ParseError, ValueError):
        return "<?>"
    for element in root.iter():
        name = str(element.tag).rpartition("}")[2]
        if isinstance(element.tag, str) and name not in DRAWS:
            return f"<{name}>"
        for key, value in element.attrib.items():
            attribute = key.rpartition("}")[2]
            elsewhere = re.search(r"url\(\s*['\"]?(?!#)|@import|expression", value)
            if attribute.startswith("on") or elsewhere or (attribute == "href" and not value.startswith("#")):
                return f"{attribute}={value[:40]}"
    return ""


def _opens(path: Path) -> bool:
    """Whether a picture is what its name says, and can be opened; of a photo only the first bytes are looked at."""
    if not path.is_file():
        return False  # a pipe or a device: to open it is to wait for ever
    if path.suffix.casefold() == ".svg":
        return b"<svg" in path.read_bytes()
    try:
        with warnings.catch_warnings(action="ignore"), Image.open(path, formats=("JPEG", "PNG", "WEBP")) as picture:
            return 0 < picture.width * picture.height <= MOST_PIXELS
    except (OSError, Image.DecompressionBombError):
        return False


MOST_PIXELS = 100_000_000
"""A photo of more than 100 megapixels takes 300 MB and more when it is opened."""
