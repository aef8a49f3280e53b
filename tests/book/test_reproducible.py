"""One commit, one PDF: the same bytes wherever and whenever it is made, and whatever an earlier build kept."""

import os
import shutil
from pathlib import Path

import pytest
from conftest import REPOSITORY

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


def test_pages_are_read_again_when_the_program_changed(small_book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = small_book / "src"
    shutil.copytree(REPOSITORY / "src", copy, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(copy), os.environ.get("PYTHONPATH", "")]))
    sheet = copy / "praktijkboek" / "site" / "factsheet.py"
    page = small_book / "_build" / "html" / "cases" / "eerste" / "index.html"
    for words in ("In het kort", "Kort gezegd"):
        sheet.write_text(sheet.read_text(encoding="utf-8").replace("In het kort", words), encoding="utf-8")
        done = praktijkboek("site", at=small_book)
        assert done.returncode == 0, done.stdout + done.stderr
        assert words in page.read_text(encoding="utf-8")
