"""Which page of a fragment is which page of the book.

What must start on the other side gets a page before it: the spare page of what stands before it in the same part (the
page for notes behind a case), or else the blank one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from praktijkboek.print.fragments.fragment import LEFT, RIGHT, SIDES, Fragment
from praktijkboek.print.fragments.packing import Facts
from praktijkboek.print.fragments.units import Unit
from praktijkboek.print.print_shop import FOUR


@dataclass(frozen=True, slots=True)
class Laid:
    """A unit that was laid out, and what is to be known of it before the pages are counted.

    :param fragment: hands over the whole of it, when it is written
    """

    unit: Unit
    facts: Facts
    fragment: Callable[[], Fragment]

    @property
    def pages(self) -> int:
        """How many of its pages are there in any case."""
        return self.facts.pages - self.facts.spare


@dataclass(frozen=True, slots=True)
class Placed:
    """A fragment in the book: the number of its first page, and how many of its pages are used."""

    laid: Laid
    first: int
    pages: int


def side(number: int) -> str:
    """The side on which a page lies open: page 1 is a right-hand one."""
    return RIGHT if number % 2 else LEFT


def plan(book: Iterable[Laid], blank: Laid) -> list[Placed]:
    """Give each fragment its pages, one after another.

    :param blank: of one page: what comes before a unit that would start on the wrong side
    """
    placed: list[Placed] = []
    for next_one in book:
        number = _next_number(placed)
        if next_one.unit.starts and side(number) != SIDES[next_one.unit.starts]:
            if _has_spare(placed, next_one):
                last = placed.pop()
                placed.append(Placed(last.laid, last.first, last.pages + 1))
            else:
                placed.append(Placed(blank, number, 1))
        placed.append(Placed(next_one, _next_number(placed), next_one.pages))
    return placed


def _next_number(placed: list[Placed]) -> int:
    return placed[-1].first + placed[-1].pages if placed else 1


def _has_spare(placed: list[Placed], next_one: Laid) -> bool:
    return bool(placed) and placed[-1].laid.facts.spare > 0 and placed[-1].laid.unit.part == next_one.unit.part


def plan_in_fours(book: Sequence[Laid], blank: Laid, filler: Laid) -> list[Placed]:
    """As ``plan``, with a number of pages that divides by four.

    :param filler: of one page: what comes, as often as is needed, before the last unit, which then stands where it may
    """
    placed = plan(book[:-1], blank)
    last = book[-1]
    for _ in range(-(_next_number(placed) - 1 + last.pages) % FOUR):
        placed.append(Placed(filler, _next_number(placed), 1))
    placed.append(Placed(last, _next_number(placed), last.pages))
    return placed


def page_numbers(placed: Iterable[Placed]) -> dict[str, int]:
    """The page number of each anchor; where two have one name, the first counts, as in WeasyPrint 70."""
    numbers: dict[str, int] = {}
    for one in placed:
        for name, page in one.laid.facts.anchors:
            if page < one.pages:
                numbers.setdefault(name, one.first + page)
    return numbers
