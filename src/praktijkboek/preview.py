"""The site in the browser while somebody writes: rebuilt on save, reloaded by itself.

Everything stays on this computer: the server listens on the loopback address only.
"""

from __future__ import annotations

import functools
import http.server
import os
import sys
import threading
import time
import webbrowser
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from praktijkboek.asked import loose_texts
from praktijkboek.book import Book
from praktijkboek.check import check_book
from praktijkboek.contents import contents
from praktijkboek.report import Console, as_text
from praktijkboek.report.console import say
from praktijkboek.site.run import run_sphinx
from praktijkboek.trouble import Trouble

PAUSE = 0.3
"""Seconds between two looks at the files."""
RELOAD = b"""<script>
let seen = null;
setInterval(async () => {
  try {
    const now = await (await fetch("/__versie", {cache: "no-store"})).text();
    if (seen !== null && now !== seen) location.reload();
    seen = now;
  } catch (error) { /* the preview was stopped */ }
}, 500);
</script></body>"""


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Serves the built site, with a script in each page that reloads it."""

    version = 0

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() and self.path.split("?")[0].endswith("/") else path
        if self.path == "/__versie":
            self._answer(str(_Handler.version).encode(), "text/plain")
        elif path.suffix == ".html" and path.is_file():
            self._answer(path.read_bytes().replace(b"</body>", RELOAD), "text/html; charset=utf-8")
        else:
            super().do_GET()

    def _answer(self, body: bytes, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name in the standard library
        """Say nothing of every page that is fetched."""


def preview(book: Book, port: int, *, open_browser: bool = True) -> int:
    """Build, serve and go on until somebody stops it; concepts are shown too.

    A case with mistakes is named in the terminal, and the last good site stays in the browser.
    """
    out = book.build / "preview" / "html"
    _rebuild(book, out)
    try:
        server = http.server.ThreadingHTTPServer(("127.0.0.1", port), functools.partial(_Handler, directory=str(out)))
    except (OSError, OverflowError) as error:
        raise Trouble(f"Poort {port} is niet vrij: kies een andere, zoals `--port 8001`.") from error
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_address[1]}/"
    print(f"Het boek staat op {address} en volgt wat je bewaart. Stoppen: Ctrl+C.", flush=True)
    if open_browser:
        webbrowser.open(address)
    seen = _state(book)
    try:
        while True:
            time.sleep(PAUSE)
            now = _state(book)
            if now != seen:
                seen = now
                _rebuild(book, out)
    except KeyboardInterrupt:
        print("Gestopt.", flush=True)
    finally:
        server.shutdown()
    return 0


def _rebuild(book: Book, out: Path) -> None:
    result = check_book(book)
    if result.findings:
        print(as_text(result, Console.of(sys.stdout)), flush=True)
    if not result.ok:
        return
    started = time.monotonic()
    warnings = run_sphinx(book, "html", out, "Voorbeeld", drafts=True).warnings
    _Handler.version += 1
    say(warnings or f"Vernieuwd in {time.monotonic() - started:.1f} s.")


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
