"""A header as people type it becomes one that can be read: line by line, in memory, with each mend reported.

No mend changes the number of lines, so that every place stays right. Lines below each other with the same slip are one
problem.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from praktijkboek.case import Case
from praktijkboek.finding import Fix, Span
from praktijkboek.reader import value
from praktijkboek.reader.facts import fields_of, meant, takes_words
from praktijkboek.reader.line import Line, Place
from praktijkboek.reader.problem import Problem

SPACES = "\u00a0\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff"
RUN = re.compile(f"[ {SPACES}]+")
STRANGE = re.compile(f"[{SPACES}]+")
"""A space that only looks like one; it matters in front, behind a dash or colon, and before a colon."""
BULLETS = "•●○▪■◦‣⁃∙·"
NO_COLON = re.compile(r"(?P<key>[a-z_]+) +(?P<value>\S.*)")


def mend(lines: Sequence[str], first: int, last: int) -> tuple[list[str], list[Problem]]:
    """The lines ``first`` to ``last`` (counted from 1) of a file as they were meant, and what was wrong with them."""
    mender = _Mender(lines, first, last)
    mender.run()
    return mender.mended, list(_joined(mender.problems))


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


def _plain_spaces(run: re.Match[str]) -> str:
    """A run of spaces as plain ones, where they mean something."""
    before, after = run.string[: run.start()][-1:], run.string[run.end() :][:1]
    matters = not before or before in ":-" or after == ":"
    return STRANGE.sub(lambda found: " " * len(found.group()), run.group()) if matters else run.group()


class _Mender:
    """Goes through a header from top to bottom; ``mended`` holds what was made of each line."""

    def __init__(self, lines: Sequence[str], first: int, last: int) -> None:
        self.lines, self.number, self.last = lines, first, last
        self.mended: list[str] = []
        self.problems: list[Problem] = []
        self.place = Place()

    def run(self) -> None:
        """Mend one line after another."""
        while self.number <= self.last:
            text = self.lines[self.number - 1]
            if not text.strip() or text.lstrip().startswith("#"):
                self._keep(text)
                continue
            line = self._colon(Line.of(self._spaces(text)))
            line = self._indent(self._dash(line))
            if not line.key and not line.dash:
                self._loose(line)
                continue
            self._follow(line)
            self._value(line)

    def _keep(self, *texts: str) -> None:
        self.mended += texts
        self.number += len(texts)

    def _report(self, kind: str, shown: str, after: Sequence[str] | None) -> None:
        """One problem that begins on this line; a second one on the same line only changes its mend."""
        before = self.lines[self.number - 1 : self.number - 1 + len(after or "1")]
        fix = Fix(self.number, "\n".join(before), "\n".join(after)) if after else None
        if self.problems and self.problems[-1].span.line == self.number:
            self.problems[-1] = replace(self.problems[-1], fix=fix)
            return
        start = max(before[0].find(shown), 0)
        span = Span(self.number, start + 1, start + 1 + max(len(shown), 1))
        self.problems.append(Problem(kind, span, value=shown, fix=fix))

    def _spaces(self, text: str) -> str:
        """Plain spaces for tabs and for the no-break spaces of Word."""
        front = len(text) - len(text.lstrip(" \t"))
        plain = text[:front].replace("\t", "  ") + text[front:]
        if plain != text:
            self._report("tab", text[:front], [plain])
        cleaned = RUN.sub(_plain_spaces, plain) if STRANGE.search(plain) else plain
        if cleaned != plain:
            self._report("vreemde_spatie", STRANGE.findall(plain)[0], [cleaned])
        return cleaned

    def _colon(self, line: Line) -> Line:
        """A colon and a space behind the name of a field that we know."""
        known = {*fields_of(Case), *(fields_of(self.place.group) if self.place.group else ())}
        if re.match(r"[*_]", line.key) and line.name in known:
            around = "" if re.search(r"[*_]$", line.key) else "*_"  # **titel:** De Melkerij
            line = replace(line, key=line.key.strip("*_"), colon=": ", value=line.value.lstrip(around).lstrip())
            self._report("veldnaam_opmaak", line.key, [line.text])
        found = NO_COLON.fullmatch(line.value) if not line.key and not line.indent else None
        if found and found["key"] in known:
            line = replace(line, key=found["key"], colon=": ", value=found["value"])
        elif line.colon and line.name not in known and (line.colon.strip() != ":" or line.colon[-1] == ":"):
            return replace(line, key="", colon="", value=line.key + line.colon + line.value) if line.value else line
        elif line.colon and line.value and (line.colon.strip() != ":" or line.colon[-1] == ":"):
            line = replace(line, colon=": ")
        else:
            return line
        self._report("spatie_na_dubbelpunt", line.key, [line.text])
        return line

    def _dash(self, line: Line) -> Line:
        """A dash for the bullets of Word, for a forgotten one, and none where no list can be."""
        text, place = line.text.lstrip(), self.place
        bullet = re.match(rf"[{BULLETS}]\s*|[*–—+]\s+|-(?=[^\s-])", text) if place.in_list else None
        if bullet:
            line = Line.of(" " * line.indent + "- " + text[bullet.end() :])
            self._report("streepje_vast" if bullet.group() == "-" else "nep_lijst", bullet.group().strip(), [line.text])
        elif self._lacks_dash(line):
            line = replace(line, indent=max(line.indent, 2), dash="- ")
            place.dashed = True
            self._report("streepje_ontbreekt", line.key or line.value, [line.text])
        elif line.dash and self._is_field(line):
            line = replace(line, dash="")
            self._report("streepje_te_veel", "-", [line.text])
        return line

    def _is_field(self, line: Line) -> bool:
        """Whether the name behind a dash is that of a field of its own, not one of the open list."""
        place = self.place
        listed = place.group is not None and line.name in fields_of(place.group)
        return line.name in fields_of(Case) and (
            not place.parent or not listed or (place.dash_at or line.indent) != line.indent
        )

    def _lacks_dash(self, line: Line) -> bool:
        """Whether a line is the first of an item whose dash was forgotten."""
        first = self.place.dash_at is None or (self.place.dashed and not self.place.group)
        return self.place.in_list and not line.dash and first and self._belongs(line)

    def _belongs(self, line: Line) -> bool:
        """Whether a line belongs in the open group or list: it is indented, or has no name of another field."""
        group = self.place.group
        mine = line.name in fields_of(group) if group else not line.key
        return mine and (line.indent > 0 or line.name not in fields_of(Case))

    def _indent(self, line: Line) -> Line:
        """As many spaces in front as the lines around have."""
        expected = self._expected(line)
        if expected is None or expected == line.indent:
            return line
        shown = " " * line.indent or line.key
        line = replace(line, indent=expected)
        self._report("inspringing", shown, [line.text])
        return line

    def _expected(self, line: Line) -> int | None:
        """The column at which a line should begin; None where any will do."""
        place = self.place
        if line.dash:
            return place.dash_at if place.parent else None
        if not line.key or (place.parent and place.parent not in fields_of(Case)):
            return None
        if place.group and self._belongs(line):
            return 2 if place.keys_at is None and not line.indent else place.keys_at
        return 0 if line.name in fields_of(Case) else None

    def _follow(self, line: Line) -> None:
        """Remember what is open below this line."""
        place = self.place
        if line.dash:
            place.dash_at, place.keys_at = line.indent, line.indent + len(line.dash)
        elif line.indent == 0:
            place = self.place = Place("" if line.value.strip() else meant(line.name, Case) or line.name)
        elif place.keys_at is None:
            place.keys_at = line.indent
        place.last = line.value.strip()
        place.words = takes_words(place.model(line), line.name)

    def _loose(self, line: Line) -> None:
        """A line without a name: the rest of the text above, or of nothing."""
        above = self.place.last
        if above and self.place.words and not above.startswith((*value.MULTILINE, *value.BLOCK)):
            text = f"  {line.text}"
            self._report("losse_regel", line.value, [text])
            self._keep(text)
        else:
            self._report("losse_regel", line.value, None)
            self._keep("")

    def _value(self, line: Line) -> None:
        """The value of a line and of those below that continue it: left as it is, or made to be read."""
        below = list(self._below(line))
        whole = "\n".join([line.value, *below])
        if (
            not line.value.strip()
            or line.value.startswith(value.BLOCK)
            or (below and value.is_whole(whole) and not value.is_cut(whole))
        ):
            self._keep(line.text, *below)
        elif below and not line.value.startswith(value.MULTILINE) and '"' not in whole:
            after = [replace(line, value=f'"{line.value}').text, *below[:-1], f'{below[-1]}"']
            self._report("hekje" if value.is_cut(whole) else "dubbelpunt", line.value, after)
            self._keep(*after)
        else:
            self._keep(self._one_line(line).text)

    def _one_line(self, line: Line) -> Line:
        if value.is_too_deep(line.value):
            self._report("te_diep", line.value.strip(), None)
            return replace(line, value="''")
        found = value.mend(line.value, self.place.takes(line))
        if found is None:
            return line
        kind, after = found
        mended = replace(line, value=after)
        self._report(kind, line.value.strip(), [mended.text])
        return mended

    def _below(self, line: Line) -> Iterator[str]:
        """The lines that continue a value: a list or quotation until it ends, a text as far as it is indented."""
        taken = [line.value]
        column = line.indent + (len(line.dash) if line.key else 0)
        opened = line.value.startswith(value.MULTILINE)
        for text in self.lines[self.number : self.last]:
            below = Line.of(text)
            field = (
                below.dash
                or below.name in fields_of(Case)
                or (self.place.group and below.name in fields_of(self.place.group))
            )
            if (opened and value.is_whole("\n".join(taken))) or not line.value.strip():
                return
            if (field and not line.value.startswith(value.BLOCK)) or (
                text.strip() and below.indent <= column and not opened
            ):
                return
            taken.append(text)
            yield text
