"""What the tests share: a case that is right, and a way to change it."""

import functools
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from praktijkboek.authoring.example import changed, sample, write_case
from praktijkboek.cache import program
from praktijkboek.check import check_paths
from praktijkboek.rule import Example
from praktijkboek.survey import Result

HERE = Path(__file__).parent
REPOSITORY = HERE.parent
SAMPLE = sample()

BAD = sorted(path for path in (HERE / "bad").iterdir() if path.is_dir())
"""Cases with mistakes."""


@pytest.fixture(autouse=True)
def not_started_by_nox(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the command proposes to type doesn't depend on how the tests were started."""
    monkeypatch.delenv("PRAKTIJKBOEK_NOX", raising=False)


MakeCase = Callable[..., Path]


@functools.cache
def checked(folder: Path) -> Result:
    """What is found in a folder that no test changes: each is checked once for all tests."""
    return check_paths([folder])


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """What the command keeps, stands in a folder of the tests' own, on every system; also what it starts, sees that."""
    folder = tmp_path_factory.mktemp("cache")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
            patch.setenv(name, str(folder))
        yield folder


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Install another library, as far as can be seen, and begin as a new process does."""

    def add(name: str) -> None:
        (tmp_path / "lib" / f"{name}.dist-info").mkdir(parents=True)
        monkeypatch.syspath_prepend(tmp_path / "lib")
        program.cache_clear()

    yield add
    program.cache_clear()


@pytest.fixture
def make_case(tmp_path: Path) -> MakeCase:
    """Write a case with the photos of ``sample_files`` that it names; ``cases/voorbeeld`` unless named otherwise."""

    def make(example: Example | None = None, slug: str = "voorbeeld", text: str | None = None) -> Path:
        example = example or Example()
        folder = tmp_path / "cases" / (example.folder or slug)
        write_case(folder, changed(SAMPLE, example) if text is None else text)
        return folder

    return make


def write_small_book(root: Path) -> Path:
    """A book with three cases and a chapter of each kind, to build and to break."""
    shutil.copytree(HERE / "small", root / "book")
    shutil.copy(REPOSITORY / "book" / "conf.py", root / "book")
    for number, slug in enumerate(("eerste", "tweede", "derde"), start=1):
        folder = root / "cases" / slug
        folder.mkdir(parents=True)
        text = SAMPLE.replace("De Melkerij: winkel", f"De Melkerij {number}: winkel")
        (folder / "index.md").write_text(text, encoding="utf-8")
    return root


@pytest.fixture
def small_book(tmp_path: Path) -> Path:
    return write_small_book(tmp_path / "klein boek")
