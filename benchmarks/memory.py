"""How much memory a process and all that it started hold together (Linux)."""

from __future__ import annotations

import threading
import time
from collections import defaultdict
from contextlib import suppress
from pathlib import Path

PROC = Path("/proc")
PAUSE, SHARE = 0.1, 0.02
"""Seconds between two looks, at least; and how much of a processor they may take. The kernel counts page by page: 30 ms
for 3 GB."""
KB = 1024


class Peak(threading.Thread):
    """Watches a tree of processes while it lasts.

    What is counted is PSS: memory that two processes share, as they do with libraries, counts for half in each. So the
    sum is what the tree really takes. Where there is no ``/proc``, it is 0.

    :param root: the number of the first process
    """

    def __init__(self, root: int) -> None:
        super().__init__(daemon=True)
        self.bytes = 0
        self._root = root
        self._ended = threading.Event()

    def run(self) -> None:
        """Look until ``end``."""
        pause = PAUSE
        while PROC.is_dir() and not self._ended.wait(pause):
            before = time.thread_time()
            self.bytes = max(self.bytes, sum(map(_held, _tree(self._root))))
            pause = max(PAUSE, (time.thread_time() - before) / SHARE)

    def end(self) -> int:
        """Stop watching; the most bytes that the tree held at one moment."""
        self._ended.set()
        self.join()
        return self.bytes


def _tree(root: int) -> list[int]:
    """The numbers of a process and of all below it."""
    children = defaultdict(list)
    for folder in PROC.glob("[0-9]*"):
        with suppress(OSError):  # it just ended
            parent = (folder / "stat").read_text().rpartition(")")[2].split()[1]
            children[int(parent)].append(int(folder.name))
    found = [root]
    for number in found:
        found += children[number]
    return found


def _held(number: int) -> int:
    """The PSS of a process in bytes."""
    with suppress(OSError):
        for line in (PROC / str(number) / "smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * KB
    return 0
