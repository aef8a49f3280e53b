"""A fragment as bytes, and back. Never a pickle: who can write a file in the cache may not run anything with it.

The first line is ``FORM`` and the sha256 of the fragment's key and all that follows: the file of another fragment is
refused too. The second says how long the next three parts are, in JSON: the facts, the fragment without its bytes, the
index of these. Then come the bytes of things and parents.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import accumulate, pairwise

from pydantic import TypeAdapter

from praktijkboek.print.fragments.fragment import Fragment, Thing, is_address


@dataclass(slots=True)
class Facts:
    """What is to be known of all fragments before the first is written: of a whole book, it fits in memory.

    :param pages: how many it has
    :param spare: as in ``Fragment``
    :param anchors: each with its page in the fragment, from 0
    :param shared: as in ``Fragment``
    :param elsewhere: the anchors in other fragments to which it leads
    """

    pages: int
    spare: int
    anchors: list[tuple[str, int]]
    shared: list[str]
    elsewhere: list[str]

    @classmethod
    def of(cls, fragment: Fragment) -> Facts:
        """Those of a fragment."""
        own = {name for name, *_ in fragment.anchors}
        elsewhere = {target for _, target in fragment.links if target not in own and not is_address(target)}
        anchors = [(name, page) for name, page, *_ in fragment.anchors]
        return cls(len(fragment.pages), fragment.spare, anchors, fragment.shared, sorted(elsewhere))


FORM = b"praktijkboek fragment 1 "
"""What the file of a fragment starts with; another number for another way of packing."""
FACTS = TypeAdapter(Facts)
REST = TypeAdapter(Fragment)
INDEX = TypeAdapter(tuple[list[tuple[int, int, int | None, int | None]], list[int]])
"""Of each thing its number, the lengths of its head and its data, its page; the lengths of the parents."""


def pack(key: str, fragment: Fragment) -> bytes:
    """A fragment as the bytes of a file, to be found under this key."""
    things, parents = fragment.things, fragment.parents
    index = [(number, *_lengths(thing)) for number, thing in things.items()]
    parts = [
        FACTS.dump_json(Facts.of(fragment)),
        REST.dump_json(replace(fragment, things={}, parents=[])),
        INDEX.dump_json((index, [len(parent) for parent in parents])),
    ]
    body = [part for thing in things.values() for part in (thing.head, thing.data or b"")]
    rest = b"".join([b"%d %d %d\n" % tuple(map(len, parts)), *parts, *body, *parents])
    return seal(key, rest)


def unpack(key: str, data: bytes) -> Fragment:
    """The fragment of this key from the bytes of a file.

    :raises ValueError: if these are something else, or damaged
    """
    _, rest, index = _places(key, data)
    fragment, start = REST.validate_json(data[rest]), index.stop
    things, parents = INDEX.validate_json(data[index])
    for number, head, length, page in things:
        middle = start + head
        end = middle + (length or 0)
        content = None if length is None else data[middle:end]
        fragment.things[number] = Thing(data[start:middle], content, page)
        start = end
    for length in parents:
        fragment.parents.append(data[start : start + length])
        start += length
    return fragment


def unpack_facts(key: str, data: bytes) -> Facts:
    """What is to be known of a fragment, from the same bytes.

    :raises ValueError: as ``unpack`` does
    """
    return FACTS.validate_json(data[_places(key, data)[0]])


def seal(key: str, content: bytes) -> bytes:
    """Any content as the bytes of a file that tells whether it is whole, and what was asked for."""
    return _signature(key, content) + content


def unseal(key: str, data: bytes) -> bytes:
    """The content of such a file.

    :raises ValueError: if it is something else, or damaged
    """
    return data[_start(key, data) :]


def _start(key: str, data: bytes) -> int:
    """Where the content starts, once it is sure that it is whole."""
    start = len(FORM) + 2 * sha256().digest_size + 1
    if data[:start] != _signature(key, memoryview(data)[start:]):
        raise ValueError("not a fragment")
    return start


def _places(key: str, data: bytes) -> list[slice]:
    """Where the three parts of JSON stand, once it is sure that the whole is undamaged; the bytes follow the last."""
    start = _start(key, data)
    end = data.index(b"\n", start) + 1
    facts, rest, index = map(int, data[start:end].split())
    ends = list(accumulate((end, facts, rest, index)))
    return [slice(*places) for places in pairwise(ends)]


def _signature(key: str, rest: bytes | memoryview) -> bytes:
    """The first line of a file."""
    signed = sha256(key.encode())
    signed.update(rest)
    return b"%s%s\n" % (FORM, signed.hexdigest().encode())


def _lengths(thing: Thing) -> tuple[int, int | None, int | None]:
    return len(thing.head), None if thing.data is None else len(thing.data), thing.page
