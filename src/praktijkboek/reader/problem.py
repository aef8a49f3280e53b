"""What the reader ran into: a value, not an exception. The rules put it into words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from praktijkboek.finding import Span

Path = tuple[str | int, ...]
"""Where a value stands in the header: field names and positions in lists, counted from 0."""


@dataclass(frozen=True, slots=True)
class Problem:
    """``kind`` is pydantic's error type, one of ``field_types``, or one of the reader's own."""

    kind: str
    span: Span
    path: Path = ()
    value: Any = None
    context: Mapping[str, Any] = field(default_factory=dict)
