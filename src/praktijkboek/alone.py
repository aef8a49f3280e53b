"""One build of a book at a time: two would write each other's files."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from praktijkboek.trouble import Trouble

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

MARK = "bezig"


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Keep others out of a folder; the system lets them in again when this process ends, in whatever way.

    :raises Trouble: if another one is at work there
    """
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / MARK).open("wb") as file:
        if not _taken(file):
            raise Trouble("Dit boek wordt al gemaakt, in een ander venster: wacht tot dat klaar is en probeer opnieuw.")
        yield


def _taken(file: IO[bytes]) -> bool:
    """Whether the lock on a file is ours now. On a disk that knows no locks, nobody is kept out."""
    with suppress(OSError):
        try:
            if sys.platform == "win32":
                msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
            else:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except (BlockingIOError, PermissionError):  # as Linux and macOS say it, and as Windows does
            return False
    return True
