"""The site in a real browser: the search finds, counts and speaks Dutch, and nothing goes wrong in the console."""

import functools
import http.server
import shutil
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from .conftest import Built

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium: apt-get install chromium"),
]
QUIET = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"]
ALONE = ["--disable-background-networking", "--disable-component-update", "--disable-sync"]


class Silent(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass


@pytest.fixture(scope="module")
def address(built: Built) -> Iterator[str]:
    """The finished site, served on this computer only."""
    handler = functools.partial(Silent, directory=str(built.site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()


def seen(url: str, profile: Path) -> tuple[str, str]:
    """The page as it stands after its scripts, and what the browser's console says."""
    assert CHROMIUM is not None
    command = [
        CHROMIUM,
        *QUIET,
        *ALONE,
        f"--user-data-dir={profile}",
        "--enable-logging=stderr",
        "--virtual-time-budget=6000",
        "--dump-dom",
        url,
    ]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True, timeout=60)
    console = [line for line in done.stderr.splitlines() if "CONSOLE" in line and "[PST]" not in line]
    return done.stdout, "\n".join(console)


@pytest.mark.parametrize(("query", "found"), [("deelauto", "mobipunt-glabbeek"), ("winkel", "dorpspunt-stavele")])
def test_a_search_finds_and_counts(query: str, found: str, address: str, tmp_path: Path) -> None:
    page, console = seen(f"{address}search.html?q={query}", tmp_path)
    assert "pagina’s gevonden voor" in page
    assert f"cases/{found}/index.html" in page
    assert console == ""


def test_a_search_without_result_says_what_to_try(address: str, tmp_path: Path) -> None:
    page, console = seen(f"{address}search.html?q=xyzzy", tmp_path)
    assert "Niets gevonden voor ‘xyzzy’. Probeer een ander of een korter woord" in page
    assert console == ""


@pytest.mark.parametrize("path", ["", "cases/mobipunt-glabbeek/", "book/praktijken/functies.html"])
def test_no_script_fails(path: str, address: str, tmp_path: Path) -> None:
    _, console = seen(address + path, tmp_path)
    assert console == ""
