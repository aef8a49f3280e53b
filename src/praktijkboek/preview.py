"""The site in the browser while somebody writes: rebuilt on save, reloaded by itself; and each case as a PDF.

Everything stays on this computer: the server listens on the loopback address only.
"""

from __future__ import annotations

import functools
import gc
import http.server
import os
import re
import sys
import threading
import time
import webbrowser
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from praktijkboek.asked import loose_texts
from praktijkboek.book import CASES, SHEETS, Book
from praktijkboek.cache import Cache
from praktijkboek.check import Reader
from praktijkboek.contents import contents
from praktijkboek.print.pango import require_pango
from praktijkboek.report import Console, as_text
from praktijkboek.report.console import say
from praktijkboek.site.run import run_sphinx
from praktijkboek.survey import Result, survey
from praktijkboek.trouble import Trouble

PAUSE = 0.3
"""Seconds between two looks at the files."""
SHEET = re.compile(rf"/{CASES}/([a-z0-9-]+)/\1\.pdf")
"""The address of the PDF of a case."""
RELOAD = "/__herlaad.js"
"""The address of the script that each page gets: none may stand in a page itself (docs/security.md)."""
HTML = "text/html; charset=utf-8"
SCRIPT = b"""let seen = null;
setInterval(async () => {
  try {
    const now = await (await fetch("/__versie", {cache: "no-store"})).text();
    if (seen !== null && now !== seen) location.reload();
    seen = now;
  } catch (error) { /* the preview was stopped */ }
}, 500);
"""


class Preview:
    """What is shown of a book: its pages, and the PDFs of cases, which are made when they are needed."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.pages = book.build / "preview" / "html"
        self.version = 0
        """Which pages there are now: the browser asks for it."""
        self._judge = Cache(book, Reader)
        self._told: set[tuple[str, str, str]] = set()
        """The file, rule and message of what is wrong and was said already."""
        self._changed: set[str] = set()
        """The cases that changed since the last good pages."""
        self._made: set[str] = set()
        """The cases whose PDF is as the pages are."""
        self._is_right = False
        self._alone = threading.Lock()  # Sphinx and WeasyPrint are one of each in a process

    def rebuild(self, changed: Collection[str] = ()) -> None:
        """Make the pages anew, and then the PDFs of cases that changed; what is wrong is said, and the last good stay.

        :param changed: the folders of cases in which a file changed
        """
        folders = [*self.book.case_folders(), *loose_texts(self.book)]
        result = survey(self.book, folders, self._judge)
        self._tell(result)
        self._changed |= {*changed}
        self._is_right = result.ok
        if not result.ok:
            return
        with self._alone:
            started = time.monotonic()
            warnings = run_sphinx(self.book, "html", self.pages, "Voorbeeld", drafts=True).warnings
            self.version += 1
            say(warnings or f"Vernieuwd in {_since(started)}.")
            self._made.clear()
            gc.collect()  # what Sphinx left; while a page is made, garbage is not looked for
            if self._changed:
                self._print(self._changed)
                self._changed = set()

    def _tell(self, result: Result) -> None:
        """Say what is wrong, but not again what was said after an earlier save and still is."""
        keys = {finding: (finding.file, finding.rule, finding.message) for finding in result.findings}
        new = tuple(finding for finding, key in keys.items() if key not in self._told)
        if new:
            print(as_text(replace(result, findings=new), Console.of(sys.stdout)), flush=True)
        if still := len(result.shown(tips=False)) - len(replace(result, findings=new).shown(tips=False)):
            say(f"{'1 melding staat' if still == 1 else f'{still} meldingen staan'} nog open van daarnet.")
        if self._told - {*keys.values()} and not result.findings:
            say("Alles is nu in orde.")
        self._told = {*keys.values()}

    def sheet(self, slug: str) -> Path:
        """The file with the PDF of a case, which is made first if the pages are newer; what is wrong is said."""
        with self._alone:
            if self._is_right and slug not in self._made:
                self._print({slug})
        return self._folder / SHEETS / f"{slug}.pdf"

    @property
    def _folder(self) -> Path:
        return self.pages.parent / "boek"

    def _print(self, changed: set[str]) -> None:
        slugs = {slug for slug in changed if (self.pages / CASES / slug / "index.html").is_file()}
        if not slugs:  # a case that was taken away, or an address that somebody typed
            return
        started = time.monotonic()
        try:
            require_pango()
            run = run_sphinx(
                self.book, "boek", self._folder, "PDF", drafts=True, praktijkboek_only_sheets=sorted(slugs)
            )
            warnings = run.warnings
        except Trouble as trouble:
            warnings = str(trouble)
        if warnings:
            say(f"{warnings}\nDe PDF is niet vernieuwd.")
        else:
            self._made |= slugs
            say(f"PDF vernieuwd in {_since(started)}.")


def _since(started: float) -> str:
    """How long it took since that reading of the clock, in words."""
    return f"{time.monotonic() - started:.1f} s".replace(".", ",")


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves the built site, with a script in each page that reloads it."""

    def __init__(self, preview: Preview, *arguments: Any) -> None:
        self.preview = preview
        super().__init__(*arguments, directory=str(preview.pages))

    def do_GET(self) -> None:
        """Answer what the browser asks."""
        address = self.path.partition("?")[0]
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() and address.endswith("/") else path
        if address == "/__versie":
            self._answer(str(self.preview.version).encode(), "text/plain")
        elif address == RELOAD:
            self._answer(SCRIPT, "text/javascript; charset=utf-8")
        elif found := SHEET.fullmatch(address):
            self._answer_sheet(self.preview.sheet(found[1]))
        elif path.suffix == ".html" and path.is_file():
            self._answer(
                path.read_bytes().replace(b"</body>", f'<script src="{RELOAD}"></script></body>'.encode()),
                HTML,
            )
        elif path.exists():
            super().do_GET()
        else:
            self._answer((self.preview.pages / "404.html").read_bytes(), HTML, http.HTTPStatus.NOT_FOUND)

    def _answer_sheet(self, pdf: Path) -> None:
        if pdf.is_file():
            self._answer(pdf.read_bytes(), "application/pdf")
        else:
            why = "Deze PDF is er niet: in het venster waarin het voorbeeld loopt, staat waarom."
            self._answer(why.encode(), "text/plain; charset=utf-8", http.HTTPStatus.NOT_FOUND)

    def _answer(self, body: bytes, kind: str, status: http.HTTPStatus = http.HTTPStatus.OK) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-cache")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name in the standard library
        """Say nothing of every page that is fetched."""


def preview(book: Book, port: int, *, open_browser: bool = True) -> int:
    """Build, serve and go on until somebody stops it; concepts are shown too.

    A case with mistakes is named in the terminal, and the last good site stays in the browser.
    """
    shown = Preview(book)
    gc.disable()
    shown.rebuild()
    try:
        server = http.server.ThreadingHTTPServer(("127.0.0.1", port), functools.partial(Handler, shown))
    except (OSError, OverflowError) as error:
        raise Trouble(f"Poort {port} is niet vrij: kies een andere, zoals `--port 8001`.") from error
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_address[1]}/"
    print(f"Het boek staat op {address} en volgt wat je bewaart. Stoppen: Ctrl+C.", flush=True)
    if open_browser:
        webbrowser.open(address)
    try:
        _follow(shown)
    except KeyboardInterrupt:
        print("Gestopt.", flush=True)
    finally:
        server.shutdown()
    return 0


def _follow(shown: Preview) -> None:
    """Look for files that change, for ever."""
    seen = _state(shown.book)
    while True:
        time.sleep(PAUSE)
        now = _state(shown.book)
        if now != seen:
            changed = {path for path, _ in now.items() ^ seen.items()}
            seen = now
            shown.rebuild(cases_of(changed, shown.book))


def cases_of(paths: Collection[Path], book: Book) -> set[str]:
    """The names of the folders of cases in which files stand."""
    inside = [path.relative_to(book.cases).parts for path in paths if path.is_relative_to(book.cases)]
    return {slug for slug, *rest in inside if rest}


def _state(book: Book) -> Mapping[Path, tuple[int, int]]:
    """When each file of the book changed (nanoseconds) and how large it is (bytes)."""
    return {path: (stat.st_mtime_ns, stat.st_size) for path in _sources(book) if (stat := _stat(path))}


def _sources(book: Book) -> Iterator[Path]:
    yield from loose_texts(book)
    for folder in (book.conf, *book.case_folders()):
        with suppress(OSError):  # the check says what is wrong with a folder that can't be read
            yield from (folder / name for name, _ in contents(folder))


def _stat(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except OSError:  # a file that an editor writes beside and renames
        return None
