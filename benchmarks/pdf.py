"""What the PDF costs from the HTML to the file, beside plain WeasyPrint: ``python benchmarks/pdf.py --cases 50``.

The book is generated and made as far as its HTML once; then each row runs in processes of its own. The peer gets the
same HTML, style sheets, pictures and options; its page numbers are ``target-counter``, its tags its own.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from measure import Cost, measure
from table import Row as Line
from table import as_table

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
BOOK, KEPT, FOUND = "book", "kept", "found.json"
"""In the folder of a run: the repository that is measured, what it keeps between builds, what was measured."""
STEPS = [sys.executable, str(HERE / "steps.py")]
PDF = [sys.executable, "-m", "praktijkboek", "pdf"]
JOINED = "bind.pdf"
COUNT_PAGES = "import sys, pikepdf; print(len(pikepdf.open(sys.argv[1]).pages))"
FEW = 50
"""So many cases page-validation looks at in some minutes."""
VALIDATE = "import sys, page; print(page.validate_pdf(sys.argv[1], profile=sys.argv[2]))"
PROFILES = ("ua1", "2a")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table.

    :param makes: the file that comes of it, or nothing
    :param before: steps that aren't measured
    """

    words: str
    command: Sequence[str]
    makes: str = ""
    before: Sequence[str] = ()
    cold: bool = False
    """Whether what is kept between builds is thrown away first."""


ROWS = {
    "record": Row("Sphinx, as far as the HTML", [*STEPS, "record"]),
    "cold": Row("ours, from nothing", [*STEPS, "bind"], JOINED, cold=True),
    "edit": Row("ours, after one edit", [*STEPS, "bind"], JOINED, ["comma"]),
    "same": Row("ours, nothing changed", [*STEPS, "bind"], JOINED),
    "whole": Row("ours, in one pass", [*STEPS, "whole"], "whole.pdf"),
    "plain": Row("plain WeasyPrint", [*STEPS, "plain"], "plain.pdf"),
    "pdf": Row("praktijkboek pdf, after one edit", PDF, "_build/praktijkboek.pdf", ["comma"]),
}
PEER = "plain"
COMPARED = ("cold", "edit", "same", "whole")
LONG = ("whole", PEER)
"""What ``--skip-peer`` leaves out."""


def main() -> int:
    """Read the command line, measure, print the table and what is wrong with the file; 1 if something is."""
    options = _asked()
    with _folder(options.folder) as folder:
        if not (folder / BOOK).exists():
            _fill(folder / BOOK, options)
        found = _measured(folder, options)
        print(as_table([*_rows(folder / BOOK, found)]))
        faults = [*_faults(folder / BOOK / JOINED)]
    for fault in faults:
        print(fault)
    return int(bool(faults) or not all(cost.ok for cost in found.values()))


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure the PDF from its HTML on, beside plain WeasyPrint.")
    parser.add_argument("--cases", type=int, default=50, help="how many cases to generate (default: 50)")
    parser.add_argument("--real", action="store_true", help="measure the repository's own cases instead")
    parser.add_argument("--skip-peer", action="store_true", help="leave out what lays out the book as a whole")
    parser.add_argument("--workers", type=int, help="how many processes lay out (default: one a core)")
    parser.add_argument("--only", nargs="+", choices=ROWS, metavar="ROW", help=f"only some of {', '.join(ROWS)}; anew")
    parser.add_argument("--folder", type=Path, help="where all is made and stays; what it knows isn't measured again")
    return parser.parse_args()


@contextmanager
def _folder(asked: Path | None) -> Iterator[Path]:
    """The folder that was asked for, or one that is thrown away."""
    if asked:
        asked.mkdir(parents=True, exist_ok=True)
        yield asked.resolve()
    else:
        with tempfile.TemporaryDirectory(prefix="praktijkboek-pdf-") as name:
            yield Path(name).resolve()


def _fill(book: Path, options: argparse.Namespace) -> None:
    """Write the book that is measured."""
    if options.real:
        for part in ("book", "cases"):
            shutil.copytree(ROOT / part, book / part)
    else:
        _run([sys.executable, str(HERE / "generate.py"), str(book), "--cases", str(options.cases)], ROOT)


def _measured(folder: Path, options: argparse.Namespace) -> dict[str, Cost]:
    """What each row costs, also of those that were measured before."""
    file = folder / FOUND
    found = {name: Cost(**cost) for name, cost in json.loads(file.read_text()).items()} if file.exists() else {}
    left_out = LONG if options.skip_peer else ()
    for name in options.only or [name for name in ROWS if name not in {*found, *left_out}]:
        print(f"{ROWS[name].words} ...", end="", file=sys.stderr, flush=True)
        found[name] = _cost(ROWS[name], folder, options.workers)
        print(f" {found[name].wall:.1f} s", file=sys.stderr, flush=True)
        file.write_text(json.dumps({name: asdict(cost) for name, cost in found.items()}))
    return found


def _cost(row: Row, folder: Path, workers: int | None) -> Cost:
    if row.cold:
        shutil.rmtree(folder / KEPT, ignore_errors=True)
    for step in row.before:
        _run([*STEPS, step], folder / BOOK)
    more = [str(workers)] if workers and row.makes == JOINED else []
    return _run([*row.command, *more], folder / BOOK)


def _run(command: Sequence[str], place: Path) -> Cost:
    cost = measure(command, place, {"XDG_CACHE_HOME": str(place.with_name(KEPT))})
    if not cost.ok:
        sys.exit(cost.output)
    return cost


def _rows(book: Path, found: Mapping[str, Cost]) -> Iterator[Line]:
    """The lines of the table."""
    for name, row in ROWS.items():
        if cost := found.get(name):
            made = book / row.makes if row.makes else None
            peer = found.get(PEER) if name in COMPARED else None
            pages = int(_run([sys.executable, "-c", COUNT_PAGES, str(made)], book).output) if made else None
            yield Line(row.words, _cases(book), pages, cost, peer, made.stat().st_size if made else None)


def _cases(book: Path) -> int:
    return len([*(book / "cases").glob("[!_]*/index.md")])


def _faults(file: Path) -> Iterator[str]:
    """What qpdf, and of a small book page-validation, say is wrong with a PDF.

    page-validation 0.11.0 takes a stream that ends with a carriage return to be one byte too long.
    """
    if not file.exists():
        return
    checked = measure(["qpdf", "--check", str(file)], file.parent)
    if not checked.ok:
        yield checked.output
    for profile in PROFILES if _cases(file.parent) <= FEW else ():
        for line in _run([sys.executable, "-c", VALIDATE, str(file), profile], file.parent).output.splitlines():
            if line.startswith("[") and "-STREAM-LENGTH-" not in line:
                yield line


if __name__ == "__main__":
    sys.exit(main())
