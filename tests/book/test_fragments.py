"""The book joined from fragments is the book that is laid out in one pass: for the eye, the ear and the machine."""

import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pytest

from praktijkboek.print.edition import EDITIONS

from .conftest import Built
from .likeness import Likeness, differences, looks_like
from .structure import problems

pytestmark = pytest.mark.slow

WHOLE = """
import sys
from pathlib import Path
from praktijkboek.book import Book
from praktijkboek.make import make
from praktijkboek.print.edition import EDITIONS
print(make(Book(Path.cwd()), [EDITIONS[name] for name in sys.argv[1:]], site=False, whole=True))
"""
AWKWARD = "lastig"
FACETS = ("boxes", "labels", "itself", "fonts", "bookmarks", "named", "notes", "tree", "texts", "links")


@dataclass(frozen=True)
class Pair:
    """One book, made in both ways."""

    whole: Likeness
    joined: Likeness


def lay_out_whole(root: Path, folder: Path, editions: Sequence[str]) -> Path:
    """Make PDFs of the book in ``root`` in one pass each, elsewhere; the folder with them."""
    for part in ("book", "cases"):
        shutil.copytree(root / part, folder / part)
    command = [sys.executable, "-c", WHOLE, *editions]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "_build"


@pytest.fixture(scope="session")
def whole(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lay_out_whole(built.root, tmp_path_factory.mktemp("in één keer"), [*EDITIONS])


@pytest.fixture(scope="session", params=[*EDITIONS, AWKWARD])
def files(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A PDF in one pass, and the same joined."""
    if request.param != AWKWARD:
        joined = request.getfixturevalue("made")[request.param]
        return request.getfixturevalue("whole") / joined.name, joined
    joined = request.getfixturevalue("awkward")
    return lay_out_whole(joined.parents[1], tmp_path_factory.mktemp(AWKWARD), ["boek"]) / joined.name, joined


@pytest.fixture(scope="session")
def pair(files: tuple[Path, Path]) -> Pair:
    return Pair(*map(Likeness, files))


@pytest.mark.parametrize("facet", FACETS)
def test_both_have_the_same(facet: str, pair: Pair) -> None:
    whole, joined = getattr(pair.whole, facet), getattr(pair.joined, facet)
    assert len(whole) > 0
    assert differences(whole, joined) == []


def test_both_look_the_same(pair: Pair) -> None:
    pages = zip(pair.whole.pictures(), pair.joined.pictures(), strict=True)
    assert [number for number, page in enumerate(pages, start=1) if not looks_like(*page)] == []


def test_the_joined_one_is_sound(files: tuple[Path, Path]) -> None:
    _, joined = files
    assert problems(joined) == []
    with pikepdf.open(joined) as pdf:
        assert pdf.check_pdf_syntax() == []
