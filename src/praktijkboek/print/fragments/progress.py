"""How far the layout is, on one line: "PDF: 12 van 60, 84 bladzijden, nog ongeveer 20 s: Onder ’t perron"."""

from __future__ import annotations

import html
import re
import time
from collections.abc import Sequence

from sphinx.util import logging

from praktijkboek.print.fragments.job import Job
from praktijkboek.said import Said

LOGGER = logging.getLogger(__name__)
HEADING = re.compile(r"<h[1-3]\b[^>]*>(.*?)</h[1-3]>", re.DOTALL)
TAG = re.compile(r"<[^>]*>")
SOFT = "\xad"
MINUTE = 60
STEP = 5
"""In seconds: what is left is no more precise than this."""


class Progress:
    """Says what was laid out, to who shows it (``site.run``)."""

    def __init__(self, jobs: int, to_do: Sequence[Job]) -> None:
        """Begin.

        :param jobs: how many there are
        :param to_do: those that weren't kept
        """
        self.jobs, self.done = jobs, jobs - len(to_do)
        self.size = sum(len(job.unit.html) for job in to_do)
        self.laid_out = self.pages = 0
        self.started = time.monotonic()
        if self.done:
            LOGGER.info("laid out PDF: %d van %d stonden klaar", self.done, jobs)

    def step(self, job: Job, pages: int) -> None:
        """Say that a job is done."""
        self.done += 1
        self.pages += pages
        self.laid_out += len(job.unit.html)
        left = time_left(time.monotonic() - self.started, self.laid_out / self.size)
        far = f"{self.done} van {self.jobs}, {Said(self.pages).words}{left}: {title(job)}"
        LOGGER.info("laid out %s: %s", job.edition.words, far)


def title(job: Job) -> str:
    """What a unit is called: its first heading, or its name."""
    found = HEADING.search(job.unit.html)
    words = " ".join(html.unescape(TAG.sub("", found[1])).replace(SOFT, "").split()) if found else ""
    return words or job.unit.name


def time_left(seconds: float, part: float) -> str:
    """Words for how long it will take still; none where that is hardly to be told, or over at once.

    :param seconds: how long it took so far
    :param part: how much of it is done, from 0 to 1
    """
    left = seconds / part - seconds
    if left < STEP:
        return ""
    if left < MINUTE:
        return f", nog ongeveer {round(left / STEP) * STEP} s"
    return f", nog ongeveer {round(left / MINUTE)} min"
