"""Write a book of generated cases, to measure how the pipeline grows: ``python benchmarks/generate.py FOLDER``.

The chapters are the repository's own. The same seed gives the same cases; ``praktijkboek check`` finds nothing in them.
"""

from __future__ import annotations

import argparse
import random
import re
import shutil
import sys
from collections.abc import Callable, Mapping
from itertools import cycle
from pathlib import Path
from typing import Any

import yaml
from body import LINK_SECTIONS, body
from header import PHOTOS, Place, header, title
from photos import write_photo

ROOT = Path(__file__).resolve().parents[1]
CASES = 100
FEWEST = len(LINK_SECTIONS) + 1
"""So that each case can link to different others."""


def main() -> int:
    """Read the command line, write the book."""
    return write_asked(write_book, FEWEST, f"because each case links to {len(LINK_SECTIONS)} others")


def write_asked(write: Callable[[Path, int, int], None], fewest: int, why: str) -> int:
    """Write the book that the command line asks for.

    :param write: is given the folder, the number of cases and the seed
    """
    parser = argparse.ArgumentParser(description="Write a book of generated cases.")
    parser.add_argument("folder", type=Path, help="a folder that is empty or not there yet")
    parser.add_argument("--cases", type=int, default=CASES, help=f"how many, at least {fewest} (default: {CASES})")
    parser.add_argument("--seed", type=int, default=1, help="another seed gives other cases (default: 1)")
    options = parser.parse_args()
    if options.cases < fewest:
        parser.error(f"--cases: at least {fewest}, {why}")
    if options.folder.exists() and any(options.folder.iterdir()):
        parser.error(f"{options.folder} is not empty")
    write(options.folder, options.cases, options.seed)
    print(f"{options.cases} cases in {options.folder}")
    return 0


def write_book(folder: Path, cases: int, seed: int) -> None:
    """Write chapters and ``cases`` cases to ``folder``."""
    places = [Place(number, random.Random(f"{seed}/{number}")) for number in range(1, cases + 1)]
    titles = {place.slug: title(place) for place in places}
    copy_chapters(folder / "book", titles)
    for place in places:
        _write_case(folder / "cases" / place.slug, place, titles)


def copy_chapters(target: Path, titles: Mapping[str, str]) -> None:
    """Copy the repository's chapters; their links to real cases lead to generated ones."""
    shutil.copytree(ROOT / "book", target, ignore=shutil.ignore_patterns("_build", "__pycache__"))
    for chapter in sorted(target.rglob("*.md")):
        before, *links = re.split(r"(?<=cases/)[a-z0-9][a-z0-9-]*(?=/index\.md)", chapter.read_text(encoding="utf-8"))
        text = before + "".join(slug + rest for slug, rest in zip(cycle(titles), links, strict=False))
        chapter.write_text(text, encoding="utf-8", newline="\n")


def _write_case(folder: Path, place: Place, titles: Mapping[str, str]) -> None:
    others = place.rng.sample([slug for slug in titles if slug != place.slug], len(LINK_SECTIONS))
    facts = header(place, titles[place.slug], others)
    write_text(folder, facts, body(place, facts, {slug: titles[slug] for slug in others}))
    for file in PHOTOS:
        write_photo(folder / file, place.rng)


def write_text(folder: Path, facts: Mapping[str, Any], text: str) -> None:
    """Write the ``index.md`` of a case, in a new folder."""
    folder.mkdir(parents=True)
    fields = yaml.safe_dump(facts, allow_unicode=True, sort_keys=False, width=10_000)
    (folder / "index.md").write_text(f"---\n{fields}---\n\n{text}", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    sys.exit(main())
