"""Start a new case: its folder, and a text that asks what we want to know."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from praktijkboek.between import RESERVED, SLUG, proposed
from praktijkboek.book import Book
from praktijkboek.report import command
from praktijkboek.template import template
from praktijkboek.trouble import Trouble


def start_case(book: Book, slug: str, day: date) -> Path:
    """Make ``cases/<slug>/index.md`` from the template; never write over anything.

    :raises Trouble: if the name can't be an address, or is taken
    """
    if RESERVED.match(slug):
        raise Trouble(f"De naam `{slug}` gebruikt het boek zelf: typ `{command('new', f'praktijk-{slug}')}`.")
    if not SLUG.fullmatch(slug):
        raise Trouble(f"`{slug}` kan geen webadres zijn: typ `{command('new', proposed(slug))}`.")
    folder = book.cases / slug
    try:
        folder.mkdir(parents=True)
    except FileExistsError:
        raise Trouble(
            f"De map `{book.cases.name}/{slug}` bestaat al: kies een andere naam, of werk daarin verder."
        ) from None
    path = folder / "index.md"
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(template(day))
    return path
