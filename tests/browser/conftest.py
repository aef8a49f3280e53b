"""The site of the real book, in a real browser: Debian's Chromium, driven by Playwright, on the loopback."""

import base64
import functools
import hashlib
import http.server
import io
import shutil
import subprocess
import sys
import tarfile
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from conftest import REPOSITORY
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
AXE = "axe-core@4.11.0"
AXE_INTEGRITY = "sha512-ilYanEU8vxxBexpJd8cWM4ElSQq4QctCLKih0TSfjIfCQTeyH/6zVrmIJfLPrKTKJRbiG+cfnZbQIjAlJmF1jQ=="
"""As npm tells it of that version; another file is not run."""
DESKTOP, PHONE = (1280, 900), (390, 844)
MISSING = 400
"""From this status on, an answer says that something went wrong."""
PAGES = {
    "start": "index.html",
    "vind": "vind.html",
    "praktijk": "cases/onder-t-perron/index.html",
    "overzicht": "book/praktijken/functies.html",
    "vergelijking": "book/praktijken/vergelijken.html",
    "functie": "book/praktijken/functies/buurtwinkel.html",
    "kaart": "book/praktijken/index.html",
    "schrijfwijzer": "book/schrijfwijzer/velden.html",
    "zoeken": "search.html?q=winkel",
    "gegevens": "gegevens.html",
    "404": "404.html",
}
"""A page of each kind."""


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name in the standard library
        pass


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the real book's site, made for this."""
    root = tmp_path_factory.mktemp("boek")
    for name in ("book", "cases"):
        shutil.copytree(REPOSITORY / name, root / name)
    shutil.copy(REPOSITORY / "pyproject.toml", root)
    subprocess.run([sys.executable, "-m", "praktijkboek", "site", "--fresh", str(root)], check=True)
    handler = functools.partial(Quiet, directory=str(root / "_build" / "html"))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests; each gets a profile of its own."""
    if CHROMIUM is None:
        pytest.fail("These tests need Chromium: apt-get install chromium, or put it on the PATH.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@dataclass
class Seen:
    """What went wrong while a page was used: what the console says, and what it asked of another host."""

    console: list[str] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)


@dataclass
class Reader:
    """Somebody who reads the site."""

    page: Page
    seen: Seen
    site: str

    def open(self, path: str) -> Page:
        """Go to a page of the site and wait for its scripts."""
        self.page.goto(self.site + path)
        self.page.wait_for_load_state("networkidle")
        return self.page


Read = Callable[..., Reader]


@pytest.fixture
def read(browser: Browser, site: str) -> Iterator[Read]:
    """Open a browser window: ``read(width, height, dark=True)``; afterwards nothing may have gone wrong in it."""
    opened: list[tuple[BrowserContext, Seen]] = []

    def start(size: tuple[int, int] = DESKTOP, *, dark: bool = False, **options: object) -> Reader:
        context = browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            color_scheme="dark" if dark else "light",
            locale="nl-BE",
            **options,  # type: ignore[arg-type]
        )
        page, seen = context.new_page(), Seen()
        page.on("console", lambda message: seen.console.append(message.text) if message.type != "log" else None)
        page.on("response", lambda it: seen.console.append(f"{it.status} {it.url}") if it.status >= MISSING else None)
        page.on("pageerror", lambda error: seen.console.append(str(error)))
        page.on("request", lambda it: None if it.url.startswith((site, "data:")) else seen.elsewhere.append(it.url))
        opened.append((context, seen))
        return Reader(page, seen, site)

    yield start
    for context, seen in opened:
        context.close()
        assert seen == Seen()


@pytest.fixture(scope="session")
def axe() -> str:
    """The script of axe-core, as npm publishes it."""
    npm = shutil.which("npm")
    if npm is None:
        pytest.fail("These tests get axe-core from npm: apt-get install npm, or put it on the PATH.")
    folder = Path(REPOSITORY / ".nox" / "axe")
    packed = folder / f"{AXE.replace('@', '-')}.tgz"
    if not packed.is_file():
        folder.mkdir(parents=True, exist_ok=True)
        subprocess.run([npm, "pack", "--silent", AXE], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    data = packed.read_bytes()
    assert f"sha512-{base64.b64encode(hashlib.sha512(data).digest()).decode()}" == AXE_INTEGRITY
    with tarfile.open(fileobj=io.BytesIO(data)) as archive:
        script = archive.extractfile("package/axe.min.js")
        assert script
        return script.read().decode()
