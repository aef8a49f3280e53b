"""Bytes become text: whatever Notepad or Word made of it, read without loss where that can be done."""

from __future__ import annotations

import re

from praktijkboek.finding import Span
from praktijkboek.reader.problem import Problem

STRANGE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ue000-\uf8ff\ufffe\uffff]")
"""Control characters, line separators that only some programs count as lines, and Word's private bullets."""


def decode(data: bytes) -> tuple[str, Problem | None]:
    """Read ``data`` as UTF-8, or else as Windows-1252 with a problem that names the first wrong line."""
    try:
        text, problem = data.decode("utf-8-sig"), None
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        text, problem = data.decode("cp1252", errors="replace"), Problem("niet_utf8", Span(line))
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if strange := STRANGE.search(text):
        line = text.count("\n", 0, strange.start()) + 1
        problem = problem or Problem("vreemd_teken", Span(line), value=f"U+{ord(strange.group()):04X}")
    return STRANGE.sub(" ", text), problem
