"""Which pages are written again: those that were read anew, and those round which the theme puts something else.

The folder of the last build is kept, and comes to hold what a build from nothing would make
(tests/book/test_incremental.py). ``FRAMES`` remembers what stood round each page; it is there if the build ended well.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable, Collection, Mapping
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from praktijkboek.cache import program
from praktijkboek.site.cases import practices

FRAMES = ".praktijkboek.json"
PROGRAM = "programma"
"""The key of the program that wrote the pages, beside the names of these."""
KEPT = {"_static", "_sources", "_images"}
"""Folders of which Sphinx doesn't write all in each build."""

Frame = Callable[[str], object]
"""What stands round a page, given its name: anything whose ``repr`` changes when it does."""


def start(out: Path) -> None:
    """Empty the folder of the last build unless that ended well, with this program."""
    if _read(out).get(PROGRAM) != program():
        shutil.rmtree(out, ignore_errors=True)


def _read(out: Path) -> Mapping[str, str]:
    try:
        known = json.loads((out / FRAMES).read_bytes())
    except (OSError, ValueError):
        return {}
    return known if isinstance(known, dict) else {}


def rewritten(app: Sphinx, env: BuildEnvironment, frame: Frame) -> list[str]:
    """The pages that have to be written, beside those that Sphinx knows of; from now on the folder is half made.

    The environment may be newer than the pages: the PDF is made from the same.
    """
    out = Path(app.outdir)
    known = _read(out)
    (out / FRAMES).unlink(missing_ok=True)
    frames = {page: digest(frame(page)) for page in sorted(env.found_docs)}
    practices(env).frames = frames
    return [page for page, now in frames.items() if known.get(page) != now or _is_older(app, page)]


def digest(shown: object) -> str:
    """A hash of anything whose ``repr`` changes when it does."""
    return hashlib.sha256(repr(shown).encode()).hexdigest()


def _is_older(app: Sphinx, page: str) -> bool:
    """Whether a page was written before it was last read."""
    try:
        written = Path(app.builder.get_outfilename(page)).stat().st_mtime_ns  # type: ignore[attr-defined]
        return written < Path(app.doctreedir, f"{page}.doctree").stat().st_mtime_ns
    except FileNotFoundError:
        return True


def _is_newer(path: Path, moment: int) -> bool:
    return path.stat().st_mtime_ns >= moment


def finish(app: Sphinx, started: int, copies: Collection[Path]) -> None:
    """Take away what this build would not have made, and note that all is well.

    :param started: when the build started, in nanoseconds since 1970: what is no page of a document is written in each
    :param copies: what is older, but was put there by this build
    """
    out, env = Path(app.outdir), app.env
    pages = {*copies, *(Path(app.builder.get_outfilename(page)) for page in env.found_docs)}  # type: ignore[attr-defined]
    pictures = {name for _, name in env.images.values()}
    for path in sorted(out.rglob("*"), reverse=True):
        inside = path.relative_to(out).parts
        if path.is_dir():
            if not any(path.iterdir()):
                path.rmdir()
        elif inside[0] == "_images":
            if path.name not in pictures:
                path.unlink()
        elif not (inside[0] in KEPT or path.name.startswith(".") or path in pages or _is_newer(path, started)):
            path.unlink()
    content = json.dumps({PROGRAM: program(), **practices(env).frames})
    (out / FRAMES).write_text(content, encoding="utf-8")
