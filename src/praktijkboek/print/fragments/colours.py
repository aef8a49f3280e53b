"""Which red is red: the one colour profile of the file, to which the drawings of every fragment lead."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from praktijkboek.print import engine
from praktijkboek.print.fragments.fragment import Thing, pack
from praktijkboek.print.metadata import SRGB


@cache
def profile() -> bytes:
    """The profile as a shared object; it isn't compressed (3 kB), so that its hash is the same everywhere."""
    return pack(Thing(b"<</N 3>>", (files(engine.pdf) / SRGB).read_bytes()))
