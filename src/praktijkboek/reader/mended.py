"""What is made of a header, line by line, with what was wrong with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from praktijkboek.finding import Fix, Span
from praktijkboek.reader.problem import Problem


class Mended:
    """``texts`` are the lines so far, ``number`` is the line that is looked at, ``last`` the header's last one."""

    def __init__(self, lines: Sequence[str], first: int, last: int) -> None:
        self.typed_lines, self.number, self.last = lines, first, last
        self.texts: list[str] = []
        self.problems: list[Problem] = []
        self.lines = self._dedented(first)

    def _dedented(self, first: int) -> Sequence[str]:
        """The lines without the spaces that stand before all of them: one slip, whatever else is wrong."""
        typed = self.typed_lines[first - 1 : self.last]
        depth = min((len(line) - len(line.lstrip(" ")) for line in typed if line.strip()), default=0)
        if not depth:
            return self.typed_lines
        plain = [line[depth:] for line in typed]
        fix = Fix(first, "\n".join(typed), "\n".join(plain))
        span = Span(first, 1, depth + 1)
        self.problems.append(Problem("inspringing", span, context={"lines": len(typed)}, fix=fix))
        return [*self.typed_lines[: first - 1], *plain, *self.typed_lines[self.last :]]

    def keep(self, *texts: str) -> None:
        """Take lines as they are now, and go on below them."""
        self.texts += texts
        self.number += len(texts)

    def report(self, kind: str, shown: str, after: Sequence[str] | None, lines: int = 1) -> None:
        """One problem that begins on this line; a second one on the same line only changes its mend.

        :param shown: the words that are wrong
        :param after: the mended lines; None where there is no mend
        :param lines: how many lines the mend takes the place of
        """
        before = self.typed_lines[self.number - 1 : self.number - 1 + lines]
        fix = Fix(self.number, "\n".join(before), "\n".join(after)) if after else None
        last = self.problems[-1] if self.problems else None
        if last and last.span.line == self.number and "lines" not in last.context:
            self.problems[-1] = replace(self.problems[-1], fix=fix)
            return
        start = max(before[0].find(shown), 0)
        span = Span(self.number, start + 1, start + 1 + max(len(shown), 1))
        self.problems.append(Problem(kind, span, value=shown, fix=fix))

    def joined(self) -> list[Problem]:
        """The problems; those of one kind on lines below each other as one."""
        return list(_joined(self.problems))


def _joined(problems: Sequence[Problem]) -> Iterator[Problem]:
    """Problems of one kind on lines below each other, as one."""
    group: list[Problem] = []
    for problem in problems:
        if group and not _continues(problem, group[-1]):
            yield _one(group)
            group = []
        group.append(problem)
    if group:
        yield _one(group)


DASHED = {"streepje_ontbreekt", "nep_lijst"}
"""A dash that is ours moves the lines of its item."""


def _continues(problem: Problem, above: Problem) -> bool:
    """Whether a problem has the cause of the one on the line above it."""
    same = problem.kind == above.kind or (above.kind in DASHED and problem.kind == "inspringing")
    return same and problem.span.line == above.span.line + 1


def _one(group: Sequence[Problem]) -> Problem:
    fixes = [problem.fix for problem in group if problem.fix]
    if len(group) == 1 or len(fixes) < len(group):
        return group[0]
    fix = Fix(fixes[0].line, "\n".join(f.before for f in fixes), "\n".join(f.after for f in fixes))
    return replace(group[0], fix=fix, context={"lines": len(group)})
