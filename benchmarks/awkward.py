"""Write a book of cases that are hard to lay out: ``python benchmarks/awkward.py FOLDER --cases 12``.

They are those of ``generate.py``, each with some of ``KINDS`` in it. ``praktijkboek check`` finds no mistake in them:
all of it is what an author may send in. The same seed gives the same cases.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Mapping
from pathlib import Path

from awkward_kinds import KINDS, TITLES, Draft, Kind
from body import LINK_SECTIONS, body
from generate import copy_chapters, write_asked, write_text
from header import Place, header, title

EACH = 2
"""Kinds of trouble a case."""
FEWEST = -(-len(KINDS) // EACH)
"""Cases, so that each kind is there."""


def main() -> int:
    """Read the command line, write the book."""
    return write_asked(write_book, FEWEST, "so that each kind of trouble is there")


def write_book(folder: Path, cases: int, seed: int) -> None:
    """Write the repository's chapters and ``cases`` cases to ``folder``."""
    places = [Place(number, random.Random(f"lastig {seed}/{number}")) for number in range(1, cases + 1)]
    troubles = {place.slug: _troubles(place) for place in places}
    titles = {place.slug: _title(place, troubles[place.slug]) for place in places}
    copy_chapters(folder / "book", titles)
    for place in places:
        draft = _draft(place, titles)
        for trouble in sorted(troubles[place.slug], key=KINDS.index):
            trouble(draft)
        write_text(folder / "cases" / place.slug, draft.facts, draft.text)
        draft.write_photos(folder / "cases" / place.slug)


def _troubles(place: Place) -> list[Kind]:
    """The first cases have all kinds in turn; the others, whatever comes."""
    first = EACH * (place.number - 1)
    return list(KINDS[first : first + EACH]) or place.rng.sample(KINDS, EACH + 1)


def _title(place: Place, troubles: list[Kind]) -> str:
    draft = Draft(place, {"titel": title(place)}, {}, {})
    for trouble in troubles:
        if trouble in TITLES:
            trouble(draft)
    return str(draft.facts["titel"])


def _draft(place: Place, titles: Mapping[str, str]) -> Draft:
    """A case as ``generate.py`` makes it."""
    others = place.rng.sample([slug for slug in titles if slug != place.slug], len(LINK_SECTIONS))
    facts = header(place, titles[place.slug], others)
    return Draft.of(place, facts, body(place, facts, {slug: titles[slug] for slug in others}))


if __name__ == "__main__":
    sys.exit(main())
