"""The fields of a header as JSON Schema (2020-12), so that an editor completes words and underlines mistakes.

The schema takes what an author types, before the reader makes dates and numbers of it: text, or a bare number.
"""

from __future__ import annotations

from typing import Any

from pydantic.fields import FieldInfo

from praktijkboek.case import Case, Group
from praktijkboek.field_shapes import bounds, group_in, takes_list, words_of

DIALECT = "https://json-schema.org/draft/2020-12/schema"
PLAIN = ["string", "number"]
"""What stands behind a field: editors read ``2021`` and ``9850`` as numbers."""


def schema() -> dict[str, Any]:
    """The schema of a whole header."""
    return {"$schema": DIALECT, "title": "De kop van een praktijk", **_group(Case)}


def _group(model: type[Group]) -> dict[str, Any]:
    fields = {info.alias or name: info for name, info in model.model_fields.items()}
    return {
        "type": "object",
        "description": " ".join((model.__doc__ or "").split()),
        "properties": {name: _field(info) for name, info in fields.items()},
        "required": [name for name, info in fields.items() if info.is_required()],
        "additionalProperties": False,
    }


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
