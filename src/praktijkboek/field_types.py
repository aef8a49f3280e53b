"""What a field takes: one small function per kind of value.

Each raises a ``PydanticCustomError`` whose *type* says what is wrong; the context may hold ``proposal``, the value that
was probably meant. The Dutch sentences are made from type and context, in ``rules/fields.py`` and ``rules/values.py``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from urllib.parse import urlsplit

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from praktijkboek.municipality import FLANDERS
from praktijkboek.notation import PartialDate, parse_date, parse_number, propose_date, propose_number
from praktijkboek.vocabulary import UNKNOWN, lists, suggest_term

YES, NO = "ja", "nee"
ALSO_YES, ALSO_NO = {"yes", "true", "j", "ok", "akkoord"}, {"no", "false", "n", "neen"}


def wrong(kind: str, proposal: object = None, **context: object) -> PydanticCustomError:
    """The error of type ``kind``; ``proposal`` is the text that would have been right."""
    return PydanticCustomError(kind, kind, {"proposal": None if proposal is None else str(proposal), **context})


def one_line(value: Any) -> Any:
    """Fold a text that runs over several lines into one, and refuse an empty one."""
    if not isinstance(value, str):
        return value
    if not value.strip():
        raise wrong("leeg")
    return re.sub(r"\s*\n\s*", " ", value.strip())


def no_markup(value: str) -> str:
    """Refuse Markdown and HTML where the book shows plain text."""
    if found := re.search(r"\*\*|__|`|\]\(|<[a-zA-Z/!]|\{\{", value):
        raise wrong("opmaak", part=found.group())
    return value


@dataclass(frozen=True, slots=True)
class InList:
    """Takes the terms of one list of the vocabulary; the guide asks a field for its list by this class."""

    name: str

    def __call__(self, value: str) -> str:
        """Refuse what is not in the list, with the term that was meant."""
        if value in lists()[self.name]:
            return value
        meant = suggest_term(self.name, value)
        raise wrong("term", meant.slug if meant else several(self.name, value), list=self.name)


def in_list(name: str) -> AfterValidator:
    """Take the terms of one list of the vocabulary."""
    return AfterValidator(InList(name))


def several(name: str, value: str) -> str | None:
    """The terms of a list that stand in one value without commas: ``zorg sociaal``, ``zorg en sociaal``."""
    words = [word for word in re.split(r"[\s;/+&]+", value) if word not in {"en", ""}]
    terms = [suggest_term(name, word) for word in words]
    return ", ".join(term.slug for term in terms if term) if len(words) > 1 and all(terms) else None


def no_doubles(values: list[str]) -> list[str]:
    """Refuse the same term twice."""
    if doubles := [value for i, value in enumerate(values) if value in values[:i]]:
        raise wrong("dubbel", term=doubles[0])
    return values


def unknown_alone(values: list[str]) -> list[str]:
    """Refuse ``onbekend`` beside something that is known."""
    if UNKNOWN in values and len(values) > 1:
        raise wrong("onbekend_niet_alleen")
    return values


def postcode(value: str) -> str:
    """Take four digits, the first not 0 (bpost)."""
    if re.fullmatch(r"[1-9][0-9]{3}", value):
        return value
    digits = re.findall(r"(?<![1-9])[1-9][0-9]{3}(?![0-9])(?!\s*[A-Z]{2}\b)", value)  # "1234 AB" is Dutch
    raise wrong("postcode", digits[0] if len(digits) == 1 else None)


def web_address(value: str) -> str:
    """Take an http or https address with a host."""
    parts = urlsplit(value) if "[" not in value else urlsplit("")  # "[" outside an IPv6 host raises
    if parts.scheme in {"http", "https"} and "." in parts.netloc and not re.search(r"[\s<>\"'{}|\\^`]", value):
        return value
    bare = re.fullmatch(r"(?:www\.)?[\w-]+(\.[\w-]+)+(/\S*)?", value)
    inside = re.sub(r"(?<=://)\s+", "", value.strip("<>")).split(" ")[
        0
    ]  # <https://...>, https:// www..., (gezien op ...)
    if inside != value and re.fullmatch(r"https?://[\w-]+(\.[\w-]+)+(/\S*)?", inside):
        raise wrong("webadres", inside)
    raise wrong("webadres", f"https://{value}" if bare else None)


def e_mail(value: str) -> str:
    """Take one e-mail address."""
    if re.fullmatch(r"[\w.+-]+@[\w-]+(\.[\w-]+)+", value):
        return value
    meant = re.sub(r"[(\[]at[)\]]", "@", value.removeprefix("mailto:").replace(" ", ""))
    raise wrong("e_mail", meant if meant != value and re.fullmatch(r"[\w.+-]+@[\w-]+(\.[\w-]+)+", meant) else None)


def partial_date(value: Any) -> Any:
    """Take a year, year-month or year-month-day."""
    return value if isinstance(value, PartialDate) else _date(value, "datum")


def month(value: Any) -> Any:
    """Take a year or year-month."""
    if isinstance(value, PartialDate):
        return value
    found = _date(value, "jaar_maand")
    if found.day:
        raise wrong("jaar_maand", PartialDate(found.year, found.month).typed)
    return found


def month_or_unknown(value: Any) -> Any:
    """Take a year, year-month or the word ``onbekend``."""
    return value if value == UNKNOWN else month(value)


def day(value: Any, kind: str = "dag") -> Any:
    """Take a whole date, year-month-day."""
    if isinstance(value, date):
        return value
    found = _date(value, kind)
    if not found.day:
        raise wrong(kind)
    return date(found.year, found.month, found.day)


def day_or_no(value: Any) -> Any:
    """Take a whole date, or ``nee`` (None)."""
    if value is None or (isinstance(value, str) and value.casefold() == NO):
        return None
    if isinstance(value, str) and value.casefold() in {"neen", "nog niet", "no", "niet"}:
        raise wrong("dag_of_nee", NO)
    if isinstance(value, str) and value.casefold() == YES:
        raise wrong("nagelezen_zonder_dag")
    return value if isinstance(value, date) else day(value, "dag_of_nee")


def _date(value: Any, kind: str) -> PartialDate:
    value = _text(value)
    try:
        return parse_date(value)
    except ValueError:
        meant = propose_date(value)
        if meant and kind == "jaar_maand":
            meant = PartialDate(meant.year, meant.month)
        raise wrong(kind, meant.typed if meant and (not kind.startswith("dag") or meant.day) else None) from None


def number(value: Any) -> Any:
    """Take a Belgian number."""
    if isinstance(value, int | Decimal):
        return value
    value = _text(value)
    try:
        return parse_number(value)
    except ValueError:
        raise wrong("getal", propose_number(value)) from None


def whole_number(value: Any) -> Any:
    """Take a Belgian number without a fraction."""
    try:
        found = number(value)
    except PydanticCustomError as error:
        proposal = (error.context or {}).get("proposal")
        raise wrong("getal", None if "," in str(proposal) else proposal) from None
    if found != int(found):
        raise wrong("geheel_getal")
    return int(found)


def coordinates(value: Any) -> Any:
    """Take ``[latitude, longitude]`` in degrees, inside Flanders or Brussels; a decimal comma is fine."""
    if not isinstance(value, list | tuple):
        found = re.findall(r"[0-9]{1,2}[.,][0-9]+", value) if isinstance(value, str) else []
        plain = len(found) == len(FLANDERS)
        raise wrong("coordinaten", f"[{', '.join(part.replace(',', '.') for part in found)}]" if plain else None)
    texts = [str(part).replace(",", ".") for part in value]
    if len(texts) == 2 * len(FLANDERS):  # [51,05, 3,57]: the commas of the decimals split the list too
        texts = [".".join(texts[:2]), ".".join(texts[2:])]
    if len(texts) != len(FLANDERS) or not all(re.fullmatch(r"[0-9]{1,2}(\.[0-9]+)?", text) for text in texts):
        raise wrong("coordinaten")
    lat, lon = (float(text) for text in texts)
    if _inside(lat, lon):
        return lat, lon
    raise wrong("coordinaten_buiten", f"[{texts[1]}, {texts[0]}]" if _inside(lon, lat) else None)


def _inside(lat: float, lon: float) -> bool:
    (south, north), (west, east) = FLANDERS
    return south <= lat <= north and west <= lon <= east


def yes_no(value: Any) -> Any:
    """Take ``ja`` or ``nee``."""
    if isinstance(value, bool):
        return value
    word = _text(value).casefold()
    if word not in {YES, NO}:
        raise wrong("ja_nee", YES if word in ALSO_YES else NO if word in ALSO_NO else None)
    return word == YES


def must_be_yes(value: bool) -> bool:
    """Refuse a permission that was not given."""
    if not value:
        raise wrong("geen_akkoord")
    return value


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise wrong("geen_tekst")
    return value
