"""What an author may want to know of each field, read off the model: the guide in the book shows it."""

from __future__ import annotations

import functools
import inspect
import typing
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import AfterValidator
from pydantic.fields import FieldInfo

from praktijkboek.case import Case
from praktijkboek.field_types import InList
from praktijkboek.groups import Group, Needed
from praktijkboek.reader.facts import fields_of, group_of


@dataclass(frozen=True, slots=True)
class Entry:
    """A field in Dutch words: ``what`` is expected; ``needed`` is "ja", "nee" or when; ``example`` is what is typed.

    ``vocabulary`` names the list that its words come from, ``entries`` are the fields of a group.
    """

    name: str
    title: str
    what: str
    needed: str
    example: str
    vocabulary: str | None
    entries: tuple[Entry, ...] = ()


@functools.cache
def guide(model: type[Group] = Case) -> tuple[Entry, ...]:
    """All fields of a model, in its order."""
    return tuple(_entry(model, name, info) for name, info in fields_of(model).items())


def _entry(model: type[Group], name: str, info: FieldInfo) -> Entry:
    group = group_of(model, name)
    what = info.description or (inspect.getdoc(group) if group else None) or ""
    return Entry(
        name,
        info.title or name,
        " ".join([what, *_bounds(info)]),
        "ja" if info.is_required() else next((m.when for m in info.metadata if isinstance(m, Needed)), "nee"),
        f"{name}:\n{_group_example(guide(group), _is_list(info))}"
        if group
        else f"{name}: {(info.examples or ['...'])[0]}",
        next(_vocabularies(info.metadata, info.annotation), None),
        guide(group) if group else (),
    )


def _is_list(info: FieldInfo) -> bool:
    return typing.get_origin(info.annotation) is list


def _group_example(entries: tuple[Entry, ...], in_list: bool) -> str:
    """The fields of a group as they are typed: under each other, behind a dash where there may be more groups."""
    first, rest = ("  - ", "    ") if in_list else ("  ", "  ")
    return "\n".join((rest if i else first) + entry.example for i, entry in enumerate(entries))


def _bounds(info: FieldInfo) -> Iterator[str]:
    """How long a text or a list may be, where there is a most."""
    least = next((m.min_length for m in info.metadata if hasattr(m, "min_length")), None)
    most = next((m.max_length for m in info.metadata if hasattr(m, "max_length")), None)
    if most:
        yield f"{f'{least} tot' if least else 'Hoogstens'} {most} {'woorden' if _is_list(info) else 'tekens'}."


def _vocabularies(*parts: Any) -> Iterator[str]:
    """The lists of words that are named somewhere in a type."""
    for part in parts:
        if isinstance(part, AfterValidator) and isinstance(part.func, InList):
            yield part.func.name
        inner = part if isinstance(part, list) else (*typing.get_args(part), *getattr(part, "__metadata__", ()))
        yield from _vocabularies(*inner)
