"""``{tijdlijn}``: since when each case is there, as a table with bars on a line of years."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from praktijkboek.book import edition_day
from praktijkboek.case import Case
from praktijkboek.notation import PartialDate
from praktijkboek.site.cases import docname, practices, sort_title
from praktijkboek.site.factsheet import case_link
from praktijkboek.site.overviews.marks import mark, page
from praktijkboek.site.overviews.tables import cell, page_head, table
from praktijkboek.vocabulary import UNKNOWN

STEPS = (1, 2, 5, 10, 20, 50, 100)
MOST_TICKS = 9
"""Years that are written above the line."""


@dataclass(frozen=True, slots=True)
class Line:
    """A case on the line of years: when it started, until when that is known, and whether it stopped then."""

    slug: str
    start: PartialDate | None
    until: PartialDate | None
    stopped: bool


def lines(cases: Mapping[str, Case]) -> list[Line]:
    """The cases by start, then by title; last those whose start is not known."""
    found = {slug: _line(slug, case) for slug, case in cases.items()}
    never = PartialDate(9999)
    return sorted(found.values(), key=lambda line: (line.start or never, sort_title(cases[line.slug])))


def _line(slug: str, case: Case) -> Line:
    start = case.start if isinstance(case.start, PartialDate) else None
    if case.stop:
        return Line(slug, start, case.stop, stopped=True)
    read = case.nagelezen
    dates = [source.datum for source in case.bronnen if source.datum]
    dates += [PartialDate(read.year, read.month, read.day)] if read else []
    known = max(dates, default=None)
    return Line(slug, start, known if not (known and start) or known >= start else None, stopped=False)


def years(found: Sequence[Line], today: date) -> list[int]:
    """The years that stand on the line: from the first start on, and one behind this edition."""
    first = min((line.start.year for line in found if line.start), default=today.year)
    step = next(step for step in STEPS if (today.year + 1 - first) / step <= MOST_TICKS)
    start = first // step * step
    return list(range(start, start + step * (math.ceil((today.year + 1 - start) / step) + 1), step))


def moment(day: PartialDate, *, end: bool = False) -> float:
    """A date as a number of years: ``2021-07`` is 2021.5; ``end``: the end of what is known of it."""
    if not day.month:
        return day.year + end
    return day.year + (day.month - 1 + end) / 12


class Timeline(SphinxDirective):
    """``{tijdlijn}``: a table by start, with a bar for each case."""

    def run(self) -> list[nodes.Node]:
        """The table, or a sentence that says that there is no case yet."""
        cases = practices(self.env).cases
        if not cases:
            return [nodes.paragraph("", "Er is nog geen praktijk beschreven.")]
        found = lines(cases)
        ticks = years(found, edition_day())
        heads = [
            cell("Gestart"),
            cell("Praktijk", nodes.inline("", "", *_ticks(ticks), classes=["jaren"])),
            cell("Laatst gezien"),
            page_head("blz alleen-druk"),
        ]
        rows = [_row(line, cases[line.slug], ticks) for line in found]
        return [table("tijdlijn", heads, [rows], stub=1)]


def _row(line: Line, case: Case, ticks: Sequence[int]) -> nodes.row:
    bars = nodes.inline("", "", *_bars(line, ticks), classes=["baan"])
    return nodes.row(
        "",
        cell(str(line.start) if line.start else _no_start(case)),
        cell(case_link(line.slug, case, short=True), bars),
        cell(_until(line)),
        cell(page(docname(line.slug)), kind="blz alleen-druk"),
    )


def _no_start(case: Case) -> str:
    return "startjaar onbekend" if case.start == UNKNOWN else "nog niet gestart"


def _until(line: Line) -> str:
    if line.stopped:
        return f"gestopt in {line.until}"
    return str(line.until) if line.until else "onbekend"


def _ticks(ticks: Sequence[int]) -> Iterator[mark]:
    for year in ticks[:-1]:
        yield mark("", str(year), classes=["jaar"], style=f"left: {_at(year, ticks):.2%}")


def _bars(line: Line, ticks: Sequence[int]) -> Iterator[mark]:
    """What is known, and lighter behind it what nobody looked at since."""
    for year in ticks:
        yield mark("", "", classes=["streep"], style=f"left: {_at(year, ticks):.2%}")
    if line.start is None:
        return
    start = moment(line.start)
    end = moment(line.until, end=True) if line.until else start + 0.25
    yield mark("", "", classes=["balk", "stop" if line.stopped else "open"], style=_from_to(start, end, ticks))
    if not line.stopped and end < ticks[-1]:
        yield mark("", "", classes=["vervolg"], style=_from_to(end, ticks[-1], ticks))


def _from_to(start: float, end: float, ticks: Sequence[int]) -> str:
    left = _at(start, ticks)
    return f"left: {left:.2%}; width: {_at(min(end, ticks[-1]), ticks) - left:.2%}"


def _at(moment_in_years: float, ticks: Sequence[int]) -> float:
    return (moment_in_years - ticks[0]) / (ticks[-1] - ticks[0])
