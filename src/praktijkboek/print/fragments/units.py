"""The units of the book: what starts on a page of its own, each as HTML of its own."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from praktijkboek.print.edition import BOOK, Edition
from praktijkboek.print.frame import is_case, is_short
from praktijkboek.print.metadata import NAMED_PAGES


@dataclass(frozen=True, slots=True)
class Unit:
    """What is laid out by itself.

    :param name: of the unit, unique in the book, made of ASCII letters, digits and hyphens
    :param html: a whole document
    :param part: the id of the part whose structure element holds the unit's; empty for what stands in no part
    :param starts: ``left`` or ``right`` if it must start on that side
    :param label: how its pages are called in a PDF program instead of by their number
    """

    name: str
    html: str
    part: str = ""
    starts: str = ""
    label: str = ""
    case: str = ""
    """The document name of the case that it is, which is a PDF by itself too."""


class Units:
    """Takes a book apart.

    :param content: what ``book.html`` shows
    :param render: gives the HTML of ``unit.html`` with more to show
    """

    def __init__(self, content: Mapping[str, Any], edition: Edition, render: Callable[..., str]) -> None:
        self._parts: Sequence[dict[str, Any]] = content["parts"]
        self._edition, self._render = edition, render

    def __iter__(self) -> Iterator[Unit]:
        yield self._frame("omslag", "cover.html")
        yield self._frame("colofon", "colophon.html")
        yield self._frame("leeswijzer", "reading.html")
        yield self._frame("inhoud", "contents.html", starts="left")
        for part in self._parts:
            yield from self._in_part(part)
        yield self._frame("achterplat", "back.html", starts="" if self._edition.for_print_shop else "left")

    def _frame(self, name: str, template: str, starts: str = "") -> Unit:
        html, label = self._render(included=[template]), NAMED_PAGES.get(name, "")
        return Unit(name, html, starts=self._side(starts), label=label)

    def _in_part(self, part: dict[str, Any]) -> Iterator[Unit]:
        groups = groups_of(part["documents"])
        if self._edition.facing:
            yield self._opener(part, [])
        else:  # what comes first shares the page of the opener (grootletter.css)
            yield self._opener(part, groups.pop(0) if groups else [])
        for group in groups:
            yield self._group(part, group)

    def of_cases(self, names: Collection[str]) -> Iterator[Unit]:
        """The units of some cases, which are those of the whole book."""
        for part in self._parts:
            for document in part["documents"]:
                if document["name"] in names:
                    yield self._group(part, [document])

    def _group(self, part: dict[str, Any], documents: Sequence[dict[str, Any]]) -> Unit:
        first = documents[0]
        case = is_case(first)
        spare, sheet = case and self._edition.facing, case and self._edition == BOOK
        html = self._render(part=part, documents=documents, spare=spare, sheet=sheet)
        starts = self._side("left" if case else "")
        return Unit(first["id"], html, part["id"], starts, case=first["name"] if case else "")

    def _opener(self, part: dict[str, Any], documents: Sequence[dict[str, Any]]) -> Unit:
        html = self._render(part=part, documents=documents, included=["opener.html"])
        return Unit(part["id"], html, part["id"], self._side("right"))

    def _side(self, side: str) -> str:
        return side if self._edition.facing else ""

    def empty(self, name: str) -> Unit:
        """A page without text: ``blanco``, or ``bladvulling`` for notes."""
        return Unit(name, self._render(filler=name))


def groups_of(documents: Sequence[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """Documents that start on a page of their own, each with the short ones that may share it."""
    groups: list[list[dict[str, Any]]] = []
    for document in documents:
        if groups and is_short(document) and is_short(groups[-1][-1]):
            groups[-1].append(document)
        else:
            groups.append([document])
    return groups
