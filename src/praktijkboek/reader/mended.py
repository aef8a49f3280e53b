"""What is made of a header, line by line, with what was wrong with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from praktijkboek.finding import Fix, Span
from praktijkboek.reader.problem import Problem


class Mended:
    """``texts`` are the lines so far, ``number`` is the line that is looked at, ``last`` the header's last one."""

    def __init__(self, lines: Sequence[str], first: int, last: int) -> None:
        self.lines, self.number, self.last = lines, first, last
        self.texts: list[str] = []
        self.problems: list[Problem] = []

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
        before = self.lines[self.number - 1 : self.number - 1 + lines]
        fix = Fix(self.number, "\n".join(before), "\n".join(after)) if after else None
        if self.problems and self.problems[-1].span.line == self.number:
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


def _continues(problem: Problem, above: Problem) -> bool:
    """Whether a problem has the cause of the one on the line above it."""
    same = problem.kind == above.kind or (above.kind, problem.kind) == ("streepje_ontbreekt", "inspringing")
    return same and problem.span.line == above.span.line + 1


def _one(group: Sequence[Problem]) -> Problem:
    fixes = [problem.fix for problem in group if problem.fix]
    if len(group) == 1 or len(fixes) < len(group):
        return group[0]
    fix = Fix(fixes[0].line, "\n".join(f.before for f in fixes), "\n".join(f.after for f in fixes))
    return replace(group[0], fix=fix, context={"lines": len(group)})
