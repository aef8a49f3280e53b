"""The header of a case: found, parsed as YAML events into nodes that know where they stand.

YAML's own typing, its anchors and its tags are never used. Events, not ``yaml.compose``: that one recurses in C and
crashes the interpreter on ``'[' * 100000``; here the depth is limited.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import yaml

from praktijkboek.finding import Span
from praktijkboek.reader.problem import Problem

MAX_DEPTH = 5
FENCE = "---"


@dataclass(frozen=True, slots=True)
class Scalar:
    """The characters that an author typed, without quotes."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class ListNode:
    """Items between brackets or after dashes."""

    items: tuple[Node, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class MapNode:
    """Keys with values, in the order of the file; a double key stands there twice."""

    entries: tuple[tuple[Scalar, Node], ...]
    span: Span


Node = Scalar | ListNode | MapNode


class TooDeep(Exception):
    """Lists or groups inside each other beyond ``MAX_DEPTH``."""

    def __init__(self, span: Span) -> None:
        super().__init__("too deep")
        self.span = span


class NotAHeader(Exception):
    """YAML that no header needs: anchors, tags, keys that are not plain words."""

    def __init__(self, span: Span) -> None:
        super().__init__("not a header")
        self.span = span


@dataclass(frozen=True, slots=True)
class Header:
    """``end_line`` is the line of the closing fence, 0 where there is no header."""

    root: MapNode | None
    end_line: int
    problems: tuple[Problem, ...] = ()


def read_header(lines: Sequence[str]) -> Header:
    """Find the header between its fences and read it; what went wrong stands in ``problems``."""
    if not lines or lines[0].rstrip() != FENCE:
        return Header(None, 0, (Problem("kop_ontbreekt", Span(1), value="".join(lines).strip()[:1]),))
    end = next((i for i, line in enumerate(lines[1:], start=2) if line.rstrip() == FENCE), 0)
    problems: list[Problem] = []
    if not end:
        end = _end_without_fence(lines)
        problems.append(Problem("kop_niet_gesloten", Span(end)))
    inside = lines[1 : end - (not problems)]
    root, problem = _parse("\n".join(inside))
    problems += [problem] if problem else []
    return Header(root, end, (*problems, *_cut_values(inside)))


CUT = re.compile(r"\s*(?:-\s+)?(?:[\w'’-]+:\s+|(?<=-\s))(?P<value>[^\"'\s\[{#|>].*?\s#.*)")
"""A value without quotes and with `` #`` in it: YAML throws the rest of the line away."""


def _cut_values(lines: Sequence[str]) -> Iterator[Problem]:
    for number, line in enumerate(lines, start=2):
        if match := CUT.fullmatch(line.rstrip()):
            value, start = match["value"], match.start("value")
            quote = "'" if '"' in value else '"'
            context = {"proposal": f"{quote}{value}{quote}"}
            yield Problem("hekje", Span(number, start + 1, start + 1 + len(value)), value=value, context=context)


def _end_without_fence(lines: Sequence[str]) -> int:
    """The last line of a header that was not closed: the last one with words above the first heading of the text."""
    end = next((i for i, line in enumerate(lines) if line.startswith("#")), len(lines))
    while end > 1 and not lines[end - 1].strip():
        end -= 1
    return end


def _parse(text: str) -> tuple[MapNode | None, Problem | None]:
    """Parse YAML that starts on the file's second line."""
    try:
        root = _build(yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)))
    except (TooDeep, NotAHeader) as error:
        return None, Problem("te_diep" if isinstance(error, TooDeep) else "kop_vreemd", error.span)
    except yaml.YAMLError as error:
        return None, Problem("kop_onleesbaar", _error_span(error))
    if not isinstance(root, MapNode):
        return None, Problem("kop_zonder_velden", Span(2))
    return root, None


def _error_span(error: yaml.YAMLError) -> Span:
    mark = getattr(error, "context_mark", None) or getattr(error, "problem_mark", None)
    return Span(mark.line + 2, mark.column + 1, mark.column + 2) if mark else Span(2)


def _span(event: yaml.Event) -> Span:
    start, end = event.start_mark, event.end_mark
    assert start is not None and end is not None, "a parser's events have marks"
    last = end.column if end.line == start.line else start.column
    return Span(start.line + 2, start.column + 1, max(last, start.column + 1) + 1)


def _build(events: Iterator[yaml.Event]) -> Node | None:
    for event in events:
        if isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent | yaml.AliasEvent):
            return _node(event, events, 1)
    return None


def _node(event: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Node:
    span = _span(event)
    if depth > MAX_DEPTH:
        raise TooDeep(span)
    if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) or getattr(event, "tag", None):
        raise NotAHeader(span)
    if isinstance(event, yaml.SequenceStartEvent):
        return ListNode(tuple(_items(events, depth)), span)
    if isinstance(event, yaml.MappingStartEvent):
        return MapNode(tuple(_entries(events, depth)), span)
    assert isinstance(event, yaml.ScalarEvent)
    return Scalar(event.value, span)


def _items(events: Iterator[yaml.Event], depth: int) -> Iterator[Node]:
    for event in events:
        if isinstance(event, yaml.SequenceEndEvent):
            return
        yield _node(event, events, depth + 1)


def _entries(events: Iterator[yaml.Event], depth: int) -> Iterator[tuple[Scalar, Node]]:
    for event in events:
        if isinstance(event, yaml.MappingEndEvent):
            return
        key = _node(event, events, depth + 1)
        if not isinstance(key, Scalar):
            raise NotAHeader(key.span)
        yield key, _node(next(events), events, depth + 1)
