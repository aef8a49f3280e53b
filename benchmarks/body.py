"""The text of a generated case: about 900 words under the headings that every case has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from header import Place
from words import FOOTNOTES, LESSONS, LINKS, SECTIONS, SLOTS

IN_SECTION, IN_PARAGRAPH = 6, 3
"""The number of sentences, at most."""
LINK_SECTIONS = ("Aanleiding", "Aanpak", "Aanbod", "Resultaten", "Knelpunten")
"""Each links to one other case."""
NOTES = {"Organisatie en geld": "geld", "Resultaten": "telling"}
"""The parts with a footnote, and its name."""
STOPPED = "Waarom gestopt"


def body(place: Place, facts: Mapping[str, Any], targets: Mapping[str, str]) -> str:
    """The Markdown under the header.

    :param targets: the titles of the other cases to link to by their slugs, one for each of ``LINK_SECTIONS``
    """
    links = dict(zip(LINK_SECTIONS, (f"[{title}](../{slug}/index.md)" for slug, title in targets.items()), strict=True))
    extras = _extras(place, facts["fotos"])
    blocks: list[str] = []
    for heading in SECTIONS:
        if heading != STOPPED or facts["fase"] == "gestopt":
            blocks += [f"## {heading}", *_paragraphs(place, heading, links.get(heading, ""))]
            blocks += [extras[heading]] if heading in extras else []
    return "\n\n".join([*blocks, *_end(place)]) + "\n"


def _extras(place: Place, photos: Sequence[Mapping[str, Any]]) -> Mapping[str, str]:
    """What closes a part: tables, photos, a block."""
    return {
        "Aanpak": _shown(photos[0]),
        "Aanbod": _hours(place),
        "Organisatie en geld": _accounts(place),
        "Resultaten": _figure(photos[1]),
        "Knelpunten": _tip(place),
    }


def _end(place: Place) -> Iterator[str]:
    """Lessons and footnotes."""
    lessons = place.rng.sample(LESSONS, place.rng.randint(4, 6))
    yield "## Lessen"
    yield "\n".join(f"{i}. {place.fill(lesson)}" for i, lesson in enumerate(lessons, start=1))
    for name, note in zip(NOTES.values(), place.rng.sample(FOOTNOTES, len(NOTES)), strict=True):
        yield f"[^{name}]: {place.fill(note)}"


def _paragraphs(place: Place, heading: str, link: str) -> Iterator[str]:
    """Some sentences of a part, with its link and its footnote."""
    known = SECTIONS[heading]
    chosen = sorted(place.rng.sample(range(len(known)), min(IN_SECTION, len(known))))
    sentences = [place.fill(known[i]) for i in chosen]
    if heading in NOTES:
        sentences[0] += f"[^{NOTES[heading]}]"
    if link:
        sentences.insert(place.rng.randint(1, len(sentences)), place.fill(place.rng.choice(LINKS), link=link))
    for i in range(0, len(sentences), IN_PARAGRAPH):
        yield " ".join(sentences[i : i + IN_PARAGRAPH])


def _shown(photo: Mapping[str, Any]) -> str:
    """A photo as a paragraph of its own."""
    return f"![{photo['alt']}]({photo['bestand']})"


def _figure(photo: Mapping[str, Any]) -> str:
    """A photo as a block with a caption."""
    return f":::{{figure}} {photo['bestand']}\n:alt: {photo['alt']}\n\n{photo['alt']} Foto: {photo['maker']}.\n:::"


def _tip(place: Place) -> str:
    return f":::{{tip}}\n{place.fill('Spreek af wie {taak} overneemt voor iemand stopt, en zet het op papier.')}\n:::"


def _hours(place: Place) -> str:
    """The first table: what there is, and when."""
    rows = ((place.fill(thing), place.pick("dag"), place.pick("wie")) for thing in place.rng.sample(SLOTS["ding"], 5))
    return _table(("Wat", "Wanneer", "Door wie"), rows)


def _accounts(place: Place) -> str:
    """The second table: where the money comes from."""
    payers = place.rng.sample(SLOTS["partner"], 4)
    rows = ((place.fill(payer), place.fill("{jaar}"), place.fill("{bedrag} euro")) for payer in payers)
    return _table(("Wie betaalde", "Jaar", "Bedrag"), rows)


def _table(head: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
