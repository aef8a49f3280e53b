"""Lay out the same HTML as we do and as plain WeasyPrint does: ``python benchmarks/layout.py --cases 50``.

The book is generated and made as far as its HTML once; then each lays it out and writes it in a process of its own.
The peer has the same style sheets, pictures and options; its page numbers are ``target-counter``, its tags its own.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from measure import Cost, measure
from table import Row, as_table

HERE = Path(__file__).resolve().parent
NUMBERS = ".folio::after { content: target-counter(attr(data-doel), page) }"
RECORDED = "html.json"


def main() -> int:
    """Read the command line, measure both, print the table; 1 if one of them failed."""
    parser = argparse.ArgumentParser(description="Measure the layout and writing of the PDF beside plain WeasyPrint.")
    parser.add_argument("--cases", type=int, default=50, help="how many cases to generate (default: 50)")
    parser.add_argument("--skip-peer", action="store_true", help="measure ours only")
    parser.add_argument("--step", choices=["record", "own", "peer"], help="what this process does (for this program)")
    options = parser.parse_args()
    if options.step:
        {"record": _record, "own": _own, "peer": _peer}[options.step]()
        return 0
    with tempfile.TemporaryDirectory(prefix="praktijkboek-layout-") as name:
        folder = Path(name)
        _run(folder, [str(HERE / "generate.py"), name, "--cases", str(options.cases)])
        _run(folder, [__file__, "--step", "record"])
        own = _run(folder, [__file__, "--step", "own"])
        peer = None if options.skip_peer else _run(folder, [__file__, "--step", "peer"])
        ratio = own.cpu / peer.cpu if peer else None
        rows = [Row("layout: ours", options.cases, _pages(own), own, ratio)]
        if peer:
            rows.append(Row("layout: plain WeasyPrint", options.cases, _pages(peer), peer))
    print(as_table(rows))
    return 0


def _run(folder: Path, command: list[str]) -> Cost:
    cost = measure([sys.executable, *command], folder)
    if not cost.ok:
        sys.exit(cost.output)
    return cost


def _pages(cost: Cost) -> int:
    """What a step printed last; before it may stand what WeasyPrint said."""
    return int(cost.output.split()[-1])


def _record() -> None:
    """Make the book as far as its HTML, and keep that with the places of its pictures."""
    from praktijkboek.cli import main as praktijkboek  # noqa: PLC0415 - each step pays for its own modules
    from praktijkboek.print import builder  # noqa: PLC0415 - as above

    def keep(page: str, files: Mapping[str, Path], edition: object, target: Path) -> list[object]:
        del edition
        recorded = {"page": page, "files": {address: str(path) for address, path in files.items()}}
        Path(RECORDED).write_text(json.dumps(recorded), encoding="utf-8")
        target.write_bytes(b"%PDF")
        return []

    vars(builder)["write_pdf"] = keep
    if code := praktijkboek(["pdf", "--fresh"]):
        sys.exit(code)


def _recorded() -> tuple[str, dict[str, Path]]:
    recorded = json.loads(Path(RECORDED).read_text(encoding="utf-8"))
    return recorded["page"], {address: Path(path) for address, path in recorded["files"].items()}


def _own() -> None:
    from praktijkboek.print.edition import BOOK  # noqa: PLC0415 - as above
    from praktijkboek.print.pdf import write_pdf  # noqa: PLC0415 - as above

    page, files = _recorded()
    print(write_pdf(page, files, BOOK, Path("ours.pdf")).pages)


def _peer() -> None:
    from weasyprint import CSS, HTML  # noqa: PLC0415 - as above

    from praktijkboek.print.edition import BOOK  # noqa: PLC0415 - as above
    from praktijkboek.print.fetcher import fetcher  # noqa: PLC0415 - as above

    page, files = _recorded()
    html = HTML(string=page.replace(">000</span>", "></span>"), url_fetcher=fetcher(files))
    options = {"pdf_variant": "pdf/ua-1", **BOOK.options}
    document = html.render(stylesheets=[CSS(string=NUMBERS)], **options)
    document.write_pdf("plain.pdf", **options)
    print(len(document.pages))


if __name__ == "__main__":
    sys.exit(main())
