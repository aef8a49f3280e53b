"""Measure check, site and PDF of the real book and of a generated one, beside a peer: ``python benchmarks/run.py``.

Every command runs in a process of its own. Everything is made in a temporary folder that is deleted afterwards.
This program imports neither Sphinx nor Pillow: a child counts its parent's memory at the start as its own.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from measure import Cost, measure
from peer import pdf_commands, site_commands, write_peer
from table import Row, as_table

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
OWN = [sys.executable, "-m", "praktijkboek"]
WARM = "import praktijkboek.make, myst_parser.sphinx_, sphinx_book_theme, weasyprint, PIL.Image"
"""Imported once before the first job, so that no job pays for compiling modules or for a cold disk."""
PEER = ", peer"
PARSE = str(HERE / "parse.py")
COUNT_PAGES = "import sys, pikepdf; print(len(pikepdf.open(sys.argv[1]).pages))"


@dataclass(frozen=True, slots=True)
class Job:
    """Commands, run one after the other in ``folder``; ``product`` is what they make there: a PDF or a folder."""

    name: str
    folder: Path
    commands: list[list[str]]
    product: str = ""
    cold: bool = False
    """Whether what ``check`` keeps between runs is thrown away first."""


def main() -> int:
    """Read the command line, measure, print the table; 1 if one of our own jobs failed."""
    parser = argparse.ArgumentParser(description="Measure the pipeline beside plain Sphinx and plain WeasyPrint.")
    parser.add_argument("--cases", type=int, default=100, help="how many cases to generate (default: 100)")
    parser.add_argument("--skip-peers", action="store_true", help="measure praktijkboek only")
    parser.add_argument("--check-only", action="store_true", help="measure check only: --cases 1000 takes a minute")
    parser.add_argument("--real-only", action="store_true", help="measure the repository's own cases only")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="praktijkboek-benchmark-") as folder:
        books = {"real": _copy_real(Path(folder) / "real")}
        if not options.real_only:
            books["generated"] = _generate(Path(folder) / "generated", options.cases)
        _prepare([sys.executable, "-c", WARM])
        rows = [row for name, book in books.items() for row in _rows(name, book, options)]
    print(as_table(rows))
    return int(any(not row.cost.ok for row in rows if not row.job.endswith(PEER)))


def _copy_real(folder: Path) -> Path:
    """Copy what the repository's book is made from."""
    for part in ("book", "cases"):
        shutil.copytree(ROOT / part, folder / part)
    return folder


def _generate(folder: Path, cases: int) -> Path:
    """Let ``generate.py`` write a book."""
    _prepare([sys.executable, str(HERE / "generate.py"), str(folder), "--cases", str(cases)])
    return folder


def _prepare(command: list[str]) -> None:
    """Run what is not measured."""
    cost = measure(command, ROOT)
    if not cost.ok:
        sys.exit(cost.output)


def _rows(name: str, book: Path, options: argparse.Namespace) -> Iterator[Row]:
    """Run the jobs of one book, each of ours right before its peer."""
    peers = not options.skip_peers
    cases = len(list((book / "cases").glob("[!_]*/index.md")))
    other = book.with_name(f"{name}-peer")
    if peers and not options.check_only:
        write_peer(book, other)
    for own, peer in [*_check_jobs(name, book), *(() if options.check_only else _build_jobs(name, book, other))]:
        cost = _run(own)
        peer_cost = _run(peer) if peer and peers else None
        yield Row(own.name, cases, _pages(own), cost, peer_cost)
        if peer and peer_cost:
            yield Row(peer.name, cases, _pages(peer), peer_cost)


def _own(name: str, book: Path, arguments: str, product: str = "", *, cold: bool = False, note: str = "") -> Job:
    command = arguments.split()
    return Job(f"{name}: {note or arguments}", book, [[*OWN, *command]], product, cold)


def _check_jobs(name: str, book: Path) -> Iterator[tuple[Job, Job | None]]:
    """The check of all cases, anew and once more, and of one case; the peer parses the same files and no more."""
    yield _own(name, book, "check", cold=True), Job(f"{name}: check{PEER}", book, [[sys.executable, PARSE]])
    yield _own(name, book, "check", note="check, nothing changed"), None
    one = min((book / "cases").glob("[!_]*/index.md")).parent.relative_to(book)
    yield _own(name, book, f"check {one}", cold=True, note="check, one case"), None


def _build_jobs(name: str, book: Path, other: Path) -> Iterator[tuple[Job, Job | None]]:
    """Site and PDF, each with its peer: the book stands in ``book``, the peer's copy in ``other``."""
    site = Job(f"{name}: site{PEER}", other, site_commands(other), "html")
    yield _own(name, book, "site --fresh", "html"), site
    pdf = Job(f"{name}: pdf{PEER}", other, pdf_commands(other), "book.pdf")
    yield _own(name, book, "pdf --fresh", "praktijkboek.pdf"), pdf


def _run(job: Job) -> Cost:
    """Run a job; show the output of one that fails."""
    print(f"{job.name} ...", end="", file=sys.stderr, flush=True)
    kept = job.folder.parent / "kept"
    if job.cold:
        shutil.rmtree(kept, ignore_errors=True)
    cost = Cost.sum([measure(command, job.folder, {"XDG_CACHE_HOME": str(kept)}) for command in job.commands])
    print(f" {cost.wall:.1f} s" if cost.ok else f" failed\n{cost.output}", file=sys.stderr, flush=True)
    return cost


def _pages(job: Job) -> int | None:
    """The number of HTML files or of pages that a job made; None where it makes nothing, or failed."""
    product = job.folder / "_build" / job.product
    if not job.product or not product.exists():
        return None
    if product.is_dir():
        return len(list(product.rglob("*.html")))
    return int(measure([sys.executable, "-c", COUNT_PAGES, str(product)], job.folder).output)


if __name__ == "__main__":
    sys.exit(main())
