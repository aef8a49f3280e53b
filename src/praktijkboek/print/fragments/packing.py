"""A fragment as bytes, and back. Never a pickle: who can write a file in the cache may not run anything with it.

The first line is ``FORM`` and the sha256 of the fragment's key and all that follows: the file of another fragment is
refused too. The second says how long the next two parts are: the facts and the index, both JSON. Then come the bytes of
the things and of the parents, one after another.
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


def pack(key: str, fragment: Fragment) -> bytes:
    """A fragment as the bytes of a file, to be found under this key."""
    things, parents = fragment.things, fragment.parents
    index = [(number, *_lengths(thing)) for number, thing in things.items()]
    facts = FACTS.dump_json(replace(fragment, things={}, parents=[]))
    lengths = INDEX.dump_json((index, [len(parent) for parent in parents]))
    body = [part for thing in things.values() for part in (thing.head, thing.data or b"")]
    rest = b"".join([b"%d %d\n" % (len(facts), len(lengths)), facts, lengths, *body, *parents])
    return _signature(key, rest) + rest


def unpack(key: str, data: bytes) -> Fragment:
    """The fragment of this key from the bytes of a file.

    :raises ValueError: if these are something else, or damaged
    """
    facts, index, start = _places(key, data)
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


def unpack_facts(key: str, data: bytes) -> Fragment:
    """The same without its things and parents.

    :raises ValueError: as ``unpack`` does
    """
    return FACTS.validate_json(data[_places(key, data)[0]])


def _places(key: str, data: bytes) -> tuple[slice, slice, int]:
    """Where the facts, the index and the bytes stand, once it is sure that they are whole."""
    start = len(FORM) + 2 * sha256().digest_size + 1
    if data[:start] != _signature(key, memoryview(data)[start:]):
        raise ValueError("not a fragment")
    end = data.index(b"\n", start) + 1
    facts, index = map(int, data[start:end].split())
    return slice(end, end + facts), slice(end + facts, end + facts + index), end + facts + index


def _signature(key: str, rest: bytes | memoryview) -> bytes:
    """The first line of a file."""
    signed = sha256(key.encode())
    signed.update(rest)
    return b"%s%s\n" % (FORM, signed.hexdigest().encode())


def _lengths(thing: Thing) -> tuple[int, int, int]:
    data, page = thing.data, thing.page
    return len(thing.head), NONE if data is None else len(data), NONE if page is None else page
