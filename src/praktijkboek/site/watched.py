"""Cases that note what is read of them, so that a page is made again when just that changes and not otherwise.

Chapters and the pages of other cases show facts of a case: its title in a list, its transport in a matrix. Nobody has
to say which: while a page is read, each field that it asks for is noted, and the digest of all of them is compared when
the next build starts.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, cast

from praktijkboek.case import Case

Note = tuple[str, str]
"""The name of a case and one of its fields; ``ORDER`` for which cases there are."""
ORDER: Note = ("", "")


class WatchedCase:
    """Stands for a case, and notes which of its fields are read."""

    def __init__(self, slug: str, case: Case, note: Callable[[Note], None]) -> None:
        self._slug, self._case, self._note = slug, case, note

    def __getattr__(self, field: str) -> Any:
        self._note((self._slug, field))
        return getattr(self._case, field)


class WatchedCases(Mapping[str, Case]):
    """All cases, in the book's order; notes what is read of which, and whether somebody looked which there are."""

    def __init__(self, cases: Mapping[str, Case], note: Callable[[Note], None]) -> None:
        self._cases, self._note = cases, note

    def __getitem__(self, slug: str) -> Case:
        if slug not in self._cases:
            self._note(ORDER)
        return cast(Case, WatchedCase(slug, self._cases[slug], self._note))

    def __iter__(self) -> Iterator[str]:
        self._note(ORDER)
        return iter(self._cases)

    def __len__(self) -> int:
        self._note(ORDER)
        return len(self._cases)


def digest(notes: Iterable[Note], cases: Mapping[str, Case], derived: Mapping[str, Callable[[str], object]]) -> str:
    """What the noted fields hold now, as a hash.

    :param derived: what is no field of a case but follows from all of them: by its name, a function of the case's name
    """
    hashed = hashlib.sha256()
    for slug, field in sorted(notes):
        if (slug, field) == ORDER:
            value: object = list(cases)
        elif slug not in cases:
            value = None
        else:
            value = derived[field](slug) if field in derived else getattr(cases[slug], field)
        hashed.update(f"{slug}\0{field}\0{value!r}\n".encode())
    return hashed.hexdigest()
