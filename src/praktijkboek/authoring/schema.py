"""The fields of a header as JSON Schema (2020-12), so that an editor completes words and underlines mistakes.

The schema takes what an author types, before the reader makes dates and numbers of it: text, or a bare number.
"""

from __future__ import annotations

from typing import Any

from pydantic.fields import FieldInfo

from praktijkboek.case import Case, Group
from praktijkboek.field_shapes import bounds, group_in, takes_list, words_of
from praktijkboek.reader.facts import canonical, fields_of

DIALECT = "https://json-schema.org/draft/2020-12/schema"
PLAIN = ["string", "number"]
"""What stands behind a field: editors read ``2021`` and ``9850`` as numbers."""


def schema() -> dict[str, Any]:
    """The schema of a whole header."""
    return {"$schema": DIALECT, "title": "De kop van een praktijk", **_group(Case)}


def _group(model: type[Group]) -> dict[str, Any]:
    fields = fields_of(model)
    needed = [[name, *_also(name, info)] for name, info in fields.items() if info.is_required()]
    found = {
        "type": "object",
        "description": " ".join((model.__doc__ or "").split()),
        "properties": {word: _field(info) for name, info in fields.items() for word in (name, *_also(name, info))},
        "required": [name for name, *also in needed if not also],
        "additionalProperties": False,
    }
    if spelled := [{"oneOf": [{"required": [word]} for word in words]} for words in needed if len(words) > 1]:
        found["allOf"] = spelled
    return found


def _also(name: str, info: FieldInfo) -> list[str]:
    """How Dutch spells the name of a field, where that differs: ``foto's`` and ``foto’s``; the reader takes both."""
    spelled = (info.title or "").casefold()
    same = canonical(spelled) == name and spelled != name
    return sorted({spelled, spelled.replace("’", "'")}) if same else []


def _field(info: FieldInfo) -> dict[str, Any]:
    """One field with its Dutch words; a title and a description of the field stand above those of its group."""
    found = _list(info) if takes_list(info) else _one(info)
    words = {"title": info.title, "description": info.description}
    found |= {key: word for key, word in words.items() if word}
    if info.examples and not takes_list(info):
        found["examples"] = list(info.examples)
    return found


def _list(info: FieldInfo) -> dict[str, Any]:
    limits = {key.replace("_length", "Items").replace("_", ""): number for key, number in bounds(info).items()}
    return {"type": "array", "items": _value(info), **limits}


def _one(info: FieldInfo) -> dict[str, Any]:
    limits = {key.replace("_length", "Length").replace("_", ""): number for key, number in bounds(info).items()}
    return {**_value(info), **limits}


def _value(info: FieldInfo) -> dict[str, Any]:
    """A group, a word from a list with its label, two coordinates, or any text or number."""
    if group := group_in(info):
        return _group(group)
    if words := words_of(info):
        return {"enum": list(words), "enumDescriptions": [term.label for term in words.values()]}
    if info.title == Case.model_fields["coordinaten"].title:
        return {"type": "array", "items": {"type": PLAIN}, "minItems": 2, "maxItems": 2}
    return {"type": PLAIN}
