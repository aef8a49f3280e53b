"""Bytes become text: whatever Notepad or Word made of it, read without loss where that can be done."""

from __future__ import annotations

from praktijkboek.finding import Span
from praktijkboek.reader.problem import Problem

BOM = "\ufeff"


def decode(data: bytes) -> tuple[str, Problem | None]:
    """Read ``data`` as UTF-8, or else as Windows-1252 with a problem that names the first wrong line."""
    try:
        text, problem = data.decode("utf-8-sig"), None
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        text, problem = data.decode("cp1252", errors="replace"), Problem("niet_utf8", Span(line))
    return text.replace("\r\n", "\n").replace("\r", "\n"), problem
