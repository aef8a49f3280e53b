"""Keeps what was laid out from one build to the next, beside what ``check`` keeps: in the user's own cache folder.

One flat folder a book. A file is named after a hash: a fragment after its key (``job``), what fragments share after its
content. Files with ``USED`` behind their name say what a build used; what none of the last builds did is swept away.
Whatever is missing or damaged is made again, so the folder can be thrown away at any moment.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from praktijkboek.cache import place, write_whole
from praktijkboek.print.fragments.fragment import Fragment, Recorded
from praktijkboek.print.fragments.packing import Facts, pack, seal, unpack, unpack_facts, unseal
from praktijkboek.trouble import Trouble

USED = ".used"
BUILDS = 5
"""What none of so many builds of an edition used, goes."""
MONTH = 30 * 24 * 3600
"""In seconds: how long a build counts."""
HOUR = 3600
"""In seconds: what is younger stays, as it may be the work of a build that is still at it."""


Found = TypeVar("Found", Facts, Fragment)


class Lost(Trouble):
    """Something that was kept is gone, or damaged, since the build looked: laying out again makes it anew."""

    def __init__(self) -> None:
        super().__init__(
            "Wat van het boek bewaard was, verdween of raakte beschadigd tijdens het maken: probeer opnieuw."
        )


class Store:
    """The fragments that are kept of a book, and what they share. It can be sent to another process.

    :param purpose: what is built: the last builds of each purpose count, so that what the preview of one case uses
        doesn't take the place of what a book does
    """

    def __init__(self, folder: Path, purpose: str = "boek") -> None:
        self.folder, self.purpose = folder, purpose
        self._build = f"{time.time_ns():020}-{os.getpid()}"

    def get(self, key: str) -> Fragment | None:
        """The fragment of this key; None if it, or a thing that it shares, is not there or damaged."""
        return self._read(key, unpack)

    def facts(self, key: str) -> Facts | None:
        """What is to be known of it before it is needed itself; None likewise."""
        return self._read(key, unpack_facts)

    def need(self, key: str) -> Fragment:
        """The fragment of this key, that was there before.

        :raises Lost: if it isn't there any more
        """
        if fragment := self.get(key):
            return fragment
        raise Lost

    def shared(self, sha: str) -> bytes:
        """What fragments share, by its sha256.

        :raises Lost: if it isn't there, or is something else
        """
        try:
            content = self._file(sha).read_bytes()
        except OSError as error:
            raise Lost from error
        if sha256(content).hexdigest() != sha:
            with suppress(OSError):
                self._file(sha).unlink()  # so that its fragments are made again
            raise Lost
        return content

    def put(self, key: str, recorded: Recorded) -> None:
        """Keep what came of laying out a unit.

        :raises OSError: if there is no room for it
        """
        for sha, content in recorded.shared.items():
            try:
                os.utime(self._file(sha))  # it is young again, so no other build sweeps it away
            except OSError:
                self._write(sha, content)
        self._write(key, pack(key, recorded.fragment))

    def file(self, key: str) -> bytes | None:
        """The whole file that is kept under this key; None if it is not there or damaged."""
        try:
            return unseal(key, self._file(key).read_bytes())
        except (OSError, ValueError):
            return None

    def put_file(self, key: str, content: bytes) -> None:
        """Keep a whole file.

        :raises OSError: if there is no room for it
        """
        self._write(key, seal(key, content))

    def use(self, edition: str, names: Iterable[str]) -> None:
        """Note what this build uses, so that it is kept; a second time, this takes the place of what was noted before.

        :param names: keys, and hashes of what is shared
        """
        self._write(f"{self.purpose}-{edition}.{self._build}{USED}", "\n".join(sorted(set(names))).encode())

    def sweep(self) -> None:
        """Throw away what the last builds didn't use. Files that can't be removed are nobody's trouble."""
        with suppress(OSError):
            kept, now = self._used(), time.time()
            for file in self.folder.iterdir():
                with suppress(OSError):
                    if file.name not in kept and now - file.stat().st_mtime > HOUR:
                        file.unlink()

    def weed(self) -> None:
        """Throw away all that is damaged, so that all of it is made again at once."""
        with suppress(OSError):
            for file in self.folder.iterdir():
                with suppress(OSError):
                    if file.suffix == "" and not self._is_whole(file):
                        file.unlink()

    def _is_whole(self, file: Path) -> bool:
        return sha256(file.read_bytes()).hexdigest() == file.name or self.file(file.name) is not None

    def _used(self) -> set[str]:
        """The names of all files that are kept."""
        lists: dict[str, list[Path]] = defaultdict(list)
        for file in self.folder.glob(f"*{USED}"):
            if time.time() - file.stat().st_mtime < MONTH:
                lists[file.name.partition(".")[0]].append(file)
        last = [file for files in lists.values() for file in sorted(files)[-BUILDS:]]
        return {name for file in last for name in (file.name, *file.read_text("ascii", "replace").split())}

    def _read(self, key: str, form: Callable[[str, bytes], Found]) -> Found | None:
        try:
            found = form(key, self._file(key).read_bytes())
        except (OSError, ValueError):
            return None
        return found if all(self._file(sha).is_file() for sha in found.shared) else None

    def _write(self, name: str, content: bytes) -> None:
        try:
            write_whole(self._file(name), content)
        except PermissionError:
            if not self._file(name).is_file():
                raise
            # Windows replaces no file that another process reads; by this name, that is the same fragment.

    def _file(self, name: str) -> Path:
        if Path(name).name != name:  # it would lead out of the folder
            raise Lost
        return self.folder / name


@contextmanager
def opened(root: Path, purpose: str = "boek") -> Iterator[Store]:
    """The store of the book in ``root``; where nothing can be kept, one that is thrown away afterwards.

    :param purpose: as ``Store`` has it
    :raises OSError: if the disk is full
    """
    folder = place(root)
    if folder and _takes(folder):
        store = Store(folder, purpose)
        yield store
        store.sweep()
        _forget_books(folder.parent)
        return
    with tempfile.TemporaryDirectory(prefix="praktijkboek-", ignore_cleanup_errors=True) as name:
        yield Store(Path(name), purpose)


def _forget_books(folder: Path) -> None:
    """Throw away what is kept of books that nobody builds any more."""
    with suppress(OSError):
        for book in folder.iterdir():
            if book.is_dir() and time.time() - book.stat().st_mtime > MONTH:  # each build writes in its folder
                shutil.rmtree(book, ignore_errors=True)


def _takes(folder: Path) -> bool:
    """Whether files can be written in a folder."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(bytes(4096))
    except OSError:
        return False
    return True
