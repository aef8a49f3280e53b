"""What makes a case hard to lay out: each kind of trouble is a small function that changes a draft."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from body import NOTES
from header import PHOTOS, Place, photo
from photos import SIZE, write_photo
from words import FOOTNOTES, SECTIONS, SLOTS

WORD = "vervoersarmoedebestrijdingsmaatregelplan"
"""Forty letters, as Dutch makes them."""
PATH = "/nieuws-en-activiteiten/archief/2024/verslag-van-de-algemene-vergadering-met-bijlagen-en-foto-s"
IN_A_ROW, ROWS, COLUMNS, MORE_NOTES, AUTHORS = 12, 60, 9, 14, 6
QUOTE = 400
"""Characters that a quote may have."""
SMALL, TALL, WIDE = (1000, 700), (900, 1900), (2400, 420)
"""Pixels of photos."""


@dataclass(slots=True)
class Draft:
    """A case in the making."""

    place: Place
    facts: dict[str, Any]
    parts: dict[str, list[str]]
    """The blocks of text under each heading."""
    notes: dict[str, str]
    photos: dict[str, tuple[int, int]] = field(default_factory=lambda: dict.fromkeys(PHOTOS, SIZE))
    """The size in pixels of each photo."""

    @classmethod
    def of(cls, place: Place, facts: dict[str, Any], text: str) -> Draft:
        """Take the text of a generated case to pieces."""
        notes = dict(re.findall(r"^\[\^(\w+)\]: (.+)$", text, re.MULTILINE))
        _, *pieces = re.split(
            r"^## (.+)\n", re.sub(r"^\[\^\w+\]: .+$", "", text, flags=re.MULTILINE), flags=re.MULTILINE
        )
        parts = {heading: body.strip().split("\n\n") for heading, body in zip(pieces[::2], pieces[1::2], strict=True)}
        return cls(place, facts, parts, notes)

    @property
    def text(self) -> str:
        """The Markdown under the header."""
        blocks = [block for heading, body in self.parts.items() for block in (f"## {heading}", *body)]
        return "\n\n".join([*blocks, *(f"[^{name}]: {note}" for name, note in self.notes.items())]) + "\n"

    def write_photos(self, folder: Path) -> None:
        """Draw its photos."""
        for file, size in self.photos.items():
            write_photo(folder / file, random.Random(f"{self.place.slug}/{file}"), size)

    def show(self, heading: str, file: str, size: tuple[int, int]) -> None:
        """Put one photo more in a part."""
        self.photos[file] = size
        shown = photo(self.place, file)
        self.facts["fotos"].append(shown)
        self.parts[heading].append(f"![{shown['alt']}]({file})")


def one_line_parts(draft: Draft) -> None:
    """Under each heading one line, without notes."""
    for heading in draft.parts:
        if heading in SECTIONS:
            draft.parts[heading] = [draft.place.fill(draft.place.rng.choice(SECTIONS[heading]))]
    for name in NOTES.values():
        del draft.notes[name]
    del draft.facts["fotos"]
    draft.photos.clear()
    draft.facts["fotos"] = []


def long_table(draft: Draft) -> None:
    """Sixty rows."""
    rows = [f"| {i} | {draft.place.pick('dag')} | {draft.place.pick('wie')} |" for i in range(1, ROWS + 1)]
    draft.parts["Resultaten"].append("\n".join(["| Rit | Wanneer | Voor wie |", "|---|---|---|", *rows]))


def wide_table(draft: Draft) -> None:
    """Nine columns."""
    head = "| " + " | ".join(["Wat", *(str(year) for year in range(2017, 2017 + COLUMNS - 1))]) + " |"
    rows = [
        f"| {thing} | " + " | ".join(str(draft.place.rng.randint(10, 9999)) for _ in range(COLUMNS - 1)) + " |"
        for thing in SLOTS["ding"][:6]
    ]
    draft.parts["Resultaten"].append("\n".join([head, "|---" * COLUMNS + "|", *rows]))


def photos_in_a_row(draft: Draft) -> None:
    """Twelve photos with no word between."""
    for i in range(1, IN_A_ROW + 1):
        draft.show("Aanbod", f"rij-{i}.jpg", SMALL)


def odd_photos(draft: Draft) -> None:
    """A photo as tall as a page, and one as flat as a plank."""
    draft.show("Aanleiding", "toren.jpg", TALL)
    draft.show("Aanbod", "dreef.jpg", WIDE)


def long_word(draft: Draft) -> None:
    """Forty letters in a heading, in a paragraph and in a table."""
    draft.parts["Aanpak"] += [
        f"### Het {WORD}",
        f"Over het {WORD} werd lang gepraat: zonder {WORD} was er geen {WORD}.",
        f"| Wat | Wie |\n|---|---|\n| {WORD.capitalize()} | {draft.place.pick('wie')} |",
    ]


def without_transport(draft: Draft) -> None:
    """Nothing to get there."""
    draft.facts["vervoer"] = []
    draft.facts.pop("mobipunt", None)


def six_authors(draft: Draft) -> None:
    """More names than one line holds."""
    draft.facts["auteurs"] = [f"Werkgroep {name} van {draft.place.village}" for name in "ABCDEF"[:AUTHORS]]


def long_address(draft: Draft) -> None:
    """Web addresses longer than a line, as a source, as the website and behind a word."""
    address = draft.place.site + PATH
    draft.facts["website"] = address
    draft.facts["bronnen"].append({"titel": f"Verslag van {draft.place.village}", "url": f"{address}.html"})
    draft.parts["Aanpak"].append(f"Alles staat in [het verslag van de vergadering]({address}.pdf).")


def many_notes(draft: Draft) -> None:
    """Fourteen footnotes, some sentences apart."""
    sentences = []
    for i in range(1, MORE_NOTES + 1):
        draft.notes[f"meer{i}"] = draft.place.fill(draft.place.rng.choice(FOOTNOTES))
        sentences.append(draft.place.fill(draft.place.rng.choice(SECTIONS["Aanpak"])).rstrip(".") + f".[^meer{i}]")
    draft.parts["Aanpak"] += [" ".join(sentences[i : i + 4]) for i in range(0, MORE_NOTES, 4)]


def nested_lists(draft: Draft) -> None:
    """Lists in lists in lists."""
    things = iter(SLOTS["ding"] * 2)
    lines = ["Wat er staat:", ""]
    for place in ("voor", "achter"):
        lines.append(f"- {place} in de zaal:")
        for number in (1, 2):
            lines.append(f"  {number}. tegen de muur:")
            lines += [f"     - {next(things)}, {draft.place.pick('dag')};" for _ in range(2)]
    draft.parts["Aanbod"].append("\n".join(lines))


def long_quote(draft: Draft) -> None:
    """Quotes as long as they may be."""
    said = " ".join(draft.place.fill(sentence) for sentence in SECTIONS["Resultaten"][:6])
    draft.facts["citaat"] = {"tekst": f"{said[: QUOTE - 1]}…", "rol": "vrijwilliger van het eerste uur"}
    draft.parts["Knelpunten"].append(f"> {said}")


def unknown_values(draft: Draft) -> None:
    """All that may be unknown is; all that may be left out is."""
    for name in ("inwoners", "partners", "team", "financiering", "cijfers", "kern", "pand", "mobipunt", "website"):
        draft.facts.pop(name, None)
    draft.facts |= {"uitbater": "onbekend", "rechtsvorm": "onbekend", "vervoer": ["onbekend"]}
    if "start" in draft.facts and draft.facts["fase"] == "in-werking":
        draft.facts["start"] = "onbekend"


def no_coordinates(draft: Draft) -> None:
    """Nowhere on the map but at its municipality."""
    draft.facts.pop("coordinaten", None)


def long_title(draft: Draft) -> None:
    """As long as a title may be: 80 characters."""
    number = draft.place.number
    draft.facts["titel"] = f"Buurtwinkel, pakjespunt en deelfietsenstalling in het stationsgebouw van dorp {number}"[
        :80
    ]


def quoted_title(draft: Draft) -> None:
    """Quotes and an apostrophe that starts a word."""
    draft.facts["titel"] = f"“’t Hoekske” en ’t café van {draft.place.village}"


Kind = Callable[[Draft], None]
TITLES: tuple[Kind, ...] = (long_title, quoted_title)
"""These come first: others link to a case by its title."""
KINDS: tuple[Kind, ...] = (
    one_line_parts, long_title, without_transport, long_table, quoted_title, photos_in_a_row, six_authors, long_word,
    long_address, many_notes, no_coordinates, nested_lists, long_quote, odd_photos, unknown_values, wide_table,
)  # fmt: skip
"""In the order in which they are dealt out; ``one_line_parts`` is always done first."""
