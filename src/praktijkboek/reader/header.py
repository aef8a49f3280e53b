"""The header of a case: found, mended in memory where it can't be read, and read into nodes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import yaml

from praktijkboek.finding import Span
from praktijkboek.reader.fences import find_fences
from praktijkboek.reader.mend import BULLETS, SPACES, mend
from praktijkboek.reader.nodes import MapNode, NotAHeader, TooDeep, parse
from praktijkboek.reader.problem import Problem

LONGEST = 20_000
"""The headers of our cases have 2,000 to 4,000 characters."""
MOST_LOST = 20
"""After so many lines that can't be read, the header is given up."""


@dataclass(frozen=True, slots=True)
class Header:
    """``end_line`` is the line above the text, 0 where there is no header."""

    root: MapNode | None
    end_line: int
    problems: tuple[Problem, ...] = ()
    in_block: bool = False
    """Whether it stands in a block of code, or the whole text does."""
    mended: tuple[str, ...] = ()
    """The file's lines down to the end of the header, as they were read: places are in these."""


MISTYPED = re.compile(rf"\s#|^#|[“”„‘«»{SPACES}{BULLETS}]|^ *\t|^\s+https?://", re.MULTILINE)
"""What YAML reads without a complaint, as something else than was meant."""


def read_as_typed(lines: Sequence[str]) -> Header | None:
    """The header where nothing in it looks mistyped: nine of ten, in two thirds of the time. None for any other."""
    fences = find_fences(lines)
    typed = lines[fences.first - 1 : fences.last]
    if not fences.first or fences.problems or sum(map(len, typed)) > LONGEST or MISTYPED.search("\n".join(typed)):
        return None
    try:
        root = parse("\n".join(["" for _ in lines[: fences.first - 1]] + [*typed]))
    except (TooDeep, NotAHeader, yaml.YAMLError):
        return None
    return Header(root, fences.end) if isinstance(root, MapNode) else None


def read_header(lines: Sequence[str]) -> Header:
    """Find the header between its fences and read it; what went wrong stands in ``problems``."""
    fences = find_fences(lines)
    if not fences.first:
        return Header(None, 0, tuple(fences.problems))
    size = sum(map(len, lines[fences.first - 1 : fences.last]))
    if size > LONGEST:
        return Header(None, fences.end, (Problem("te_lange_kop", Span(fences.first), value=size),))
    lines = [f"# {line}" if number in fences.blanks else line for number, line in enumerate(lines, start=1)]
    mended, problems = mend(lines, fences.first, fences.last)
    read = [*[""] * (fences.first - 1), *mended]
    root, lost = _parse(read)
    named = {problem.span.line for problem in problems}
    lost = [problem for problem in lost if problem.span.line not in named]
    return Header(root, fences.end, (*fences.problems, *problems, *lost), fences.code, tuple(read))


def _parse(lines: list[str]) -> tuple[MapNode | None, list[Problem]]:
    """Read the lines; one that stays unreadable is left out, so that the others are read."""
    problems: list[Problem] = []
    while len(problems) < MOST_LOST:
        try:
            root = parse("\n".join(lines))
        except (TooDeep, NotAHeader) as error:
            span, kind = error.span, "te_diep" if isinstance(error, TooDeep) else "kop_vreemd"
        except yaml.YAMLError as error:
            span, kind = _error_span(error, lines), "kop_onleesbaar"
        else:
            if isinstance(root, MapNode):
                return root, problems
            return None, problems or [Problem("kop_zonder_velden", Span(max(1, min(2, len(lines)))))]
        problems.append(Problem(kind, span))
        lines[span.line - 1] = ""
    return None, problems


def _error_span(error: yaml.YAMLError, lines: Sequence[str]) -> Span:
    """The last line with words at or above the place where the parser stopped."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    number = min(mark.line + 1 if mark else len(lines), len(lines))
    while number > 1 and not lines[number - 1].strip():
        number -= 1
    return Span(number, 1, len(lines[number - 1]) + 1)
