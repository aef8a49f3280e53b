"""Bytes become text: whatever Notepad or Word made of it, read without loss where that can be done."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from praktijkboek.finding import Fix, Span
from praktijkboek.reader.problem import Problem

STRANGE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ue000-\uf8ff\ufffe\uffff]")
"""Control characters, line separators that only some programs count as lines, and characters of one font only."""
WORD_BULLETS = re.compile(
    "^([ \t]*)[\uf06e\uf06f\uf071\uf076\uf0a7\uf0a8\uf0b7\uf0d8\uf0e0\uf0fc](?=\\s)", re.MULTILINE
)
"""The bullets of Word's own fonts (Symbol, Wingdings): they begin a line, and a plain bullet says the same."""
OTHER_FILES = (
    (b"PK\x03\x04", "een Word-bestand of een zip"),
    (b"\xd0\xcf\x11\xe0", "een oud Word-bestand (.doc)"),
    (b"%PDF-", "een PDF"),
    (b"{\\rtf", "een RTF-bestand"),
    (b"\xff\xd8\xff", "een foto"),
    (b"\x89PNG", "een foto"),
    (b"GIF8", "een foto"),
    (b"RIFF", "een foto"),
    (b"<!doctype html", "een webpagina"),
    (b"<html", "een webpagina"),
)
"""How files begin that are no text, whatever their name says (Wikipedia, "List of file signatures")."""
MARKS = {
    b"\xff\xfe\x00\x00": "utf-32-le",
    b"\x00\x00\xfe\xff": "utf-32-be",
    b"\xff\xfe": "utf-16-le",
    b"\xfe\xff": "utf-16-be",
}
"""Byte order marks, the longest first."""
DOUBTFUL = re.compile(rb"[A-Za-z](?:[\x81-\x84\x86-\x90\x95\x98\x9a-\x9f]|[\x80\x85\x91\x93\x94\x96\x97][a-z])")
"""Bytes that in Windows-1252 would be strange signs inside a word: letters of an old Mac, or of DOS."""
UTF_8_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Source:
    """A text and what was wrong with its bytes; ``lossless`` says whether every character is what the author typed."""

    text: str
    problems: tuple[Problem, ...] = ()
    lossless: bool = True


def decode(data: bytes) -> Source:
    """Read ``data`` as UTF-8, or else as what Windows makes of a text, with one problem that says so."""
    start = data[:100].lstrip().lower()
    kind = next((words for mark, words in OTHER_FILES if start.startswith(mark.lower())), None)
    if kind:
        return Source("", (Problem("ander_bestand", Span(1), value=kind),), lossless=False)
    wide = next((name for mark, name in MARKS.items() if data.startswith(mark)), None) or _without_mark(data)
    if wide:
        text = data.decode(wide, errors="replace").removeprefix("\ufeff")
        return _source(text, Problem("niet_utf8", Span(1), value=f"{wide[:6].upper()} (“Unicode”)"))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        text = _windows_1252(data.removeprefix(UTF_8_MARK))
        before = _one_kind_of_line_end(data[: error.start].decode("utf-8-sig"))
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        span = Span(line, column, column + 1)
        if DOUBTFUL.search(data):
            problem = Problem("niet_utf8", span, value="oud")
            return Source(_source(text, None).text, (problem,), lossless=False)
        return _source(text, Problem("niet_utf8", span, value="Windows-1252 (“ANSI”)"))
    return _source(text, Problem("bom", Span(1)) if data.startswith(UTF_8_MARK) else None)


LONGEST_LINE = 5_000
"""A paragraph of a case has 500 characters; a line of this length would keep every pattern busy."""


def too_long(lines: Sequence[str]) -> Problem | None:
    """The first line that is no line of a text."""
    found = next(((i, len(line)) for i, line in enumerate(lines, start=1) if len(line) > LONGEST_LINE), None)
    return Problem("te_lang", Span(found[0]), value=found[1]) if found else None


def _source(text: str, problem: Problem | None) -> Source:
    """The text with one kind of line ends and without characters that are none; saving it again is the mend."""
    text = WORD_BULLETS.sub("\\1•", _one_kind_of_line_end(text))
    strange = STRANGE.search(text)
    plain = STRANGE.sub(" ", text)
    lossless = "\ufffd" not in text
    if strange and not problem and plain.strip():
        line, column = text.count("\n", 0, strange.start()), strange.start() - text.rfind("\n", 0, strange.start())
        problem = Problem("vreemd_teken", Span(line + 1, column, column + 1), value=f"U+{ord(strange.group()):04X}")
    if problem is None:
        return Source(plain, lossless=lossless)
    line_text = plain.split("\n")[problem.span.line - 1]
    fix = Fix(problem.span.line, line_text, line_text) if lossless else None
    return Source(plain, (Problem(problem.kind, problem.span, value=problem.value, fix=fix),), lossless)


def _one_kind_of_line_end(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _without_mark(data: bytes) -> str | None:
    """UTF-16 without its mark: in Latin text every other byte is nought."""
    head = data[:200]
    if len(head) < len(b"---\n") * 2:
        return None
    even, odd = head[::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    return "utf-16-le" if odd > half * 0.8 and not even else "utf-16-be" if even > half * 0.8 and not odd else None


MIXED = re.compile("[\xc2-\xc5][\x80-\xbf]|\xe2[\x80-\x84][\x80-\xbf]|[\x80-\xff]")
"""Bytes, as Latin-1, that are a letter or a sign of our languages in UTF-8; or else one byte that isn't ASCII."""


def _windows_1252(data: bytes) -> str:
    """Each byte as Windows-1252, but for letters and signs in UTF-8: texts are pasted together."""
    return MIXED.sub(lambda found: _one_sign(found.group().encode("latin-1")), data.decode("latin-1"))


def _one_sign(data: bytes) -> str:
    return data.decode("utf-8") if len(data) > 1 else data.decode("cp1252", errors="replace")
