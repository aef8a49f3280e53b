"""The command ``praktijkboek``. Exit codes: 0 all is well, 1 there are findings, 2 trouble with the machine."""

from __future__ import annotations

import argparse
import io
import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

from praktijkboek.asked import asked_folders, book_around
from praktijkboek.book import Book, find_book
from praktijkboek.cache import Cache
from praktijkboek.report import as_json, as_text
from praktijkboek.survey import Judge, Result, survey
from praktijkboek.trouble import Trouble, explain_os_error

FOUND, TROUBLE = 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one verb; say every trouble in one sentence."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")  # a Windows console would stop at "é"
    options = _parser().parse_args(arguments)
    try:
        code: int = options.run(options)
    except Trouble as trouble:
        print(trouble, file=sys.stderr)
        return TROUBLE
    except BrokenPipeError:  # "praktijkboek check | head": who reads has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FOUND
    except OSError as error:
        print(explain_os_error(error), file=sys.stderr)
        return TROUBLE
    except KeyboardInterrupt:
        print("Gestopt.", file=sys.stderr)
        return TROUBLE
    return code


class DutchParser(argparse.ArgumentParser):
    """argparse with its few sentences in Dutch."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings, add_help=False)
        self._positionals.title, self._optionals.title = "opdracht en onderwerp", "opties"
        self.add_argument("-h", "--help", action="help", help="toon deze uitleg")

    def format_help(self) -> str:
        """The help, with its first word in Dutch."""
        return super().format_help().replace("usage:", "gebruik:", 1)

    def error(self, message: str) -> NoReturn:
        """Say what can be typed, and exit with 2."""
        found = re.search(r"invalid \w+(?: value)?: '([^']*)'", message) or re.search(r"arguments?: (-.*)", message)
        what = f"`{found.group(1)}` kennen we niet" if found else "Er ontbreekt een opdracht"
        self.exit(TROUBLE, f"{what}: `{self.prog} --help` toont wat je kunt typen.\n")


def _parser() -> argparse.ArgumentParser:
    parser = DutchParser(prog="praktijkboek", description="Kijk praktijken na en maak er het praktijkboek van.")
    verbs = parser.add_subparsers(required=True, metavar="OPDRACHT")
    check = verbs.add_parser("check", help="kijk praktijken na", description="Kijk praktijken na.")
    check.add_argument(
        "paths",
        nargs="*",
        type=Path,
        metavar="PAD",
        help="mappen of bestanden (anders: alle praktijken)",
    )
    check.add_argument("--format", choices=("text", "json"), default="text", help="hoe het verslag eruitziet")
    check.add_argument("--tips", action="store_true", help="toon ook tips")
    check.set_defaults(run=_check)
    for name, help_, run in (
        ("site", "maak de website", _site),
        ("pdf", "maak de PDF", _pdf),
        ("build", "kijk na en maak de website en de PDF", _build),
    ):
        verb = verbs.add_parser(name, help=help_, description=f"{help_.capitalize()}.")
        verb.add_argument("book", nargs="?", type=Path, default=Path(), metavar="MAP", help="de map van het boek")
        verb.add_argument("--fresh", action="store_true", help="maak alles opnieuw, zoals op een lege computer")
        verb.set_defaults(run=run)
    preview = verbs.add_parser("preview", help="toon de website en vernieuw ze bij elke wijziging")
    preview.add_argument("book", nargs="?", type=Path, default=Path(), metavar="MAP", help="de map van het boek")
    preview.add_argument("--port", type=int, default=8000, metavar="N", help="poort (8000)")
    preview.add_argument("--no-browser", action="store_true", help="open geen browser")
    preview.set_defaults(run=_preview)
    return parser


def _check(options: argparse.Namespace) -> int:
    book = book_around(options.paths[0]) if options.paths else find_book(Path())
    cache = Cache(book, _reader)
    result = survey(book, asked_folders(options.paths or [book.root], book), cache)
    cache.save()
    if options.format == "json":
        print(as_json(result))
    else:
        print(as_text(result, colour=sys.stdout.isatty(), tips=options.tips))
    return 0 if result.ok else FOUND


def _reader() -> Judge:
    from praktijkboek.check import Reader  # noqa: PLC0415 - pydantic and markdown-it: only when a case changed

    return Reader()


def _gate(book: Book) -> Result:
    """Check first: nothing is built from a case that is wrong."""
    from praktijkboek.check import check_book  # noqa: PLC0415 - as above; the gate trusts nothing that was kept

    result = check_book(book)
    if not result.checked:
        raise Trouble("Er is niets te maken: in `cases/` staat nog geen map met een `index.md`.")
    print(as_text(result, colour=sys.stdout.isatty()), flush=True)
    if not result.ok:
        print("Er is niets gemaakt; de vorige website en PDF staan er nog.", flush=True)
    return result


def _site(options: argparse.Namespace) -> int:
    return _make(options, "site")


def _pdf(options: argparse.Namespace) -> int:
    return _make(options, "pdf")


def _build(options: argparse.Namespace) -> int:
    return _make(options, "site", "pdf")


def _make(options: argparse.Namespace, *outputs: str) -> int:
    from praktijkboek.make import Refused, make, require  # noqa: PLC0415 - Sphinx takes half a second to import

    require(outputs)
    book = find_book(options.book)
    if not _gate(book).ok:
        return FOUND

    try:
        print(make(book, outputs, fresh=options.fresh))
    except Refused as refused:
        print(refused, file=sys.stderr)
        return FOUND
    return 0


def _preview(options: argparse.Namespace) -> int:
    from praktijkboek.site.preview import preview  # noqa: PLC0415 - Sphinx takes half a second to import

    return preview(find_book(options.book), options.port, open_browser=not options.no_browser)
