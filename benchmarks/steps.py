"""What ``pdf.py`` lets run, each step in a process of its own that works in the folder of the book.

``record`` makes the book as far as its HTML, with Sphinx; the others go on from what it left.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any
from unittest.mock import patch

from praktijkboek.print.edition import BOOK, Edition
from praktijkboek.print.fragments import binding, store, workers
from praktijkboek.print.fragments.join import Joined
from praktijkboek.print.fragments.units import Unit
from praktijkboek.print.metadata import About
from praktijkboek.print.print_shop import FILLER

UNITS, WHOLE = Path("units.json"), Path("whole.html")
NUMBERS = ".folio::after { content: target-counter(attr(data-doel), page) }"
AND = re.compile(r"(?<!,) en (?=[^<>\n]*(?:</p>|\n))")
"""A place for a comma, in HTML or in Markdown."""


@dataclass(frozen=True, slots=True)
class Units:
    """The units of a book as ``Binding.prepare`` takes them."""

    units: Sequence[Unit]
    empties: Mapping[str, Unit]
    files: Mapping[str, Path]
    about: About

    def __iter__(self) -> Iterator[Unit]:
        return iter(self.units)

    def empty(self, name: str) -> Unit:
        """A page without text."""
        return self.empties[name]

    def write(self) -> None:
        """Keep them for the next steps."""
        UNITS.write_text(json.dumps(asdict(self), default=str), encoding="utf-8")

    @classmethod
    def read(cls) -> Units:
        """What was kept."""
        kept = json.loads(UNITS.read_text(encoding="utf-8"))
        return cls(
            [Unit(**unit) for unit in kept["units"]],
            {name: Unit(**unit) for name, unit in kept["empties"].items()},
            {address: Path(path) for address, path in kept["files"].items()},
            About(**kept["about"]),
        )


def record() -> int:
    """Make the book as far as the HTML of its units and of the whole; the exit code of ``praktijkboek``."""
    from praktijkboek.cli import main as praktijkboek  # noqa: PLC0415 - each step pays for its own modules
    from praktijkboek.print.builder import BookBuilder  # noqa: PLC0415 - as above

    def keep(builder: Any, editions: Sequence[Edition], templates: Any, files: Mapping[str, Path]) -> list[Joined]:
        units, about = templates.units(BOOK), builder._about(templates.content)
        empties = {name: units.empty(name) for name in (binding.BLANK, FILLER)}
        Units([*units], empties, dict(files), about).write()
        WHOLE.write_text(templates.book(BOOK), encoding="utf-8")
        for edition in editions:
            builder._file(edition).touch()
        return [Joined(0) for _ in editions]

    with patch.object(BookBuilder, "_bind", keep):
        return praktijkboek(["pdf", "--fresh"])


def comma() -> int:
    """Put a comma in a case, each time another one: in its source and in its HTML."""
    units = Units.read()
    cases = [number for number, unit in enumerate(units) if unit.case]
    middle = cases[len(cases) // 2]
    unit = units.units[middle]
    changed = replace(unit, html=AND.sub(", en ", unit.html, count=1))
    assert changed != unit, f"{unit.case} has no room for a comma"
    replace(units, units=[*units.units[:middle], changed, *units.units[middle + 1 :]]).write()
    source = Path(f"{unit.case}.md")
    start, header, text = source.read_text(encoding="utf-8").split("---\n", 2)
    source.write_text(f"{start}---\n{header}---\n{AND.sub(', en ', text, count=1)}", encoding="utf-8", newline="\n")
    return 0


def bind(count: str = "") -> int:
    """Make the book from its units, in the way of ``pdf``; in so many processes, if that is said."""
    units = Units.read()
    cores = int(count) if count else workers._cores()
    with store.opened(Path()) as opened, patch.object(workers, "_cores", lambda: cores):
        work = binding.Binding(opened, units.files, units.about)
        work.bind([work.prepare(BOOK, units, Path("bind.pdf"))])  # type: ignore[arg-type]  # that holds templates
    return 0


def whole() -> int:
    """Make the book in one pass, in the way of ``pdf --whole``."""
    from praktijkboek.print.pdf import write_pdf  # noqa: PLC0415 - as above

    write_pdf(WHOLE.read_text(encoding="utf-8"), Units.read().files, BOOK, Path("whole.pdf"))
    return 0


def plain() -> int:
    """Make it as plain WeasyPrint does, with the same style sheets, pictures and options."""
    from weasyprint import CSS, HTML  # noqa: PLC0415 - as above

    from praktijkboek.print.fetcher import fetcher  # noqa: PLC0415 - as above

    page = WHOLE.read_text(encoding="utf-8").replace(">000</span>", "></span>")
    options = {"pdf_variant": "pdf/ua-1", **BOOK.options}
    document = HTML(string=page, url_fetcher=fetcher(Units.read().files))
    document.write_pdf("plain.pdf", stylesheets=[CSS(string=NUMBERS)], **options)
    return 0


STEPS = {step.__name__: step for step in (record, comma, bind, whole, plain)}
if __name__ == "__main__":
    sys.exit(STEPS[sys.argv[1]](*sys.argv[2:]))
