"""Dates and numbers as Belgians write them.

YAML's own typing is never used: a value arrives as the characters that the author typed, and the field decides what
they mean. Each ``parse_*`` raises ValueError on what it doesn't take; ``propose_*`` says what was probably meant.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)


@dataclass(frozen=True, order=True, slots=True)
class PartialDate:
    """A year, a month of a year, or a day; 0 stands for the part that is not known."""

    year: int
    month: int = 0
    day: int = 0

    def __str__(self) -> str:
        """As a reader sees it: ``2021``, ``september 2021`` or ``15 september 2021``."""
        parts = [str(self.day)] if self.day else []
        parts += [MONTHS[self.month - 1]] if self.month else []
        return " ".join([*parts, str(self.year)])

    @property
    def typed(self) -> str:
        """As an author types it: ``2021``, ``2021-09`` or ``2021-09-15``."""
        parts = [f"{self.year:04}"] + [f"{part:02}" for part in (self.month, self.day) if part]
        return "-".join(parts)


FIRST_YEAR, LAST_YEAR = 1800, 2999
"""Years between which a date in a case can lie: outside them a digit is missing or too much."""


def parse_date(text: str) -> PartialDate:
    """Read ``2021``, ``2021-09`` or ``2021-09-15``."""
    match = re.fullmatch(r"([0-9]{4})(?:-([0-9][0-9]))?(?:-([0-9][0-9]))?", text.strip())
    if not match:
        raise ValueError(text)
    year, month, day = (int(part) if part else None for part in match.groups())
    if not FIRST_YEAR <= (year or 0) <= LAST_YEAR:
        raise ValueError(text)
    date(year or 0, month or 1 if month is None else month, 1 if day is None else day)  # no month 13, no 31 June
    return PartialDate(year or 0, month or 0, day or 0)


def propose_date(text: str) -> PartialDate | None:
    """Read the other ways in which people write a date: ``15/09/2021``, ``15.9.21``, ``sept. 2021``, ``eind 2021``."""
    words = [word for word in re.findall(r"[0-9]+|[^\W\d_]+", text.casefold()) if word not in FILLERS]
    month_words = {name[:3]: number for number, name in enumerate(MONTHS, start=1)} | {"mrt": 3}
    parts = [int(word) if word.isdigit() else month_words.get(word[:3], 0) for word in words]
    years = [part for part in parts if FIRST_YEAR <= part <= LAST_YEAR]
    if len(years) == 1 and (len(parts) == 1 or 0 in parts):
        return PartialDate(years[0]) if not any(part and part not in years for part in parts) else None
    if len(parts) not in {2, 3} or 0 in parts:
        return None
    year, *rest = parts if parts[0] > MAX_DAY else reversed(parts)
    try:
        return parse_date(PartialDate(year + CENTURY if year < CENTURY / 20 else year, *rest).typed)
    except ValueError:
        return None


WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
FILLERS = frozenset({*WEEKDAYS, "van", "in", "de", "het", "op", "sinds", "vanaf", "ca", "circa", "rond", "omstreeks"})
"""Words around a date that say nothing of it."""
CENTURY = 2000
"""Added to a year of two digits."""
MAX_DAY = 31

_NUMBER = re.compile(r"-?(?:[0-9]{1,3}(?:[. \u00a0\u202f][0-9]{3})+|[0-9]+)(?:,[0-9]+)?")


def parse_number(text: str) -> Decimal:
    """Read a Belgian number: ``1.200,50`` is twelve hundred and a half, ``1.2`` is refused."""
    if not _NUMBER.fullmatch(text.strip()):
        raise ValueError(text)
    return Decimal(re.sub(r"[. \u00a0\u202f]", "", text.strip()).replace(",", "."))


def propose_number(text: str) -> str | None:
    """The one number in ``€ 1.200,-``, ``1200.50`` or ``ongeveer 120 leden``, written the Belgian way."""
    bare = re.sub(r",-", "", text).strip()
    if re.search(r"[0-9]\s*(k\b|duizend|miljoen|mln|%)", bare.casefold()):
        return None
    if re.fullmatch(r"[^0-9]*[0-9]+\.[0-9]{1,2}[^0-9]*", bare):
        bare = bare.replace(".", ",")
    found = re.findall(r"-?[0-9][0-9., \u00a0\u202f]*(?<=[0-9])", bare)
    return found[0] if len(found) == 1 and found[0] != text.strip() and _NUMBER.fullmatch(found[0]) else None


def format_number(number: Decimal | int) -> str:
    """Write a number the Belgian way: a dot between thousands, a comma before the fraction."""
    return f"{number:,}".translate(str.maketrans(",.", ".,"))


def format_date(day: date) -> str:
    """Write a day the Belgian way: ``23 november 2026``."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def decapitalize(words: str) -> str:
    """A label as it stands inside a sentence; names and abbreviations (GmbH, BE) keep their capitals."""
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]


def capitalize(words: str) -> str:
    """The same with a capital in front; ``’t`` and ``vzw`` keep theirs small."""
    return words if re.match(r"[’']|vzw\b", words) else words[:1].upper() + words[1:]


def format_megabytes(size: int) -> str:
    """Write a size in bytes as ``0,9 MB`` (10⁶ bytes)."""
    return f"{size / 1e6:.1f} MB".replace(".", ",")
