"""The menu beside each page: the parts of the book with their chapters.

The theme's own is a tree of all pages, made again for each: with 300 cases that takes more than half of the build
(docs/performance.md).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sphinx import addnodes
from sphinx.environment import BuildEnvironment

from praktijkboek.site import finder

TOP = (("index", "Start"), (finder.PAGE, finder.TITLE))
"""What stands above the parts: pages that are no documents."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the menu; ``here`` is "page" where the reader is on it, "true" where they are below it."""

    page: str
    title: str
    here: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the book, under its caption; what stands on top has none."""

    caption: str
    entries: tuple[Entry, ...]


def parts(env: BuildEnvironment) -> Iterator[Part]:
    """The parts as the book's table of contents has them, each with its chapters and not with what is below these."""
    yield Part("", tuple(Entry(page, title) for page, title in TOP))
    for toctree in env.tocs[env.config.root_doc].findall(addnodes.toctree):
        entries = (
            Entry(page, title or env.titles[page].astext()) for title, page in toctree["entries"] if page in env.titles
        )
        yield Part(toctree["caption"] or "", tuple(entries))


def seen_from(page: str, menu: Sequence[Part], parents: Mapping[str, str | None]) -> list[Part]:
    """The menu with a mark at the page, or at the chapter that it is part of.

    :param parents: of each page the one in whose table of contents it stands
    """
    listed = {entry.page for part in menu for entry in part.entries}
    above: str | None = page
    while above and above not in listed:
        above = parents.get(above)
    mark = "page" if above == page else "true"
    return [
        Part(
            part.caption,
            tuple(Entry(entry.page, entry.title, mark if entry.page == above else "") for entry in part.entries),
        )
        for part in menu
    ]
