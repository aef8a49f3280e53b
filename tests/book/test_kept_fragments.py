"""A real book from kept fragments: the same bytes, whatever happened to the processes and to what was kept."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from praktijkboek.cache import place

from .conftest import praktijkboek
from .processes import children, wait_until

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform == "win32", reason="asks ps, and kills")]


@pytest.fixture
def book(small_book: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A book that is of the same day in every build."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")
    return small_book


def kept(book: Path) -> Path:
    folder = place(book)
    assert folder
    return folder


def names(book: Path) -> set[str]:
    """The fragments that are kept, and what they share."""
    return {file.name for file in kept(book).glob("*") if not file.suffix}


def made(book: Path) -> bytes:
    """The PDF, after a build in which nothing went wrong."""
    done = praktijkboek("pdf", at=book)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    return (book / "_build" / "praktijkboek.pdf").read_bytes()


def disturbed(book: Path, disturb: Callable[[int], None]) -> bytes:
    """The PDF of a build from nothing, in which something happens to its process while it lays out."""
    shutil.rmtree(kept(book))
    command = [sys.executable, "-m", "praktijkboek", "pdf"]
    with subprocess.Popen(command, cwd=book, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as build:
        wait_until(lambda: len(names(book)) > 2)
        disturb(build.pid)
        said, errors = build.communicate()
    assert (build.returncode, errors) == (0, ""), said
    return (book / "_build" / "praktijkboek.pdf").read_bytes()


@contextmanager
def one_core() -> Iterator[None]:
    """Let commands have one core, where the system knows of that: then one process lays out."""
    if not hasattr(os, "sched_setaffinity"):
        yield
        return
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(before)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


def kill_a_worker(pid: int) -> None:
    """As the system does when memory runs out."""
    os.kill(max(children(pid)), signal.SIGKILL)


def test_every_way_leads_to_the_same_file(book: Path) -> None:
    """One test, as each build takes seconds."""
    cold = made(book)
    all_kept = names(book)
    assert len(all_kept) > 10
    assert made(book) == cold

    for file in kept(book).iterdir():  # fragments, fonts, pictures, the lists of what was used
        file.write_bytes(file.read_bytes()[:-1] + b"\x00")
    assert made(book) == cold
    assert names(book) == all_kept

    for name in sorted(all_kept)[::2]:
        (kept(book) / name).unlink()
    with one_core():
        assert made(book) == cold

    assert disturbed(book, kill_a_worker) == cold
    assert disturbed(book, lambda _: shutil.rmtree(kept(book))) == cold
    assert names(book) == all_kept


def test_a_change_lays_out_what_it_is_in(book: Path) -> None:
    made(book)
    before = names(book)
    case = book / "cases" / "tweede" / "index.md"
    case.write_text(
        case.read_text(encoding="utf-8").replace("## Lessen", "Nog een zin.\n\n## Lessen"), encoding="utf-8"
    )
    made(book)
    new = names(book) - before
    assert len(new) == 1, "what others tell of a case is not its text"


def test_a_disk_without_room_leaves_the_last_pdf(book: Path) -> None:
    """A limit on the size of files is the nearest to a full disk that a test can make."""
    before = made(book)
    shutil.rmtree(kept(book))
    limit = "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000)); "
    command = [sys.executable, "-c", limit + "from praktijkboek.cli import main; sys.exit(main(['pdf']))"]
    done = subprocess.run(command, cwd=book, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert line.startswith("De computer meldt een probleem met een bestand")
    assert (book / "_build" / "praktijkboek.pdf").read_bytes() == before
    assert not list(kept(book).glob("*.new"))
