"""The shape of a field of the model: a group, a list, words from a fixed list, how long."""

from __future__ import annotations

import typing
from collections.abc import Iterator
from typing import Any

from pydantic import AfterValidator
from pydantic.fields import FieldInfo

from praktijkboek.case import Group
from praktijkboek.field_types import InList
from praktijkboek.vocabulary import Vocabulary, lists


def group_in(info: FieldInfo) -> type[Group] | None:
    """The group that a field holds, once or in a list; None for words and numbers."""
    kinds = (part for part in _parts(info.annotation) if isinstance(part, type))
    return next((kind for kind in kinds if issubclass(kind, Group)), None)


def takes_list(info: FieldInfo) -> bool:
    """Whether a field takes a list, of words or of groups."""
    return any(typing.get_origin(part) is list for part in _parts(info.annotation))


def words_of(info: FieldInfo) -> Vocabulary:
    """The terms that a field takes; empty where it takes any text."""
    found = (*info.metadata, *_parts(info.annotation))
    names = (part.func.name for part in found if isinstance(part, AfterValidator) and isinstance(part.func, InList))
    name = next(names, "")
    return lists()[name] if name else {}


def bounds(info: FieldInfo) -> dict[str, int]:
    """``min_length`` and ``max_length`` (characters, or items of a list), where the model sets them."""
    names = ("min_length", "max_length")
    return {name: getattr(part, name) for part in info.metadata for name in names if hasattr(part, name)}


def _parts(annotation: Any) -> Iterator[Any]:
    """An annotation and all that stands in it: the X of ``list[X]``, of ``X | None`` and of ``Annotated[X, ...]``."""
    yield annotation
    if not isinstance(annotation, type) or typing.get_args(annotation):
        for inner in typing.get_args(annotation):
            yield from _parts(inner)
