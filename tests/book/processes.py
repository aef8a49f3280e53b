"""Looks at processes, on systems that have ``ps``."""

import subprocess
import time
from collections.abc import Callable

import pytest


def children(pid: int) -> list[int]:
    """All processes below one."""
    listed = subprocess.run(["ps", "-eo", "pid=,ppid="], capture_output=True, text=True, check=True).stdout
    pairs = [tuple(map(int, line.split())) for line in listed.splitlines()]
    own = [child for child, parent in pairs if parent == pid]
    return own + [below for child in own for below in children(child)]


def wait_until(true: Callable[[], bool]) -> None:
    """Until this is so; the test fails if it never is."""
    for _ in range(2400):
        if true():
            return
        time.sleep(0.05)
    pytest.fail("it never came so far")


def is_there(pid: int) -> bool:
    state = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True, check=False).stdout
    return bool(state) and not state.startswith("Z")
