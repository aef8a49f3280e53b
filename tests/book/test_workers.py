"""Processes beside each other: the same result however many there are, and whatever happens to one of them."""

import logging
import multiprocessing
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import pytest

from praktijkboek.print.edition import BOOK, LARGE_PRINT, Edition
from praktijkboek.print.fragments.fragment import Fragment, Recorded, Thing
from praktijkboek.print.fragments.job import Job
from praktijkboek.print.fragments.packing import Facts
from praktijkboek.print.fragments.store import Lost, Store
from praktijkboek.print.fragments.units import Unit
from praktijkboek.print.fragments.workers import lay_out
from praktijkboek.trouble import Trouble

from .processes import children, is_there, wait_until

pytestmark = pytest.mark.slow


def plain(unit: Unit, edition: Edition, files: Mapping[str, Path]) -> Recorded:
    """A fragment with the words of the unit, and the process that made it; each third letter is a warning."""
    things = {1: Thing(f"{unit.html} {edition.name} {sorted(files)}".encode())}
    warnings = [f"Let op {unit.name}.", "Let op het lettertype."] if "!" in unit.html else []
    return Recorded(Fragment(things, [1], anchors=[("maker", os.getpid(), 0.0, 0.0)]), {}, warnings)


def killed_once(unit: Unit, edition: Edition, files: Mapping[str, Path]) -> Recorded:
    """The process is gone the first time that it meets the picture, as when memory runs out."""
    if (mark := files.get("mark")) and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(60)
    return plain(unit, edition, files)


def killed(unit: Unit, edition: Edition, files: Mapping[str, Path]) -> Recorded:
    """The process is gone every time."""
    if files:
        os._exit(9)
    return plain(unit, edition, files)


def short_of_memory(unit: Unit, edition: Edition, files: Mapping[str, Path]) -> Recorded:
    if files:
        raise MemoryError
    return plain(unit, edition, files)


def wrong(unit: Unit, edition: Edition, files: Mapping[str, Path]) -> Recorded:
    if files:
        raise LookupError(unit.name)
    return plain(unit, edition, files)


def full(unit: Unit, edition: Edition, files: Mapping[str, Path]) -> Recorded:
    """A photo that is too large for what a process may write."""
    recorded = plain(unit, edition, files)
    if files:
        import resource  # noqa: PLC0415 - Windows has none

        resource.setrlimit(resource.RLIMIT_FSIZE, (5000, 5000))
        recorded.fragment.things[2] = Thing(b"", bytes(10_000))
    return recorded


def throwing_away(unit: Unit, edition: Edition, files: Mapping[str, Path]) -> Recorded:
    """Somebody empties the cache while a build runs."""
    for folder in files.values():
        shutil.rmtree(folder)
    return plain(unit, edition, files)


def slow(unit: Unit, edition: Edition, files: Mapping[str, Path]) -> Recorded:
    """Says that it began, and takes too long."""
    (files["begun"] / unit.name).touch()
    time.sleep(60)
    return plain(unit, edition, files)


def jobs_for(
    words: Sequence[str], edition: Edition = BOOK, files: Mapping[int, Mapping[str, Path]] | None = None
) -> list[Job]:
    return [
        Job(Unit(f"u{n}", f"<h2>Titel {n}</h2>{word}"), edition, (files or {}).get(n, {}), f"{edition.name}{n}")
        for n, word in enumerate(words)
    ]


WORDS = ["een", "twee!", "drie " * 9, "vier", "vijf!", "zes"]
GOOD = [word.replace("!", "") for word in WORDS]


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "voorraad")


@pytest.fixture
def said() -> Iterator[list[str]]:
    """The warnings that Sphinx hears."""
    logger, heard, lines = logging.getLogger("sphinx"), logging.Handler(logging.WARNING), list[str]()
    vars(heard)["emit"] = lambda record: lines.append(record.getMessage())
    logger.handlers.insert(0, heard)  # before those of Sphinx, which change what they are told
    yield lines
    logger.removeHandler(heard)


def made_by(fragments: Sequence[Facts]) -> list[int]:
    """The processes that made them."""
    return [fragment.anchors[0][1] for fragment in fragments]


@pytest.mark.parametrize("workers", [1, 2, 3, None])
def test_each_is_laid_out_in_its_own_edition(workers: int | None, store: Store) -> None:
    jobs = jobs_for(GOOD) + jobs_for(GOOD, LARGE_PRINT)
    fragments = lay_out(jobs, store, plain, workers)
    assert [store.need(job.key).things[1].head for job in jobs] == [
        f"{job.unit.html} {job.edition.name} []".encode() for job in jobs
    ]
    assert [store.facts(job.key) for job in jobs] == fragments
    assert os.getpid() not in made_by(fragments)
    assert multiprocessing.active_children() == []


def test_what_is_kept_is_not_laid_out_again(store: Store) -> None:
    before = lay_out(jobs_for(GOOD), store, plain)
    assert lay_out(jobs_for(GOOD), store, wrong) == before
    (store.folder / "boek3").write_bytes(b"kapot")
    after = lay_out(jobs_for(GOOD), store, plain)
    assert made_by(after)[3] == os.getpid(), "one or two are laid out in this process"
    assert after[:3] + after[4:] == before[:3] + before[4:]


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_warnings_are_said_once_in_the_order_of_the_book(workers: int, store: Store, said: list[str]) -> None:
    """And again in the next build, as what has them is not kept."""
    for _ in range(2):
        assert lay_out(jobs_for(WORDS) + jobs_for(WORDS, LARGE_PRINT), store, plain, workers) == []
    assert said == ["Let op u1.", "Let op het lettertype.", "Let op u4."] * 2


def test_a_process_that_is_killed_is_no_trouble(store: Store, tmp_path: Path) -> None:
    files = {n: {"mark": tmp_path / f"mark{n}"} for n in (1, 4)}
    fragments = lay_out(jobs_for(GOOD, files=files), store, killed_once, 2)
    assert [fragment.pages for fragment in fragments] == [1] * len(GOOD)
    assert all(store.get(job.key) for job in jobs_for(GOOD))
    assert (tmp_path / "mark1").exists()
    assert (tmp_path / "mark4").exists()


@pytest.mark.parametrize("record", [killed, short_of_memory])
def test_a_unit_that_kills_every_process_is_named(
    record: Callable[[Unit, Edition, Mapping[str, Path]], Recorded], store: Store, tmp_path: Path
) -> None:
    with pytest.raises(Trouble, match="Het opmaken van “Titel 3” werd twee keer afgebroken"):
        lay_out(jobs_for(GOOD, files={3: {"x": tmp_path}}), store, record, 2)
    assert multiprocessing.active_children() == []


@pytest.mark.parametrize("count", [2, 6])
def test_a_mistake_of_ours_comes_out_with_the_name_of_the_unit(count: int, store: Store, tmp_path: Path) -> None:
    with pytest.raises(LookupError, match="u1") as caught:
        lay_out(jobs_for(GOOD[:count], files={1: {"x": tmp_path}}), store, wrong, 2)
    assert caught.value.__notes__ == ["while laying out u1 for the edition boek"]
    assert multiprocessing.active_children() == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows limits no sizes of files")
def test_a_full_disk_is_said(store: Store, tmp_path: Path) -> None:
    with pytest.raises(OSError, match="too large"):
        lay_out(jobs_for(GOOD, files={2: {"x": tmp_path}}), store, full, 2)
    assert not [file for file in store.folder.iterdir() if file.suffix == ".new"]


def test_a_store_that_is_thrown_away_meanwhile_is_one_clear_error(store: Store) -> None:
    """And the next time all is well."""
    files = {5: {"folder": store.folder}}
    with pytest.raises(Lost, match="probeer opnieuw"):
        lay_out(jobs_for(GOOD, files=files), store, throwing_away, 1)
    assert len(lay_out(jobs_for(GOOD), store, plain)) == len(GOOD)


BESIDE = """
from pathlib import Path
from book.test_workers import GOOD, jobs_for, lay_out, plain, Store
if __name__ == "__main__":
    store = Store(Path({folder!r}))
    for round in range(3):
        lay_out(jobs_for(GOOD * 4), store, plain, 2)
        store.sweep()
    print(sum(store.get(job.key) is not None for job in jobs_for(GOOD * 4)))
"""
STOPPED = """
from pathlib import Path
from praktijkboek.cli import main
from praktijkboek.cli.verbs import FOUND
from book.test_workers import GOOD, jobs_for, lay_out, slow, Store
if __name__ == "__main__":
    begun = {{n: {{"begun": Path({begun!r})}} for n in range(len(GOOD))}}
    lay_out(jobs_for(GOOD, files=begun), Store(Path({folder!r})), slow, 2)
"""


def started(tmp_path: Path, code: str, **words: str) -> subprocess.Popen[str]:
    """A program of its own, that can import this module."""
    program = tmp_path / "program.py"
    program.write_text(code.format(**words), encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    return subprocess.Popen(
        [sys.executable, str(program)],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def test_two_builds_at_once(store: Store, tmp_path: Path) -> None:
    builds = [started(tmp_path, BESIDE, folder=str(store.folder)) for _ in range(2)]
    assert [build.communicate() for build in builds] == [(f"{len(GOOD) * 4}\n", "")] * 2


@pytest.mark.skipif(sys.platform == "win32", reason="asks ps")
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
def test_who_stops_the_command_stops_all_of_it(how: signal.Signals, store: Store, tmp_path: Path) -> None:
    """A terminal sends Ctrl+C to every process; a kill only reaches the first."""
    begun = tmp_path / "begun"
    begun.mkdir()
    main = started(tmp_path, STOPPED, folder=str(store.folder), begun=str(begun))
    wait_until(lambda: len(list(begun.iterdir())) == 2)
    below = children(main.pid)
    assert len(below) >= 2
    if how is signal.SIGINT:
        os.killpg(main.pid, how)
    else:
        os.kill(main.pid, how)
    _, errors = main.communicate(timeout=120)
    wait_until(lambda: not any(map(is_there, below)))
    if how is signal.SIGINT:
        assert errors.count("Traceback") == 1, errors
        assert errors.endswith("KeyboardInterrupt\n")
