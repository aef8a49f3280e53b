"""What the builder tells of a PDF that it made; it stands beside the PDF, as Sphinx runs in between."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Said:
    """The number of pages, and Dutch lines for who asked for the PDF."""

    pages: int
    remarks: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """How many pages."""
        return f"{self.pages} bladzijde{'n' * (self.pages != 1)}"

    def write(self, pdf: Path) -> None:
        """Put it beside ``pdf``."""
        pdf.with_suffix(".json").write_text(json.dumps(asdict(self), ensure_ascii=False), encoding="utf-8")

    @classmethod
    def read(cls, pdf: Path) -> Said:
        """What was said of ``pdf``."""
        found = json.loads(pdf.with_suffix(".json").read_text(encoding="utf-8"))
        return cls(found["pages"], tuple(found["remarks"]))
