"""The YAML of a header as nodes that know where they stand.

YAML's own typing, its anchors and its tags are never used. Events, not ``yaml.compose``: that one recurses in C and
crashes the interpreter on ``'[' * 100000``; here the depth is limited.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from praktijkboek.finding import Span

MAX_DEPTH = 5


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


def parse(text: str) -> Node | None:
    """The node that ``text`` holds, None where it holds nothing; lines count from 1.

    :raises yaml.YAMLError: if it is no YAML
    :raises TooDeep, NotAHeader: if it is YAML that no header needs
    """
    return _build(yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)))


def _span(event: yaml.Event) -> Span:
    start, end = event.start_mark, event.end_mark
    assert start is not None and end is not None, "a parser's events have marks"
    last = end.column if end.line == start.line else start.column
    return Span(start.line + 1, start.column + 1, max(last, start.column + 1) + 1)


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
