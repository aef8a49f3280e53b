"""What a reader's first visit weighs: ``python benchmarks/weight.py``, and with ``--lighthouse`` what Lighthouse says.

The real book's pages in Chromium (which has to be there, with the dependency group ``browser``), packed with gzip,
with nothing in the cache. Beside them, in the same run, those of plain Sphinx with the same theme (``peer.py``).
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

from peer import site_commands, write_peer
from playwright.sync_api import Browser, sync_playwright
from served import served

REPOSITORY = Path(__file__).parents[1]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"]
PAGES = {
    "home": ("index.html", "book/index.html"),
    "finder": ("vind.html", ""),
    "a case": ("cases/onder-t-perron/index.html",) * 2,
    "an overview": ("book/praktijken/functies.html",) * 2,
}
"""Of each kind of page its address in our site and in the peer's; it has none of some."""
KINDS = ("document", "stylesheet", "script", "font", "image")
"""As browsers call them; pictures are told apart, as the wanted limit leaves them out."""
LIGHTHOUSE = "lighthouse@13.5.0"
ASKED = ("performance", "accessibility", "best-practices", "seo")
SCORED = ("home", "finder", "a case")


def main() -> int:
    """Build both sites, and print a table."""
    parser = argparse.ArgumentParser(description="Weigh the pages of the real book, beside those of plain Sphinx.")
    parser.add_argument("--lighthouse", action="store_true", help="get Lighthouse from npm and print its scores too")
    options = parser.parse_args()
    if CHROMIUM is None:
        sys.exit("This needs Chromium on the PATH.")
    with tempfile.TemporaryDirectory(prefix="praktijkboek-weight-") as name:
        ours, plain = _build(Path(name))
        with sync_playwright() as playwright, served(ours) as one, served(plain) as other:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
            _weigh_all(browser, one, other)
            browser.close()
        if options.lighthouse:
            with served(ours) as site:
                _ask_lighthouse(site, Path(name))
    return 0


def _build(root: Path) -> tuple[Path, Path]:
    """The folders of both sites; no cache of an earlier run counts."""
    for part in ("book", "cases"):
        shutil.copytree(REPOSITORY / part, root / "ours" / part)
    shutil.copy(REPOSITORY / "pyproject.toml", root / "ours")
    write_peer(REPOSITORY, root / "plain")
    commands = [[sys.executable, "-m", "praktijkboek", "site", "--fresh", "."]]
    for folder, each in ((root / "ours", commands), (root / "plain", site_commands(root / "plain"))):
        for command in each:
            subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return root / "ours" / "_build" / "html", root / "plain" / "_build" / "html"


def _weigh_all(browser: Browser, ours: str, plain: str) -> None:
    print("| page | whose | kB | page | style | script | fonts | pictures | without pictures |")
    print("|---|---|---|---|---|---|---|---|---|")
    for kind, addresses in PAGES.items():
        whole = {}
        for whose, site, address in zip(("ours", "plain Sphinx"), (ours, plain), addresses, strict=True):
            if address:
                found = _weigh(browser, site + address)
                whole[whose] = found.total() - found["image"]
                parts = " | ".join(f"{found[part] / 1000:.1f}" for part in KINDS)
                print(f"| {kind} | {whose} | {found.total() / 1000:.1f} | {parts} | {whole[whose] / 1000:.1f} |")
        if len(whole) > 1:
            print(f"| {kind} | ratio | | | | | | | {whole['ours'] / whole['plain Sphinx']:.2f} |", flush=True)


def _weigh(browser: Browser, address: str) -> Counter[str]:
    """The bytes over the wire of each kind, on a phone, in a fresh profile."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, device_scale_factor=2)
    page = context.new_page()
    session, kinds, found = context.new_cdp_session(page), {}, Counter[str]()
    session.send("Network.enable")
    session.on("Network.responseReceived", lambda it: kinds.update({it["requestId"]: it["type"].lower()}))
    session.on("Network.loadingFinished", lambda it: found.update({kinds[it["requestId"]]: it["encodedDataLength"]}))
    page.goto(address)
    page.wait_for_load_state("networkidle")
    context.close()
    return Counter({kind: int(size) for kind, size in found.items()})


def _ask_lighthouse(site: str, folder: Path) -> None:
    npm = shutil.which("npm")
    if npm is None:
        sys.exit("Lighthouse comes from npm, which isn't on the PATH.")
    install = [npm, "install", "--silent", "--no-fund", "--no-audit", "--ignore-scripts", "--prefix", str(folder)]
    subprocess.run([*install, LIGHTHOUSE], check=True)
    program = folder / "node_modules" / ".bin" / "lighthouse"
    print(f"\n| page | {' | '.join(ASKED)} |\n|---|---|---|---|---|")
    for kind in SCORED:
        report = folder / "report.json"
        command = [str(program), site + PAGES[kind][0], "--quiet", "--output=json", f"--output-path={report}"]
        flags = " ".join(["--headless=new", *FLAGS])
        environment = {**os.environ, "CHROME_PATH": str(CHROMIUM)}
        subprocess.run([*command, f"--chrome-flags={flags}"], check=True, env=environment, capture_output=True)
        told = json.loads(report.read_text(encoding="utf-8"))
        scores = " | ".join(f"{told['categories'][one]['score'] * 100:.0f}" for one in ASKED)
        print(f"| {kind} | {scores} |", flush=True)
        for audit in told["audits"].values():
            if audit.get("scoreDisplayMode") == "binary" and audit["score"] == 0:
                print(f"  {audit['id']}: {audit['title']}", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
