"""Save a case while the preview runs, and see what the PDF of that case costs: ``python benchmarks/preview.py``.

The preview of the real book (a copy) runs in this process, as ``nox -s preview`` runs it; each save changes a word of
one case. CPU is that of this process and of those that it waited for, from the moment the pages are made until the PDF
is written.
"""

from __future__ import annotations

import argparse
import resource
import shutil
import tempfile
import time
from pathlib import Path
from unittest import mock

from praktijkboek import preview
from praktijkboek.book import Book

ROOT = Path(__file__).resolve().parents[1]


def main() -> int:
    """Read the command line, save some times, print what each took."""
    parser = argparse.ArgumentParser(description="Measure from saving a case to its PDF, while the preview runs.")
    parser.add_argument("--case", default="onder-t-perron", help="the case that is saved")
    parser.add_argument("--saves", type=int, default=4, help="how often (the first one imports WeasyPrint)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="praktijkboek-preview-") as name:
        root = Path(name)
        for part in ("book", "cases"):
            shutil.copytree(ROOT / part, root / part)
        with mock.patch.dict("os.environ", XDG_CACHE_HOME=str(root / "kept")):
            _measure(Book(root), options.case, options.saves)
    return 0


def _measure(book: Book, case: str, saves: int) -> None:
    shown = preview.Preview(book)
    shown.rebuild()
    text = book.cases / case / "index.md"
    print("| save | pages, CPU s | PDF, CPU s | wall s |\n|---|---|---|---|")
    for number in range(1, saves + 1):
        text.write_text(f"{text.read_text(encoding='utf-8')}\nNog een zin, nummer {number}.\n", encoding="utf-8")
        started, before = time.perf_counter(), _cpu()
        shown.rebuild()
        pages = _cpu()
        pdf = shown.sheet(case)
        assert pdf.is_file()
        print(f"| {number} | {pages - before:.2f} | {_cpu() - pages:.2f} | {time.perf_counter() - started:.2f} |")


def _cpu() -> float:
    """Seconds of this process and its children."""
    both = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in both)


if __name__ == "__main__":
    raise SystemExit(main())
