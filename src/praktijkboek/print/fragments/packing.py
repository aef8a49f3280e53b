"""A fragment as bytes, and back. Never a pickle: who can write a file in the cache may not run anything with it.

The first line is ``FORM`` and the sha256 of all that follows; the second says how long the next two parts are: the
facts and the index, both JSON. Then come the bytes of the things and of the parents, one after another.
"""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

from pydantic import TypeAdapter

from praktijkboek.print.fragments.fragment import Fragment, Thing

FORM = b"praktijkboek fragment 1 "
"""What the file of a fragment starts with; another number for another way of packing."""
FACTS = TypeAdapter(Fragment)
INDEX = TypeAdapter(tuple[list[tuple[int, int, int, int]], list[int]])
"""Of each thing its number, the lengths of its head and its data, its page; the lengths of the parents."""
NONE = -1


def pack(fragment: Fragment) -> bytes:
    """A fragment as the bytes of a file."""
    things, parents = fragment.things, fragment.parents
    index = [(number, *_lengths(thing)) for number, thing in things.items()]
    facts = FACTS.dump_json(replace(fragment, things={}, parents=[]))
    lengths = INDEX.dump_json((index, [len(parent) for parent in parents]))
    body = [part for thing in things.values() for part in (thing.head, thing.data or b"")]
    return seal(b"".join([b"%d %d\n" % (len(facts), len(lengths)), facts, lengths, *body, *parents]))


def unpack(data: bytes) -> Fragment:
    """A fragment from the bytes of a file.

    :raises ValueError: if these are something else, or damaged
    """
    facts, index, start = _places(data)
    fragment = FACTS.validate_json(data[facts])
    things, parents = INDEX.validate_json(data[index])
    for number, head, length, page in things:
        middle = start + head
        end = middle + max(length, 0)
        content = None if length == NONE else data[middle:end]
        fragment.things[number] = Thing(data[start:middle], content, None if page == NONE else page)
        start = end
    for length in parents:
        fragment.parents.append(data[start : start + length])
        start += length
    return fragment


def unpack_facts(data: bytes) -> Fragment:
    """The same without its things and parents.

    :raises ValueError: as ``unpack`` does
    """
    return FACTS.validate_json(data[_places(data)[0]])


def seal(content: bytes) -> bytes:
    """Any content as the bytes of a file that tells whether it is whole."""
    return b"%s%s\n%s" % (FORM, sha256(content).hexdigest().encode(), content)


def unseal(data: bytes) -> bytes:
    """The content of such a file.

    :raises ValueError: if it is something else, or damaged
    """
    return data[_start(data) :]


def _start(data: bytes) -> int:
    """Where the content starts, once it is sure that it is whole."""
    start = len(FORM) + 2 * sha256().digest_size + 1
    if data[:start] != b"%s%s\n" % (FORM, sha256(memoryview(data)[start:]).hexdigest().encode()):
        raise ValueError("not a fragment")
    return start


def _places(data: bytes) -> tuple[slice, slice, int]:
    """Where the facts, the index and the bytes stand, once it is sure that they are whole."""
    start = _start(data)
    end = data.index(b"\n", start) + 1
    facts, index = map(int, data[start:end].split())
    return slice(end, end + facts), slice(end + facts, end + facts + index), end + facts + index


def _lengths(thing: Thing) -> tuple[int, int, int]:
    data, page = thing.data, thing.page
    return len(thing.head), NONE if data is None else len(data), NONE if page is None else page
