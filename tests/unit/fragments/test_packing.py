"""A fragment comes back from its file as it went in, or not at all."""

import pickle
from dataclasses import fields
from hashlib import sha256

import pytest

from praktijkboek.print.fragments.fragment import Fragment, Piece, Slot, Thing
from praktijkboek.print.fragments.packing import FORM, Facts, pack, seal, unpack, unpack_facts, unseal
from praktijkboek.print.sharpness import Printed

WHOLE = Fragment(
    things={
        7: Thing(b"<</Type/Page/Parent \xffgpages\xff>>"),
        3: Thing(b"<</Filter/FlateDecode>>", b"\x00\n\r\xff"),
        12: Thing(b"", b"BT \xffn0\xff ET", 0),
        4: Thing(b"<<>>", b"", 1),
    },
    pages=[7, 9],
    spare=1,
    slots=[Slot("de-melkerij--lessen", 0, ["0012"] * 10, [4.1, 0.1 + 0.2] * 5, 12.300000000000001, "3")],
    pieces={"3": Piece(7.25, "de-melkerij", 2)},
    shifts=[[("n0", 0.5), ("(3", -1.0)], []],
    links=[("Onder ’t Perron", "onder-t-perron"), ("site", "https://voorbeeld.be/?a=1&b=2")],
    anchors=[("de-melkerij", 0, 42.52, 600.0)],
    bookmarks=[(1, "Café \U0001f600 “\\n”", 0, 1.5, 2.5, "open")],
    elements=[20, 21],
    parents=[b"[\xffo20\xff]", b"", b"\xffo21\xff\n"],
    names=[("n1", 20)],
    fonts=[{"hash": "a1", "widths": {"12": 500}, "bold": None, "boxes": [1, 2.5]}],
    photos=[Printed("boek:beeld/gevel.jpg", 1, 80.5, 200.25)],
    shared=["0" * 64],
)
KEY = "3f2a"
DATA = pack(KEY, WHOLE)


def test_every_part_comes_back() -> None:
    assert all(getattr(WHOLE, field.name) for field in fields(Fragment)), "the fragment above has all there is"
    assert unpack(KEY, DATA) == WHOLE
    assert list(unpack(KEY, DATA).things) == list(WHOLE.things)
    assert pack(KEY, unpack(KEY, DATA)) == DATA
    assert unpack(KEY, pack(KEY, Fragment({}, []))) == Fragment({}, [])


def test_the_facts_come_without_the_bytes() -> None:
    assert unpack_facts(KEY, DATA) == Facts.of(WHOLE)


@pytest.mark.parametrize("read", [unpack, unpack_facts])
def test_a_damaged_file_is_refused(read: object) -> None:
    assert callable(read)
    for place in range(len(DATA)):
        with pytest.raises(ValueError, match="not a fragment"):
            read(KEY, DATA[:place] + bytes([DATA[place] ^ 1]) + DATA[place + 1 :])
        with pytest.raises(ValueError, match="not a fragment"):
            read(KEY, DATA[:place])


def test_a_longer_file_is_refused() -> None:
    with pytest.raises(ValueError, match="not a fragment"):
        unpack(KEY, DATA + b"x")


@pytest.mark.parametrize("read", [unpack, unpack_facts])
def test_the_file_of_another_fragment_is_refused(read: object) -> None:
    """A whole one, that came under this name."""
    assert callable(read)
    with pytest.raises(ValueError, match="not a fragment"):
        read("4b1c", DATA)


def signed(rest: bytes, form: bytes = FORM) -> bytes:
    return form + sha256(KEY.encode() + rest).hexdigest().encode() + b"\n" + rest


@pytest.mark.parametrize(
    "data",
    [
        pickle.dumps(WHOLE),
        signed(DATA.partition(b"\n")[2], FORM.replace(b"1", b"0")),
        *map(signed, (b"", b"2 2 2\n", b"2 2 2\n{}{}[]", b"twee 2 2\n{}{}[]", b"2 2\n{}{}", b"1 1 1\n\xff\xff\xff")),
        signed(b'0 100000 2\n{"fonts":' + b"[" * 99_991 + b"[]"),
    ],
)
def test_what_somebody_else_wrote_is_refused(data: bytes) -> None:
    """Also where its hash is right: what stands in it is not what a fragment has."""
    with pytest.raises(ValueError, match=r"not a fragment|validation error|not found|literal|unpack"):
        unpack(KEY, data)


def test_any_file_comes_back_whole_or_not_at_all() -> None:
    sealed = seal(KEY, b"%PDF\n\xff")
    assert unseal(KEY, sealed) == b"%PDF\n\xff"
    for key, data in ((KEY, sealed[:-1]), (KEY, sealed + b"x"), (KEY, b""), ("elders", sealed)):
        with pytest.raises(ValueError, match="not a fragment"):
            unseal(key, data)
