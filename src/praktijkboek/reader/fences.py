"""Where the header of a case starts and ends, however the two lines of dashes were typed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from praktijkboek.case import Case
from praktijkboek.finding import Fix, Span
from praktijkboek.reader.facts import canonical, fields_of
from praktijkboek.reader.problem import Problem

FENCE = "---"
NEARLY = re.compile("\\\\?[\\s\u200b\u2060\ufeff]*(?:(?:[-‐‑‒–—―−_=*~+]\\s?){2,}|[–—―…]|\\.\\.\\.)\\s*")
"""What Word makes of three dashes, and other lines that were meant as them."""
KEY = re.compile(r"\s*[\"'*_]{0,3}(?P<key>[^\W\d_][\w'’-]{0,60}?)[\"'*_]{0,3}\s*[:：=;]")


@dataclass
class Fences:
    """The header's own lines are those from ``first`` to ``last``, counted from 1; the text begins below ``end``.

    ``first`` is 0 where there is no header. ``blanks`` are lines of dashes between them that mean nothing.
    """

    first: int = 0
    last: int = 0
    end: int = 0
    blanks: set[int] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)
    code: bool = False
    """Whether the header stands in a block of code: then the end of that block belongs to it."""


def find_fences(lines: Sequence[str]) -> Fences:
    """Find the header; what is wrong with its first and last line stands in ``problems``."""
    fences = Fences()
    _open(lines, fences)
    if fences.first:
        _close(lines, fences)
    return fences


def is_field(line: str) -> bool:
    """Whether a line begins with the name of a field that stands by itself."""
    match = KEY.match(line)
    return match is not None and canonical(match["key"]) in fields_of(Case)


def _open(lines: Sequence[str], fences: Fences) -> None:
    top = next((i for i, line in enumerate(lines) if line.strip()), None)
    if top is None:
        fences.problems.append(Problem("kop_ontbreekt", Span(1), value=""))
        return
    line = lines[top]
    if line.rstrip() == FENCE or (NEARLY.fullmatch(line) and any(map(is_field, lines[top + 1 :]))):
        fences.first = top + 2
        if top:
            before = "\n".join(lines[: top + 1])
            fences.problems.append(Problem("kop_niet_bovenaan", Span(1), value=top, fix=Fix(1, before, line)))
        _exactly(lines, top + 1, fences)
    elif is_field(line):
        fences.first = top + 1
        before = "\n".join(lines[: top + 1])
        problem = Problem("kop_niet_geopend", Span(top + 1), fix=Fix(1, before, f"{FENCE}\n{line}"))
        fences.problems.append(problem)
    else:
        _open_below(lines, top, fences)


def _open_below(lines: Sequence[str], top: int, fences: Fences) -> None:
    """A header with words above it; or no header at all."""
    fields = [i for i, line in enumerate(lines) if is_field(line) and not line.startswith((" ", "\t"))]
    if len(fields) > 1 and not any(line.startswith("##") for line in lines[: fields[0]]):
        fences.first = fields[0] + 1
        fences.code = any(re.fullmatch(r"```\s*\w*\s*", line) for line in lines[top : fields[0]])
        fences.problems.append(Problem("kop_niet_bovenaan", Span(top + 1), value=lines[top].strip()))
    else:
        fences.problems.append(Problem("kop_ontbreekt", Span(1), value=lines[top].strip()[:1]))


def _exactly(lines: Sequence[str], number: int, fences: Fences) -> None:
    """Report a fence that isn't just three dashes."""
    line = lines[number - 1]
    if line.rstrip() != FENCE:
        span = Span(number, 1, len(line) + 1)
        fences.problems.append(Problem("kop_streepjes", span, value=line.rstrip(), fix=Fix(number, line, FENCE)))


def _close(lines: Sequence[str], fences: Fences) -> None:
    for i in range(fences.first - 1, len(lines)):
        if lines[i].startswith("##"):
            break
        if fences.code and lines[i].strip() == "```":
            fences.last, fences.end = i, i + 1
            return
        if not NEARLY.fullmatch(lines[i]):
            continue
        below = next((lines[j] for j in range(i + 1, len(lines)) if lines[j].strip()), "")
        if not is_field(below) or below.startswith((" ", "\t")):
            fences.last, fences.end = i, i + 1 + (fences.code and [*lines[i + 1 : i + 2]] == ["```"])
            _exactly(lines, i + 1, fences)
            return
        fences.blanks.add(i + 1)
        span, fix = Span(i + 1, 1, len(lines[i]) + 1), Fix(i + 1, "\n".join(lines[i : i + 2]), lines[i + 1])
        fences.problems.append(Problem("streepjes_tussenin", span, value=lines[i].strip(), fix=fix))
    last = min(max(_header_like(lines, fences.first), default=fences.first), len(lines))
    fences.last = fences.end = last
    line = lines[last - 1] if last <= len(lines) else ""
    fences.problems.append(Problem("kop_niet_gesloten", Span(last), fix=Fix(last, line, f"{line}\n{FENCE}")))


def _header_like(lines: Sequence[str], first: int) -> Iterator[int]:
    """The numbers of the lines that can belong to a header without an end; the text begins at a line that can't."""
    after_blank = False
    for number, line in enumerate(lines[first - 1 :], start=first):
        if not line.strip():
            after_blank = True
        elif line.startswith("##") or (after_blank and not (KEY.match(line) or line.startswith((" ", "-", "#")))):
            return
        else:
            after_blank = False
            yield number
