"""Rules on descriptions: what somebody hears who doesn't see the photo."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from praktijkboek.finding import Finding, Severity, Span
from praktijkboek.reader import CaseFile
from praktijkboek.reader.body import Link
from praktijkboek.rule import Example
from praktijkboek.rules.photo_names import LISTED, SHOWN, is_inside, is_picture, listed, shown
from praktijkboek.rules.rule import Rule, replace_in_line
from praktijkboek.spelling import fold

LONGEST = 300
"""Characters; ``case.Photo`` holds the same in the header."""
SHORTEST = 8
NEAR = 12
"""A block's description and caption stand on the lines under its name."""

GOOD = Example(header=LISTED, body=SHOWN)
CAMERA = re.compile(
    r"(?i)(img|dsc[fn]?|pxl|p|mvimg|whatsapp image|screenshot|schermafbeelding|foto|photo|image|afbeelding|scan|\d)"
    r"[\s_-]*\d[\d\s_.:~()-]*((at|om) [\d.:]+)?"
)
"""Names that a camera, phone or scanner gives: ``IMG_1234``, ``20240506_101010``, ``WhatsApp Image 2024-05-06``."""


def _text(alt: str) -> Example:
    return Example(header=LISTED, body=f"![{alt}](gevel.jpg)")


def described(file: CaseFile) -> Iterator[Link]:
    """Each description once, at its own place: those in the text, and those of the header for photos without one."""
    seen: set[str] = set()
    for image in shown(file):
        if image.alt and image.alt.strip() and is_inside(image.target):
            seen.add(image.target)
            yield replace(image, span=_place(file, image))
    for i, photo in enumerate(listed(file)):
        if photo.alt and photo.alt.strip() and photo.target not in seen:
            yield replace(photo, span=file.facts.span(("fotos", i, "alt")))


def _place(file: CaseFile, image: Link) -> Span:
    """Where the description of a photo in the text stands; the photo's own place where it can't be found."""
    for number in range(image.span.line, min(image.span.line + NEAR, len(file.lines) + 1)):
        column = file.lines[number - 1].find(image.alt or "") + 1
        if column:
            return Span(number, column, column + len(image.alt or ""))
    return image.span


class PhotoWithoutAlt(Rule):
    """Wie niet ziet, hoort de beschrijving: wat er te zien is en waarom het er staat."""

    name, code = "foto-zonder-alt", "P04"
    bad = Example(header=LISTED.replace("\n    alt: De gevel met open deur", ""), body="![](gevel.jpg)")
    good = Example(header=LISTED, body="![](gevel.jpg)")

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """The description stands in the text or in the header."""
        images = shown(file)
        in_text = {image.target for image in images if image.alt and image.alt.strip()}
        places = {image.target: image.span for image in reversed(images)}
        for photo in listed(file):
            if photo.target in in_text or photo.alt is not None:
                continue
            message = f"De foto `{photo.target}` heeft geen beschrijving."
            help_ = f"Zeg tussen de haken wat er te zien is: `![De winkel met open deur]({photo.target})`."
            yield self.finding(file, places.get(photo.target, photo.span), message, help_)


class AltIsFileName(Rule):
    """Een bestandsnaam zegt niet wat er te zien is."""

    name, code = "foto-alt-bestandsnaam", "P13"
    bad = _text("IMG_1234")
    good = GOOD

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """No description is a name that a camera or a person gave to a file."""
        for photo in described(file):
            if is_file_name(photo):
                message = f"“{photo.alt}” is een bestandsnaam, geen beschrijving."
                help_ = "Zeg wat er te zien is, bijvoorbeeld “De winkel met open deur”."
                yield self.finding(file, photo.span, message, help_)


def is_file_name(photo: Link) -> bool:
    """Whether a description is the name of a file, this one or another."""
    alt = (photo.alt or "").strip()
    own = alt.casefold() == PurePosixPath(photo.target).name.casefold()
    return own or (is_picture(alt) and " " not in alt) or bool(CAMERA.fullmatch(PurePosixPath(alt).stem))


class AltRunUp(Rule):
    """Een schermlezer zegt zelf al dat het een foto is."""

    name, code = "foto-alt-aanloop", "P14"
    severity = Severity.LET_OP
    waivable = True
    bad = _text("Foto van de gevel met open deur")
    good = GOOD
    RUN_UP = re.compile(
        r"(?i)(dit is |op (de|deze) )?(een )?(foto|afbeelding|beeld|plaatje|prent|figuur|image|picture)"
        r"( waarop|( van|:) |:)\s*"
    )

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """No description begins with "foto van"."""
        for photo in described(file):
            alt = photo.alt or ""
            if (found := self.RUN_UP.match(alt)) and (rest := alt[found.end() :]):
                message = (
                    f"De beschrijving begint met “{found.group().strip()}”, maar dat het een foto is, weet de lezer."
                )
                better = rest[0].upper() + rest[1:]
                fix = replace_in_line(file, photo.span, alt, better) if "waarop" not in found.group() else None
                yield self.finding(file, photo.span, message, f"Begin met wat er te zien is: “{better[:60]}”.", fix)


class AltTooLong(Rule):
    """Wie luistert, kan een beschrijving niet overslaan; wat langer is, hoort in de tekst."""

    name, code = "foto-alt-lang", "P15"
    severity = Severity.LET_OP
    waivable = True
    bad = _text("De gevel met open deur, en daarvoor veel volk. " * 7)
    good = GOOD

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """No description in the text is longer than one in the header may be."""
        for photo in described(file):
            if photo.alt and len(photo.alt) > LONGEST and photo.span.line > file.header_end:
                message = f"De beschrijving telt {len(photo.alt)} tekens; {LONGEST} is het meeste."
                yield self.finding(file, photo.span, message, "Zeg het belangrijkste, en zet de rest in de tekst.")


class AltSaysLittle(Rule):
    """Een beschrijving die herhaalt wat er al staat, of uit één woord bestaat, helpt niemand."""

    name, code = "foto-alt-mager", "P16"
    severity = Severity.TIP
    waivable = True
    bad = _text("Gevel")
    good = GOOD

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """A description is some words long, and neither the title nor the caption."""
        title = file.facts.typed.get("titel", "")
        for photo in described(file):
            alt = photo.alt or ""
            around = file.lines[photo.span.line : photo.span.line + NEAR]
            if is_file_name(photo):
                continue
            if isinstance(title, str) and fold(alt) == fold(title):
                message = "De beschrijving van de foto is dezelfde als de titel."
            elif photo.alt in around:
                message = "De beschrijving van de foto is dezelfde als het onderschrift."
            elif len(alt.strip()) < SHORTEST:
                message = f"De beschrijving “{alt}” is wel erg kort."
            else:
                continue
            help_ = "Zeg wat er te zien is en waarom het er staat, bijvoorbeeld “De winkel met open deur”."
            yield self.finding(file, photo.span, message, help_)
