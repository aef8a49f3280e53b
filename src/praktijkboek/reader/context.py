"""What is open around a line of a header: the group or list that it may belong to."""

from __future__ import annotations

from dataclasses import dataclass, field

from praktijkboek.case import Case
from praktijkboek.groups import Group
from praktijkboek.reader.facts import fields_of, group_of, is_list, meant, takes_words
from praktijkboek.reader.line import Line
from praktijkboek.reader.value import Takes


@dataclass
class Context:
    """The field that is open, the columns at which its lines begin, and what the line above was."""

    parent: str = ""
    dash_at: int | None = None
    keys_at: int | None = None
    keys: set[str] = field(default_factory=set)
    """The names in the item that is open."""
    singles: bool = True
    """Whether each item so far has one name, behind a dash."""
    dashed: bool = False
    """Whether the dashes of this list are ours."""
    outdented: bool = False
    """Whether the line above was in the group, but not indented."""
    awaits: bool = False
    """Whether the field above has no value yet, and takes one that isn't a list or a group."""
    words: bool = False
    """Whether the field above takes any words, and not only a date, a number or a term."""
    last: str | None = None
    """The value of the field above, which a line without a name may continue."""
    below: Line | None = None
    """The next line with words."""

    @property
    def group(self) -> type[Group] | None:
        """The fields that belong here; None in a list of words and outside any."""
        return group_of(Case, self.parent) if self.parent else None

    @property
    def in_list(self) -> bool:
        """Whether items with dashes belong here."""
        return bool(self.parent) and is_list(Case, self.parent)

    @property
    def names(self) -> frozenset[str]:
        """The fields that belong in the open group."""
        return frozenset(fields_of(self.group)) if self.group else frozenset()

    def model(self, line: Line) -> type[Group]:
        """What the field on a line belongs to: the open group, or the case itself."""
        return self.group if self.group and line.name in self.names else Case

    def takes(self, line: Line) -> Takes:
        """What the field on a line holds."""
        if line.name in {"url", "website"}:
            return Takes.ADDRESS
        if is_list(self.model(line), line.name):
            return Takes.LIST
        return Takes.GROUP if group_of(self.model(line), line.name) else Takes.TEXT

    def belongs(self, line: Line) -> bool:
        """Whether a line belongs in the open group or list: it is indented, or can be nothing else."""
        mine = line.name in self.names if self.group else not line.key
        return mine and (line.indent > 0 or line.name not in fields_of(Case) or self._goes_on(line))

    def _goes_on(self, line: Line) -> bool:
        """Whether lines of the group stand above and below a line that could also be a field of the case."""
        below = self.below.name if self.below else ""
        return self.outdented and line.name not in self.keys and below in self.names - fields_of(Case).keys()

    def is_field(self, line: Line) -> bool:
        """Whether the name behind a dash is that of a field of its own, not one of the open list."""
        outside = (self.dash_at or line.indent) != line.indent
        return line.name in fields_of(Case) and (not self.parent or line.name not in self.names or outside)

    def lacks_dash(self, line: Line) -> bool:
        """Whether a line is the first of an item whose dash was forgotten."""
        first = self.dash_at is None or (self.dashed and not self.group)
        return self.in_list and not line.dash and first and self.belongs(line)

    def same_item(self, line: Line) -> bool:
        """Whether a dash begins no new item: each field has one, and this one isn't in the item yet."""
        known = self.keys and self.keys <= self.names
        return bool(known) and self.singles and line.name in self.names - self.keys and line.indent == self.dash_at

    def expected(self, line: Line) -> int | None:
        """The column at which a line should begin; None where any will do."""
        if line.dash:
            return self.dash_at if self.parent else None
        if not line.key or (self.parent and self.parent not in fields_of(Case)):
            return None
        if self.group and self.belongs(line):
            return 2 if self.keys_at is None and not line.indent else self.keys_at
        return 0 if line.name in fields_of(Case) else None

    def after(self, line: Line) -> Context:
        """What is open below a line with a name or a dash."""
        context = self
        if line.dash:
            self.dash_at, self.keys_at, self.keys = line.indent, line.indent + len(line.dash), {line.name}
        elif line.indent == 0:
            context = Context()
            takes = context.takes(line)
            context.awaits = not line.value.strip() and line.name in fields_of(Case) and takes not in NESTED
            if not line.value.strip() and not context.awaits:
                context.parent = meant(line.name, Case) or line.name
        else:
            self.keys_at = line.indent if self.keys_at is None else self.keys_at
            self.keys.add(line.name)
        context.last = line.value.strip()
        context.words = takes_words(context.model(line), line.name)
        return context


NESTED = {Takes.LIST, Takes.GROUP}
