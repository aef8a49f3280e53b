"""One commit, one PDF: the same bytes wherever and whenever it is made."""

import shutil
from pathlib import Path

import pytest

from .conftest import praktijkboek

pytestmark = pytest.mark.slow


def test_two_builds_are_equal(small_book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = tmp_path / "elders" / "een andere map"
    shutil.copytree(small_book, other)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    made = []
    for folder, seed in ((small_book, "1"), (other, "2")):
        monkeypatch.setenv("PYTHONHASHSEED", seed)
        done = praktijkboek("pdf", at=folder)
        assert done.returncode == 0, done.stdout + done.stderr
        made.append((folder / "_build" / "praktijkboek.pdf").read_bytes())
    assert b"2023-11-14" in made[0], "the day of the commit"
    assert made[0] == made[1]
