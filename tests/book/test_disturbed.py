"""What may happen while a real book is laid out: the file is the same. What may happen before: ``test_kept``."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from praktijkboek.cache import place

from .conftest import praktijkboek
from .processes import children, wait_until

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform == "win32", reason="asks ps, and kills")]


def kept(book: Path) -> Path:
    folder = place(book)
    assert folder
    return folder


def published(book: Path) -> bytes:
    return (book / "_build" / "praktijkboek.pdf").read_bytes()


def disturbed(book: Path, disturb: Callable[[int], None]) -> bytes:
    """The PDF of a build from nothing, in which something happens to its process while it lays out."""
    shutil.rmtree(kept(book))
    command = [sys.executable, "-m", "praktijkboek", "pdf"]
    with subprocess.Popen(command, cwd=book, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as build:
        wait_until(lambda: len(list(kept(book).glob("*"))) > 5)
        disturb(build.pid)
        said, errors = build.communicate()
    assert (build.returncode, errors) == (0, ""), said
    return published(book)


def kill_a_worker(pid: int) -> None:
    """As the system does when memory runs out."""
    os.kill(max(children(pid)), signal.SIGKILL)


def test_the_file_is_the_same(small_book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One test, as each build takes seconds."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    done = praktijkboek("pdf", at=small_book)
    assert done.returncode == 0, done.stdout + done.stderr
    whole = published(small_book)
    assert disturbed(small_book, kill_a_worker) == whole
    assert disturbed(small_book, lambda _: shutil.rmtree(kept(small_book))) == whole
