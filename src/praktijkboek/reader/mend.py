"""A header as people type it becomes one that can be read: line by line, in memory, with each mend reported.

No mend changes the number of lines, so that every place stays right. Lines below each other with the same slip are one
problem.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from praktijkboek.case import Case
from praktijkboek.reader import value
from praktijkboek.reader.context import Context
from praktijkboek.reader.facts import fields_of, meant
from praktijkboek.reader.line import Line
from praktijkboek.reader.mended import Mended
from praktijkboek.reader.problem import Problem

SPACES = "\u00a0\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff"
RUN = re.compile(f"[ {SPACES}]+")
STRANGE = re.compile(f"[{SPACES}]+")
"""A space that only looks like one; it matters in front, behind a dash, colon or comma, and before a colon."""
BULLETS = "•●○▪■◦‣⁃∙·"
ADDRESS = re.compile(r"https?://\S+")
SPACED = re.compile(r"(?P<key>[^\W\d_][\w’'-]*(?: [\w’'-]+){1,2}): +(?P<value>.*)")
SECOND = re.compile(r",?\s+(?P<key>[a-z_]+): +")
COMMENTED = re.compile(r"#+ *(?P<field>[a-z_]+: *\S.*)")
SIGNS = re.compile(r"[?!*@&%-]+")
NO_COLON = re.compile(r"(?P<key>[a-z_]+) +(?P<value>[\w\"'“‘\[].*)")


def mend(lines: Sequence[str], first: int, last: int) -> tuple[list[str], list[Problem]]:
    """The lines ``first`` to ``last`` (counted from 1) of a file as they were meant, and what was wrong with them."""
    mender = _Mender(lines, first, last)
    mender.run()
    return mender.texts, mender.joined()


def _plain_spaces(run: re.Match[str]) -> str:
    """A run of spaces as plain ones, where they mean something."""
    before, after = run.string[: run.start()][-1:], run.string[run.end() :][:1]
    matters = not before or before in ":-," or after == ":"
    return STRANGE.sub(lambda found: " " * len(found.group()), run.group()) if matters else run.group()


class _Mender(Mended):
    """Goes through a header from top to bottom."""

    def __init__(self, lines: Sequence[str], first: int, last: int) -> None:
        super().__init__(lines, first, last)
        self.context = Context()
        self.typed = {Line.of(text).name for text in lines[first - 1 : last] if text[:1].strip("# ")}

    def run(self) -> None:
        """Mend one line after another."""
        while self.number <= self.last:
            text = self._uncommented(self.lines[self.number - 1])
            if not text.strip() or text.lstrip().startswith("#"):
                self.keep(text)
                continue
            below = (line for line in self.lines[self.number : self.number + 5] if line.strip())
            self.context.below = next((Line.of(line) for line in below), None)
            line = self._named(self._colon(Line.of(self._spaces(text))))
            line = self._indent(self._dash(line))
            if line.key or line.dash:
                outdented = bool(line.indent) and not Line.of(self.lines[self.number - 1]).indent
                self.context = self.context.after(line)
                self.context.outdented = outdented
                self._value(line)
            else:
                self._loose(line)

    def _uncommented(self, text: str) -> str:
        """A field behind ``#`` that stands nowhere else."""
        found = COMMENTED.fullmatch(text)
        if found is None or Line.of(found["field"]).name not in fields_of(Case).keys() - self.typed:
            return text
        self.report("hekje_vooraan", text, [found["field"]])
        return found["field"]

    def _spaces(self, text: str) -> str:
        """Plain spaces for tabs and for the no-break spaces of Word."""
        front = len(text) - len(text.lstrip(" \t"))
        plain = text[:front].replace("\t", "  ") + text[front:]
        if plain != text:
            self.report("tab", text[:front], [plain])
        cleaned = RUN.sub(_plain_spaces, plain) if STRANGE.search(plain) else plain
        if cleaned != plain:
            self.report("vreemde_spatie", STRANGE.findall(plain)[0], [cleaned])
        return cleaned

    def _colon(self, line: Line) -> Line:
        """A colon and a space behind the name of a field that we know."""
        known = {*fields_of(Case), *self.context.names}
        if re.match(r"[*_]", line.key) and line.name in known:
            around = "" if re.search(r"[*_]$", line.key) else "*_"  # **titel:** De Melkerij
            line = replace(line, key=line.key.strip("*_"), colon=": ", value=line.value.lstrip(around).lstrip())
            self.report("veldnaam_opmaak", line.key, [line.text])
        found = NO_COLON.fullmatch(line.value) if not line.key and not line.indent else None
        is_colon = line.colon.strip() == ":"
        if found and found["key"] in known:
            line = replace(line, key=found["key"], colon=": ", value=found["value"])
        elif line.colon and line.name not in known and (not is_colon or line.colon[-1] == ":") and line.value:
            return replace(line, key="", colon="", value=line.key + line.colon + line.value)
        elif line.name in known and line.colon and (not is_colon or (line.value and line.colon[-1] == ":")):
            line = replace(line, colon=": " if line.value else ":")
        else:
            return line
        self.report("spatie_na_dubbelpunt", line.key, [line.text])
        return line

    def _named(self, line: Line) -> Line:
        """The name of a field that was typed with a space in it, or not at all before a web address."""
        if line.key:
            return line
        found = SPACED.fullmatch(line.value)
        name = Line.of(found["key"].replace(" ", "_") + ":").name if found else ""
        if found and name in {*fields_of(Case), *self.context.names}:
            kind, shown = "naam_met_spatie", found["key"]
            line = replace(line, key=name, colon=": ", value=found["value"])
        elif ADDRESS.fullmatch(line.value) and not line.dash and "url" in self.context.names - self.context.keys:
            kind, shown = "naam_ontbreekt", line.value
            line = replace(line, key="url", colon=": ")
        else:
            return line
        self.report(kind, shown, [line.text])
        return line

    def _dash(self, line: Line) -> Line:
        """A dash for the bullets of Word, for a forgotten one, and none where no list can be."""
        text, context = line.text.lstrip(), self.context
        bullet = re.match(rf"[{BULLETS}]\s*|[*–—+]\s+|\d{{1,2}}[.)]\s+|-(?=[^\s-])", text) if context.in_list else None
        if bullet:
            line = Line.of(" " * line.indent + "- " + text[bullet.end() :])
            self.report("streepje_vast" if bullet.group() == "-" else "nep_lijst", bullet.group().strip(), [line.text])
        elif context.lacks_dash(line):
            line = replace(line, indent=max(line.indent, 2), dash="- ")
            context.dashed = True
            self.report("streepje_ontbreekt", line.key or line.value, [line.text])
        elif line.dash and context.is_field(line):
            line = replace(line, dash="")
            self.report("streepje_te_veel", "-", [line.text])
        elif line.dash and context.same_item(line):
            line = replace(line, indent=line.indent + len(line.dash), dash="")
            self.report("streepje_per_veld", "-", [line.text])
        elif context.in_list and not line.dash and line.key:
            context.singles = False
        return line

    def _indent(self, line: Line) -> Line:
        """As many spaces in front as the lines around have."""
        expected = self.context.expected(line)
        if expected is None or expected == line.indent:
            return line
        shown = " " * line.indent or line.key
        line = replace(line, indent=expected)
        self.report("inspringing", shown, [line.text])
        return line

    def _loose(self, line: Line) -> None:
        """A line without a name: the rest of the text above, or of nothing."""
        context = self.context
        above, text = context.last or "", f"  {line.text}"
        if context.awaits:
            if not line.indent:
                self.report("losse_regel", line.value, [text])
            context.awaits, context.last = False, line.value.strip()
            self.keep(text)
        elif context.group and not context.in_list and context.keys_at is None:
            self.keep(f"  {value.quoted(line.value)}")  # words in the place of a group: its rule says so
        elif above and context.words and not above.startswith((*value.MULTILINE, *value.BLOCK)):
            self.report("losse_regel", line.value, [text])
            self.keep(text)
        else:
            self.report("losse_regel", line.value, None)
            self.keep("")

    def _value(self, line: Line) -> None:
        """The value of a line and of those below that continue it: left as it is, or made to be read."""
        below = list(self._below(line))
        whole = "\n".join([line.value, *below])
        if (
            not line.value.strip()
            or line.value.startswith(value.BLOCK)
            or (below and value.is_whole(whole) and not value.is_cut(whole))
        ):
            self.keep(line.text, *below)
        elif below and not line.value.startswith(value.MULTILINE) and '"' not in whole:
            after = [replace(line, value=f'"{line.value}').text, *below[:-1], f'{below[-1]}"']
            self.report("hekje" if value.is_cut(whole) else "dubbelpunt", line.value, after, len(after))
            self.keep(*after)
        else:
            self.keep(self._one_line(line).text)

    def _one_line(self, line: Line) -> Line:
        if value.is_too_deep(line.value):
            self.report("te_diep", line.value.strip(), None)
            return replace(line, value="''")
        if self._is_no_group(line):
            return replace(line, key="", colon="", value=value.quoted(line.key + line.colon + line.value))
        if SIGNS.fullmatch(line.value.strip()):
            return replace(line, value=value.quoted(line.value))  # "?" is no answer: its rule says so
        if two := self._two_fields(line):
            return two
        found = value.mend(line.value, self.context.takes(line))
        if found is None:
            return line
        kind, after = found
        mended = replace(line, value=after)
        self.report(kind, line.value.strip(), [mended.text])
        return mended

    def _is_no_group(self, line: Line) -> bool:
        """Whether an item of a list of groups is no group: ``- Bezoekers: 1.233 per jaar`` among the figures."""
        group, below = self.context.group, self.context.below
        if not line.dash or group is None or line.value.startswith(value.MULTILINE) or meant(line.name, group):
            return False
        return below is None or below.name not in self.context.names or bool(below.dash)

    def _two_fields(self, line: Line) -> Line | None:
        """The first of two fields on one line; the mend puts the second on a line of its own."""
        found = SECOND.search(line.value)
        if not found or self.context.parent or found["key"] not in fields_of(Case).keys() - self.typed:
            return None
        first = replace(line, value=line.value[: found.start()])
        self.report("twee_velden", line.value, [first.text, line.value[found.start("key") :]])
        return first

    def _below(self, line: Line) -> Iterator[str]:
        """The lines that continue a value: a list or quotation until it ends, a text as far as it is indented."""
        taken = [line.value]
        column = line.indent + (len(line.dash) if line.key else 0)
        opened, block = line.value.startswith(value.MULTILINE), line.value.startswith(value.BLOCK)
        known = {*fields_of(Case), *self.context.names}
        for text in self.lines[self.number : self.last]:
            below = Line.of(text)
            if not line.value.strip() or (opened and value.is_whole("\n".join(taken))):
                return
            address = "url" in self.context.names and ADDRESS.fullmatch(text.strip())
            if (below.dash or below.name in known or address) and not block:
                return
            if text.strip() and below.indent <= column and not opened:
                return
            taken.append(text)
            yield text
