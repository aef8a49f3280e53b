"""Lays out what the store doesn't have, in processes beside each other."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import tempfile
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from sphinx.util import logging

from praktijkboek.print.edition import Edition
from praktijkboek.print.fragments.fragment import Recorded
from praktijkboek.print.fragments.job import Job
from praktijkboek.print.fragments.packing import Facts
from praktijkboek.print.fragments.progress import Progress, title
from praktijkboek.print.fragments.store import Lost, Store
from praktijkboek.print.fragments.units import Unit
from praktijkboek.print.pdf import without_collector
from praktijkboek.trouble import Trouble

LOGGER = logging.getLogger(__name__)
FEW = 2
"""So many units are laid out faster in this process than others start: importing WeasyPrint takes half a second."""
MOST = 61
"""Windows waits for no more processes than this."""

Record = Callable[[Unit, Edition, Mapping[str, Path]], Recorded]
"""Lays out and paints one unit; a function of a module, as other processes look it up by its name."""


@dataclass(frozen=True, slots=True)
class Done:
    """What a worker says of a job; the fragment it put in the store itself, unless there were warnings."""

    pages: int
    warnings: list[str]


@dataclass(frozen=True, slots=True)
class Work:
    """What a process does with a job. It is sent to the processes along with the job."""

    record: Record
    store: Store

    def __call__(self, job: Job) -> Done:
        """Lay out a job and keep its fragment."""
        recorded = self.record(job.unit, job.edition, job.files)
        if not recorded.warnings:
            self.store.put(job.key, recorded)
        gc.collect(0)  # what this job left behind, without going through what all jobs share
        return Done(len(recorded.fragment.pages), recorded.warnings)


def lay_out(
    jobs: Sequence[Job], store: Store, record: Record, workers: int | None = None, *, fresh: bool = False
) -> list[Facts]:
    """See to it that the store has the fragments of all jobs; those of several editions may stand among each other.

    :param jobs: in the order of the book, in which their warnings are said
    :param workers: how many processes at most; as many as there are cores unless said
    :param fresh: lay out also what the store has
    :returns: what is to be known of the fragment of each job; none at all if there was a warning, as a book with
        warnings is not made
    :raises Trouble: if one unit stops a process twice
    :raises Lost: if somebody threw the store away meanwhile
    """
    known = {} if fresh else _known(jobs, store)
    _note(jobs, known, store)
    missing = {job.key: job for job in jobs if job.key not in known}
    progress = Progress(len(jobs), [*missing.values()])
    warnings: dict[str, list[str]] = {}
    for job, done in _laid_out([*missing.values()], Work(record, store), workers or _cores()):
        progress.step(job, done.pages)
        warnings[job.key] = done.warnings
    if _said(line for job in jobs for line in warnings.get(job.key, ())):
        return []
    known |= _known(missing.values(), store)
    if any(key not in known for key in missing):
        raise Lost
    _note(jobs, known, store)
    return [known[job.key] for job in jobs]


def _known(jobs: Iterable[Job], store: Store) -> dict[str, Facts]:
    """What the store has of these jobs, by their keys."""
    return {job.key: facts for job in jobs if (facts := store.facts(job.key))}


def _note(jobs: Sequence[Job], known: Mapping[str, Facts], store: Store) -> None:
    """Let the store keep what this build uses: its keys from the beginning, so that no other build sweeps them away."""
    for edition in {job.edition.name for job in jobs}:
        keys = [job.key for job in jobs if job.edition.name == edition]
        store.use(edition, [*keys, *(sha for key in keys if key in known for sha in known[key].shared)])


def _said(lines: Iterable[str]) -> bool:
    """Say each line once; whether there was any."""
    once = dict.fromkeys(lines)
    for line in once:
        LOGGER.warning("%s", line, type="weasyprint")
    return bool(once)


def _laid_out(jobs: list[Job], work: Work, workers: int) -> Iterator[tuple[Job, Done]]:
    """Each job and what came of it, as they get done.

    One process does the longest jobs first, the others the shortest: so no two long ones take memory at the same time
    (400 MB for a list of 500 cases), and the end, where they meet, is what is neither.
    """
    if len(jobs) <= FEW:
        yield from _here(jobs, work)
        return
    waiting = deque(sorted(jobs, key=lambda job: len(job.unit.html), reverse=True))
    while waiting:
        busy: dict[Future[Done], Job] = {}
        try:
            yield from _beside_each_other(waiting, busy, work, min(workers, len(waiting), MOST))
        except (BrokenProcessPool, MemoryError):  # one of these stopped it
            for job in busy.values():
                yield job, _alone(job, work)


def _here(jobs: list[Job], work: Work) -> Iterator[tuple[Job, Done]]:
    """Jobs in this process."""
    for job in jobs:
        with _named(job), without_collector():
            done = work(job)
        yield job, done


def _beside_each_other(
    waiting: deque[Job], busy: dict[Future[Done], Job], work: Work, workers: int
) -> Iterator[tuple[Job, Done]]:
    """Jobs in so many processes, one at a time each, one from the left; those that they are at stand in ``busy``."""
    longest: Future[Done] | None = None
    with _processes(workers) as pool:
        while waiting or busy:
            while waiting and len(busy) < workers:
                place = -1 if longest in busy else 0
                with _deaf():
                    started = pool.submit(work, waiting[place])
                busy[started] = waiting[place]
                del waiting[place]
                longest = longest if place else started
            for future in wait(busy, return_when=FIRST_COMPLETED).done:
                with _named(busy[future]):
                    done = future.result()
                yield busy.pop(future), done


def _alone(job: Job, work: Work, *, again: bool = True) -> Done:
    """A job that a process may have stopped over, or over the job beside it: it may stop one more."""
    try:
        ((_, done),) = _beside_each_other(deque([job]), {}, work, 1)
    except (BrokenProcessPool, MemoryError) as error:
        if again:
            return _alone(job, work, again=False)
        raise Trouble(
            f"Het opmaken van “{title(job)}” werd twee keer afgebroken, wellicht bij gebrek aan geheugen: sluit andere"
            " programma’s en probeer opnieuw, of maak de tekst korter en de foto’s kleiner."
        ) from error
    return done


@contextmanager
def _processes(count: int) -> Iterator[ProcessPoolExecutor]:
    """Processes that end when this does; at once if something goes wrong, or somebody stops it."""
    others = set(multiprocessing.active_children())
    with TemporaryDirectory(prefix="praktijkboek-", ignore_cleanup_errors=True) as scratch:
        pool = ProcessPoolExecutor(count, multiprocessing.get_context("spawn"), _start, (scratch,))
        try:
            yield pool
        except BaseException:
            for process in set(multiprocessing.active_children()) - others:
                process.terminate()
            raise
        finally:
            pool.shutdown(cancel_futures=True)


def _start(scratch: str) -> None:
    """Prepare a process: who stops the command tells the main process, and with that one it ends.

    :param scratch: the folder for the fonts that WeasyPrint 70 copies, and removes only if it isn't killed
    """
    tempfile.tempdir = scratch
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(0)  # collecting once a job rather than now and then is a tenth of the CPU
    threading.Thread(target=_end_with_main, daemon=True).start()


def _end_with_main() -> None:
    if main := multiprocessing.parent_process():
        main.join()
        signal.raise_signal(signal.SIGTERM)


@contextmanager
def _deaf() -> Iterator[None]:
    """A process that is started here doesn't hear Ctrl+C; on Windows, from ``_start`` on only."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def _named(job: Job) -> Iterator[None]:
    """Let an error say over which unit it came."""
    try:
        yield
    except Exception as error:
        error.add_note(f"while laying out {job.unit.name} for the edition {job.edition.name}")
        raise


def _cores() -> int:
    """How many processes can work at once."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
