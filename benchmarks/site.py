"""What the site of many cases costs, whole and after one edit: ``python benchmarks/site.py``.

Beside it, in the same run, plain Sphinx with the same theme, and Zensical, the fastest generator that we know. Both do
less (``README.md``): no check, no fact sheets, no lists, no search of our own.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from generate import write_book
from measure import Cost, measure
from peer import write_peer

ZENSICAL = "zensical"
FEW = 50
"""The cost per case is compared with that in a book of so many."""
OURS = [sys.executable, "-m", "praktijkboek", "site"]
PLAIN = [sys.executable, "-m", "sphinx", "-q", "-b", "html", "-c", "book", ".", "_build/html"]
CONFIG = '[project]\nsite_name = "Praktijkboek"\ndocs_dir = "docs"\nsite_dir = "site"\n'


def main() -> int:
    """Read the command line, measure, print a table."""
    parser = argparse.ArgumentParser(description="Measure the site of many generated cases, whole and after an edit.")
    parser.add_argument("--cases", type=int, default=500, help="how many (default: 500)")
    parser.add_argument("--skip-peers", action="store_true", help="only measure ours")
    options = parser.parse_args()
    print("| what | cases | whole, CPU s | MB | one edit, CPU s |\n|---|---|---|---|---|", flush=True)
    with tempfile.TemporaryDirectory(prefix="praktijkboek-site-") as name:
        root = Path(name)
        own = {"XDG_CACHE_HOME": str(root / "kept")}
        for cases in (FEW, options.cases):
            write_book(root / str(cases), cases, 1)
        few, many = (_both("praktijkboek", root / str(cases), OURS, cases, own) for cases in (FEW, options.cases))
        if not options.skip_peers:
            _peers(root, root / str(options.cases), options.cases)
    per_case = (many.cpu / options.cases) / (few.cpu / FEW)
    print(f"\nOurs: of {options.cases} cases, each costs {per_case:.2f} times what it costs of {FEW}.")
    return 0 if few.ok and many.ok else 1


def _peers(root: Path, book: Path, cases: int) -> None:
    plain, other = root / "plain", root / "zensical"
    write_peer(book, plain)
    _both("plain Sphinx", plain, PLAIN, cases, {})
    other.mkdir()
    shutil.copytree(plain, other / "docs", ignore=shutil.ignore_patterns("_build", "conf.py"))
    (other / "zensical.toml").write_text(CONFIG, encoding="utf-8")
    subprocess.run([sys.executable, "-m", "venv", str(root / "venv")], check=True)
    python = root / "venv" / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    subprocess.run([str(python), "-m", "pip", "install", "--quiet", ZENSICAL], check=True)
    _both("Zensical", other, [str(python), "-m", "zensical", "build"], cases, {}, docs="docs/")


def _both(name: str, folder: Path, command: list[str], cases: int, variables: dict[str, str], docs: str = "") -> Cost:
    """Measure the whole and then an edit, each in a process of its own."""
    whole = measure(command, folder, variables)
    text = sorted(folder.glob(f"{docs}cases/[!_]*/index.md"))[cases // 2]
    text.write_text(f"{text.read_text(encoding='utf-8')}\nNog een zin.\n", encoding="utf-8")
    edit = measure(command, folder, variables)
    wrong = "" if whole.ok and edit.ok else " (failed)"
    print(f"| {name}{wrong} | {cases} | {whole.cpu:.1f} | {whole.peak:.0f} | {edit.cpu:.1f} |", flush=True)
    return whole


if __name__ == "__main__":
    sys.exit(main())
