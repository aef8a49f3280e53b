"""A mend is offered only when it is proven: the mended text is read and judged again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from praktijkboek.finding import MOST_EQUAL, Finding, Fix
from praktijkboek.reader import CaseFile, read_case
from praktijkboek.rules import LOCAL

MOST_PROOFS, MOST_READ = 50, 250_000
"""At most so many times a text is read again, and so many characters in all: a hostile text asks for 20,000 mends."""

Tally = Counter[tuple[str, str]]
"""How often each message of each rule comes; lines are left out, because a mend may move them."""


def local_findings(file: CaseFile) -> Iterator[Finding]:
    """What the local rules find, with the mends as they are proposed for the first findings of each rule."""
    for rule in LOCAL:
        for number, finding in enumerate(rule.check(file)):
            yield finding if number < MOST_EQUAL else replace(finding, fix=None)


def proven(found: Iterable[Finding], file: CaseFile) -> list[Finding]:
    """The findings of a case (all of them), with only those mends that take away what they mend and bring nothing new.

    First all mends together: one reading proves them all. Only where that fails, each by itself, as far as the
    budget goes.
    """
    findings = list(found)
    before = tally(findings)
    together, alone = _together([finding for finding in findings if finding.fix])
    good = set(together) if together and _proves(together, before, file) else set[Finding]()
    left = [*([] if good else together), *alone]
    budget = min(MOST_PROOFS, MOST_READ // (sum(map(len, file.lines)) + 1))
    good |= {finding for finding in left[:budget] if _proves([finding], before, file)}
    return [finding if finding in good else replace(finding, fix=None) for finding in findings]


def _together(findings: Sequence[Finding]) -> tuple[list[Finding], list[Finding]]:
    """Those whose mends touch different lines, and the others."""
    taken, apart, clashing = set[int](), list[Finding](), list[Finding]()
    for finding in findings:
        lines = set(_lines(finding.fix)) if finding.fix else set()
        (clashing if taken & lines else apart).append(finding)
        taken |= lines
    return apart, clashing


def _lines(fix: Fix) -> Iterator[int]:
    yield from range(fix.line, fix.line + len(fix.before.split("\n")))


def _proves(mended: Sequence[Finding], before: Tally, file: CaseFile) -> bool:
    """Whether these mends together take away exactly these findings, or more, and bring no new one."""
    lines: Sequence[str] = file.lines
    for fix in sorted((finding.fix for finding in mended if finding.fix), key=lambda fix: -fix.line):
        lines = fix.apply(lines)
    after = tally(local_findings(read_case(file.folder, "\n".join(lines).encode())))
    return after <= before - tally(mended)


def tally(findings: Iterable[Finding]) -> Tally:
    """What is said and how often: two texts are compared by it."""
    return Counter((finding.rule, finding.message) for finding in findings)
