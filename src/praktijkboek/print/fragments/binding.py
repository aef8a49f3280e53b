"""From the HTML of the units to the PDFs: what isn't kept is laid out, and all is joined."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from praktijkboek.print.edition import Edition
from praktijkboek.print.fragments.job import Job, Jobs
from praktijkboek.print.fragments.join import Joined, join
from praktijkboek.print.fragments.packing import Facts
from praktijkboek.print.fragments.plan import Laid, Placed, plan, plan_in_fours
from praktijkboek.print.fragments.record import record
from praktijkboek.print.fragments.sheets import Sheets
from praktijkboek.print.fragments.store import Lost, Store
from praktijkboek.print.fragments.units import Unit, Units
from praktijkboek.print.fragments.workers import lay_out
from praktijkboek.print.metadata import About
from praktijkboek.print.print_shop import FILLER

TRIES = 3
"""So often a build looks again when somebody throws away or damages what it keeps."""
Made = TypeVar("Made")
BLANK = "blanco"


@dataclass(frozen=True, slots=True)
class Bound:
    """An edition that is to be made.

    :param jobs: one for each unit, and behind them those for a blank page and for a page for notes
    :param sheets: what makes a PDF of each case too
    """

    edition: Edition
    target: Path
    jobs: Sequence[Job]
    sheets: Sheets | None = None


class Binding:
    """Makes the PDFs of one build.

    :param files: all pictures of the book, by their address in the HTML
    :param about: what the PDFs say of themselves
    :param fresh: lay out also what the store has
    """

    def __init__(self, store: Store, files: Mapping[str, Path], about: About, *, fresh: bool = False) -> None:
        self._store, self._about, self._fresh = store, about, fresh
        self._jobs = Jobs(files)

    def prepare(self, edition: Edition, units: Units, target: Path, sheets: Sheets | None = None) -> Bound:
        """See what an edition is made of."""
        every = [*units, units.empty(BLANK), units.empty(FILLER)]
        return Bound(edition, target, [self._jobs.job(unit, edition) for unit in every], sheets)

    def bind(self, editions: Sequence[Bound]) -> list[Joined]:
        """Make all editions; what they are laid out from stands in one queue.

        :returns: what there is to know of each; nothing if there was a warning
        :raises Trouble: if it can't be done
        """
        return self._again(lambda: self._bind(editions))

    def bind_sheets(self, edition: Edition, units: Iterable[Unit], sheets: Sheets) -> None:
        """Make the PDFs of single cases without the book; none if there was a warning.

        :raises Trouble: if it can't be done
        """
        jobs = [self._jobs.job(unit, edition) for unit in units]
        self._again(lambda: sheets.make(zip(jobs, lay_out(jobs, self._store, record), strict=False)))

    def _again(self, make: Callable[[], Made]) -> Made:
        """Make something, and make it once more if what was kept for it is gone or damaged."""
        for _ in range(TRIES - 1):
            try:
                return make()
            except Lost:
                self._store.weed()
        return make()

    def _bind(self, editions: Sequence[Bound]) -> list[Joined]:
        facts = lay_out([job for bound in editions for job in bound.jobs], self._store, record, fresh=self._fresh)
        self._fresh = False
        made: list[Joined] = []
        if not facts:
            return made
        for bound in editions:
            own, facts = facts[: len(bound.jobs)], facts[len(bound.jobs) :]
            made.append(join(self._placed(bound, own), self._store.shared, self._about, bound.target))
            if bound.sheets:
                bound.sheets.make(zip(bound.jobs, own, strict=True))
        return made

    def _placed(self, bound: Bound, facts: Sequence[Facts]) -> list[Placed]:
        *book, blank, filler = map(self._laid, bound.jobs, facts)
        return plan_in_fours(book, blank, filler) if bound.edition.for_print_shop else plan(book, blank)

    def _laid(self, job: Job, facts: Facts) -> Laid:
        return Laid(job.unit, facts, partial(self._store.need, job.key))
