"""The objects of a fragment, with numbers of the whole file."""

from __future__ import annotations

from praktijkboek.print.fragments.file import File
from praktijkboek.print.fragments.fragment import Fragment, Thing
from praktijkboek.print.fragments.template import BEGIN, MARK, fill_all
from praktijkboek.print.fragments.values import Values

WITH_PIECES = MARK + BEGIN


def write_things(file: File, fragment: Fragment, values: Values, pages: int) -> None:
    """Write the objects of a fragment, and tell ``values`` under which numbers.

    :param pages: how many of its pages are used; what belongs to the others isn't written
    """
    unused = {*fragment.pages[pages:]}
    things = {
        number: thing
        for number, thing in fragment.things.items()
        if number not in unused and (thing.page is None or thing.page < pages)
    }
    first = file.reserve(len(things))
    for own, number in enumerate(things, start=first):
        values[b"o%d" % number] = b"%d 0 R" % own
    small: dict[int, bytes] = {}
    for own, thing in enumerate(things.values(), start=first):
        if thing.data is not None:
            _write_stream(file, own, thing, values)
        elif WITH_PIECES in thing.head:
            file.small(own, values.filled(thing.head, thing.page))
        else:
            small[own] = thing.head
    file.smalls([*small], fill_all([*small.values()], values))


def _write_stream(file: File, number: int, thing: Thing, values: Values) -> None:
    assert thing.data is not None
    head = values.filled(thing.head, thing.page)
    if thing.page is None:
        file.stream(number, head, thing.data)
    else:
        file.deflated(number, head, values.filled(thing.data, thing.page))
