"""What the reader ran into: a value, not an exception. The rules put it into words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from praktijkboek.finding import Fix, Span

Path = tuple[str | int, ...]
"""Where a value stands in the header: field names and positions in lists, counted from 0."""


@dataclass(frozen=True, slots=True)
class Problem:
    """``kind`` is pydantic's error type, one of ``field_types``, or one of the reader's own.

    ``fix`` is a mend that the reader itself tried out; others are made by the rule.
    """

    kind: str
    span: Span
    path: Path = ()
    value: Any = None
    context: Mapping[str, Any] = field(default_factory=dict)
    fix: Fix | None = None
