"""The table of all jobs, aligned for a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from measure import Cost

HEAD = ("job", "cases", "pages", "CPU s", "wall s", "peak MB", "file MB", "x CPU", "x wall")


@dataclass(frozen=True, slots=True)
class Row:
    """One job; None where it makes no pages or no file, or has no peer. ``size`` is in bytes."""

    job: str
    cases: int
    pages: int | None
    cost: Cost
    peer: Cost | None = None
    size: int | None = None

    def cells(self) -> tuple[str, ...]:
        """The row as text, one cell for each of ``HEAD``."""
        cost = self.cost
        return (
            self.job if cost.ok else f"{self.job} (failed)",
            str(self.cases),
            "-" if self.pages is None else str(self.pages),
            f"{cost.cpu:.2f}",
            f"{cost.wall:.2f}",
            f"{cost.peak:.0f}",
            "-" if self.size is None else f"{self.size / 1e6:.1f}",
            *self._ratios(),
        )

    def _ratios(self) -> tuple[str, str]:
        """Its CPU and wall time divided by its peer's."""
        if not self.peer or not self.cost.ok or not self.peer.ok:
            return "-", "-"
        return f"{self.cost.cpu / self.peer.cpu:.2f}", f"{self.cost.wall / self.peer.wall:.2f}"


def as_table(rows: Sequence[Row]) -> str:
    """Jobs to the left, numbers to the right."""
    lines = [HEAD, *(row.cells() for row in rows)]
    widths = [max(len(line[i]) for line in lines) for i in range(len(HEAD))]
    lines.insert(1, tuple("-" * width for width in widths))
    return "\n".join(_line(line, widths) for line in lines)


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    first, *rest = (cell.rjust(width) for cell, width in zip(cells, widths, strict=True))
    return "  ".join([cells[0].ljust(len(first)), *rest])
