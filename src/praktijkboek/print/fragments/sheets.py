"""A case as a PDF by itself, a *sheet*: joined from the book's fragment of it, so nothing is laid out again."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from praktijkboek.print.fragments.job import Job, hash_of
from praktijkboek.print.fragments.join import UNFINISHED, join
from praktijkboek.print.fragments.packing import Facts
from praktijkboek.print.fragments.plan import Laid, Placed
from praktijkboek.print.fragments.store import Store
from praktijkboek.print.metadata import About
from praktijkboek.said import Said

KIND = "praktijken"
"""What the store calls them where it notes what a build uses."""


class Sheets:
    """Makes the sheets of one build, and keeps them.

    :param folder: where they come, named after their case
    :param about: what the sheet of a case says of itself, by the name of its document
    :param address: where an anchor that is elsewhere in the book stands on the web, and the document of the case
    :param fresh: make also those that the store has
    """

    def __init__(
        self,
        store: Store,
        folder: Path,
        about: Callable[[str], About],
        address: Callable[[str, str], str],
        *,
        fresh: bool = False,
    ) -> None:
        self._store, self._folder, self._fresh = store, folder, fresh
        self._about, self._address = about, address

    def make(self, units: Iterable[tuple[Job, Facts]]) -> None:
        """Make the sheets of those units that are cases.

        :param units: each with what the store tells of it (``Store.facts``)
        :raises Lost: if the store has a fragment no more
        """
        self._folder.mkdir(parents=True, exist_ok=True)
        made = [self._make(job, facts) for job, facts in units if job.unit.case]
        self._store.use(KIND, made)

    def _make(self, job: Job, facts: Facts) -> str:
        """Make a sheet if it isn't kept; its key."""
        addresses = {target: self._address(target, job.unit.case) for target in facts.elsewhere}
        about = self._about(job.unit.case)
        key = hash_of([KIND, job.key, repr(about), repr(addresses)])
        pdf = self._folder / f"{Path(job.unit.case).parent.name}.pdf"
        laid = Laid(job.unit, facts, partial(self._store.need, job.key))
        if kept := None if self._fresh else self._store.file(key):
            _write(pdf, kept)
        else:
            placed = [Placed(laid, 1, laid.pages)]
            join(placed, self._store.shared, about, pdf, sheet=True, addresses=addresses.__getitem__)
            self._store.put_file(key, pdf.read_bytes())
        Said(laid.pages).write(pdf)
        return key


def _write(target: Path, content: bytes) -> None:
    """Write a file so that whoever reads it meanwhile has the old one or the new one."""
    unfinished = target.with_name(target.name + UNFINISHED)
    unfinished.write_bytes(content)
    unfinished.replace(target)
