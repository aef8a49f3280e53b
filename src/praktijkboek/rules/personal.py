"""Rules on personal data in running text: what is printed in a book can't be taken back."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import ClassVar

from praktijkboek.finding import Finding, Severity, Span
from praktijkboek.reader import CaseFile
from praktijkboek.rule import Example
from praktijkboek.rules.rule import Rule

NATIONAL = re.compile(r"(?<![\w.,/-])(\d{2})[. ]?(\d{2})[. ]?(\d{2})[-. ]?(\d{3})[. -]?(\d{2})(?![\w])")
NUMBER = re.compile(r"(?<![\w.,/€=-])(?:\(0\d{1,3}\)|\+?\d)[\d ()./-]{6,18}\d(?![\w%])")
IBAN = re.compile(r"(?<!\w)BE\d{2}(?: ?\d{4}){3}(?!\w)")
MAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
ADDRESS = re.compile(r"(?i)(?:https?://|www\.)\S+")
LANDLINE = re.compile(r"(?:\(?0[1-9]\d?\)?[ /.-]{1,3})\d{2,3}(?:[ .]?\d{2,3}){1,2}")
"""A Belgian number of nine digits as people write it; a row of nine digits could be anything."""
COMPANY = re.compile(r"(?i)\b(?:BE|KBO|btw|RPR|ondernemingsnummer)\W{0,3}$")
"""What stands before the number of an organisation."""
GENERAL = frozenset(
    {"info", "contact", "hallo", "hello", "secretariaat", "onthaal", "post", "mail", "welkom", "winkel", "redactie"}
    | {"bestuur", "dorpsraad", "buurtwinkel", "dorpspunt", "buurtpunt", "cafe", "reservatie", "reservaties", "team"}
)
"""What stands before the @ of an address that is nobody's own."""
PIECE = 97  # Belgian check digits are 97 minus the rest, or the rest itself


def is_national(digits: str) -> bool:
    """Whether eleven digits are a Belgian national number: a date of birth, a serial number and a check."""
    month, day, body, check = int(digits[2:4]), int(digits[4:6]), digits[:9], int(digits[9:])
    checked = check in {PIECE - int(body) % PIECE, PIECE - int(f"2{body}") % PIECE}
    return checked and month <= 12 and day <= 31  # noqa: PLR2004 - unknown months and days are 00


def is_company(digits: str) -> bool:
    """Whether ten digits are the number of an organisation."""
    return len(digits) == 10 and int(digits[8:]) == PIECE - int(digits[:8]) % PIECE  # noqa: PLR2004


def telephone(typed: str) -> str | None:
    """The kind of telephone that a number is of: ``gsm``, ``telefoon``, or None for any other number."""
    digits = re.sub(r"\D", "", typed)
    country = re.match(r"(?:\+|00)(32|31|33|49|44|352)", typed)
    if country:
        rest = digits.removeprefix("00").removeprefix(country.group(1)).removeprefix("0")
        if not 8 <= len(rest) <= 11:  # noqa: PLR2004
            return None
        mobile = rest[0] in {"32": "4", "31": "6", "33": "67", "49": "1", "44": "7", "352": "6"}[country.group(1)]
        return "gsm" if mobile and len(rest) >= 9 else "telefoon"  # noqa: PLR2004
    if re.fullmatch(r"04[5-9]\d{7}", digits) and not ("." in typed and is_company(digits)):
        return "gsm"
    return "telefoon" if len(digits) == 9 and LANDLINE.fullmatch(typed) else None  # noqa: PLR2004


@functools.lru_cache(maxsize=1000)
def found(text: str) -> tuple[tuple[str, int, int], ...]:
    """What is personal in ``text``: what it is, and where it begins and ends."""
    return tuple(_find(text)) if re.search(r"\d|@", text) else ()


def _find(text: str) -> Iterator[tuple[str, int, int]]:
    text = ADDRESS.sub(lambda match: " " * len(match.group()), text)
    for match in NATIONAL.finditer(text):
        digits = "".join(match.groups())
        if is_national(digits):
            yield "rijksregisternummer", *match.span()
            text = text[: match.start()] + " " * len(match.group()) + text[match.end() :]
    for match in NUMBER.finditer(text):
        kind = None if COMPANY.search(text, max(0, match.start() - 30), match.start()) else telephone(match.group())
        if kind:
            yield f"{kind}nummer".replace("gsmn", "gsm-n"), *match.span()
    for match in MAIL.finditer(text):
        if match.group().partition("@")[0].lower() not in GENERAL:
            yield "e-mailadres", *match.span()
    for match in IBAN.finditer(text):
        digits = match.group().replace(" ", "")
        if int(f"{digits[4:]}1114{digits[2:4]}") % PIECE == 1:
            yield "rekeningnummer", *match.span()


class _Found(Rule):
    """Looks for ``kinds`` in running text and in links that dial or mail."""

    kinds: ClassVar[frozenset[str]]
    help: ClassVar[str]

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """One finding for each number or address; one that stands in a link and in its words is named once."""
        said: set[tuple[int, str]] = set()
        for text, span, kind in self._all(file):
            key = (span.line, re.sub(r"\D", "", text)[-8:] or text)
            if kind in self.kinds and key not in said:
                said.add(key)
                yield self.finding(file, span, f"Hier staat een {kind} in de tekst: `{text}`.", self.help)

    @staticmethod
    def _all(file: CaseFile) -> Iterator[tuple[str, Span, str]]:
        for prose in file.body.prose:
            for kind, start, end in found(prose.text):
                yield prose.text[start:end], prose.part(start, end), kind
        for link in file.body.links:
            if link.target.lower().startswith(("tel:", "mailto:")):
                for kind, start, end in found(link.target.partition(":")[2].partition("?")[0]):
                    yield link.target.partition(":")[2][start:end], link.span, kind


class PersonalData(_Found):
    """Een gsm-nummer of rijksregisternummer is van één mens, en wat gedrukt is, krijg je niet meer terug."""

    name, code = "persoonsgegeven", "T10"
    kinds = frozenset({"rijksregisternummer", "gsm-nummer"})
    help = "Haal het weg; wie gevraagd wil worden, zet een organisatie en `akkoord: ja` bij `contact` in de kop."
    bad = Example(body="Bel Jan op 0478 12 34 56.")
    good = Example(body="Bel de dorpsraad, of kom langs op 4 september 2025.")


class ContactData(_Found):
    """Een telefoonnummer, e-mailadres of rekeningnummer veroudert, en is misschien van één mens."""

    name, code = "contactgegeven", "T11"
    severity = Severity.LET_OP
    kinds = frozenset({"telefoonnummer", "e-mailadres", "rekeningnummer"})
    help = "Zet het bij `contact` in de kop, of haal het weg; een algemeen adres zoals `info@...` mag."
    bad = Example(body="Mail naar jan.peeters@voorbeeld.be.")
    good = Example(body="Mail naar [info@voorbeeld.be](mailto:info@voorbeeld.be).")
