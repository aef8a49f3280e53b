"""What an author may want to know of each field, read off the model: the guide in the book shows it."""

from __future__ import annotations

import functools
import inspect
from dataclasses import dataclass

from pydantic.fields import FieldInfo

from praktijkboek.case import Case
from praktijkboek.field_shapes import bounds, group_in, takes_list, words_of
from praktijkboek.groups import Group, Needed
from praktijkboek.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Entry:
    """A field in Dutch words: ``what`` is expected; ``needed`` is "ja", "nee" or when; ``example`` is what is typed.

    ``meaning`` is ``what`` without how long it may be. ``words`` are those that can be chosen (none where any text is
    fine), ``entries`` the fields of a group, of which there may be ``many``.
    """

    name: str
    title: str
    meaning: str
    what: str
    needed: str
    example: str
    words: Vocabulary
    entries: tuple[Entry, ...]
    many: bool


@functools.cache
def guide(model: type[Group] = Case) -> tuple[Entry, ...]:
    """All fields of a model, in its order."""
    return tuple(_entry(info.alias or name, info) for name, info in model.model_fields.items())


def _entry(name: str, info: FieldInfo) -> Entry:
    group = group_in(info)
    entries = guide(group) if group else ()
    meaning = info.description or (inspect.getdoc(group) if group else None) or ""
    value = f"\n{_group_example(entries, takes_list(info))}" if group else f" {(info.examples or ['...'])[0]}"
    needed = "ja" if info.is_required() else next((m.when for m in info.metadata if isinstance(m, Needed)), "nee")
    return Entry(
        name=name,
        title=info.title or name,
        meaning=meaning,
        what=f"{meaning} {_length(info)}".strip(),
        needed=needed,
        example=f"{name}:{value}",
        words=words_of(info),
        entries=entries,
        many=takes_list(info),
    )


def _group_example(entries: tuple[Entry, ...], in_list: bool) -> str:
    """The fields of a group as they are typed: under each other, behind a dash where there may be more groups."""
    first, rest = ("  - ", "    ") if in_list else ("  ", "  ")
    return "\n".join((rest if i else first) + entry.example for i, entry in enumerate(entries))


def _length(info: FieldInfo) -> str:
    """How long a text or a list may be; nothing where there is no most."""
    length = bounds(info)
    if "max_length" not in length:
        return ""
    least = f"{length['min_length']} tot" if "min_length" in length else "Hoogstens"
    return f"{least} {length['max_length']} {'woorden' if takes_list(info) else 'tekens'}."
