"""What a process costs, as the operating system counts it (Linux and macOS)."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from memory import Peak

RSS_UNIT = 1 if sys.platform == "darwin" else 1024
"""Bytes in the unit of ``ru_maxrss``."""


@dataclass(frozen=True, slots=True)
class Cost:
    """CPU (user and system) and wall time in seconds, peak memory in MB (10^6 bytes), and what was printed.

    CPU and memory are those of the process and all that it started. The peak is what they held together at one moment
    (``memory``), or what the largest of them held if that is more: a short one may end between two looks.
    """

    cpu: float
    wall: float
    peak: float
    ok: bool
    output: str

    @classmethod
    def sum(cls, costs: Sequence[Cost]) -> Cost:
        """The cost of commands that run one after the other."""
        return cls(
            sum(cost.cpu for cost in costs),
            sum(cost.wall for cost in costs),
            max(cost.peak for cost in costs),
            all(cost.ok for cost in costs),
            "".join(cost.output for cost in costs),
        )


def measure(command: Sequence[str], folder: Path, variables: Mapping[str, str] = MappingProxyType({})) -> Cost:
    """Run ``command`` in ``folder``, with these environment variables beside its own, and wait for it."""
    environment = {**os.environ, **variables}
    with tempfile.TemporaryFile() as log:
        started = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log
        )
        peak = Peak(process.pid)
        peak.start()
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        log.seek(0)
        output = log.read().decode("utf-8", "replace")
    held = max(peak.end(), usage.ru_maxrss * RSS_UNIT)
    return Cost(usage.ru_utime + usage.ru_stime, wall, held / 1e6, process.returncode == 0, output)
