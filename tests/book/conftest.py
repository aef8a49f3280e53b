"""The real book, built once, in a folder whose name has a space and an accent."""

import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from conftest import REPOSITORY

from praktijkboek.print.edition import EDITIONS

AWKWARD_CASES = "12"


@dataclass(frozen=True)
class Built:
    """Where the finished book stands, and what the command printed."""

    root: Path
    said: str

    @property
    def site(self) -> Path:
        return self.root / "_build" / "html"

    @property
    def pdf(self) -> Path:
        return self.root / "_build" / "praktijkboek.pdf"

    @property
    def pages(self) -> list[Path]:
        return sorted(self.site.rglob("*.html"))


# Every warning of Python's is an error, but for two deprecations inside myst-parser 5.2 and sphinx-book-theme 1.4 with
# Sphinx 9.0: they concern Sphinx 11, which the bounds in pyproject.toml keep out.
WARNINGS = [
    "error",
    "ignore:'myst_parser.sphinx_ext.myst_refs.MystReferenceResolver.app' is deprecated",
    "ignore:'sphinx_book_theme._transforms.HandleFootnoteTransform.app' is deprecated",
]


def praktijkboek(*arguments: str, at: Path) -> subprocess.CompletedProcess[str]:
    """Run the command as a person does."""
    strict = [word for warning in WARNINGS for word in ("-W", warning)]
    command = [sys.executable, *strict, "-m", "praktijkboek", *arguments]
    return subprocess.run(command, cwd=at, capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    root = tmp_path_factory.mktemp("boek") / "Praktijkboek élan"
    for folder in ("book", "cases"):
        shutil.copytree(REPOSITORY / folder, root / folder)
    done = praktijkboek("build", "--fresh", at=root)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stderr == "", "a green build says nothing on stderr"
    return Built(root, done.stdout)


@pytest.fixture(scope="session")
def made(built: Built) -> dict[str, Path]:
    """The PDF of each edition; the print shop's is asked for, as a maintainer does."""
    done = praktijkboek("pdf", "--druk", at=built.root)
    assert (done.returncode, done.stderr) == (0, "")
    return {edition.name: built.root / "_build" / edition.file for edition in EDITIONS.values()}


@pytest.fixture(scope="session")
def awkward(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The book of awkward cases; that it passes the check and is made without a warning, is a test too."""
    root = tmp_path_factory.mktemp("lastig") / "boek"
    generator = REPOSITORY / "benchmarks" / "awkward.py"
    subprocess.run([sys.executable, generator, root, "--cases", AWKWARD_CASES], check=True)
    done = praktijkboek("pdf", at=root)
    assert done.returncode == 0, done.stdout + done.stderr
    return root / "_build" / EDITIONS["boek"].file
