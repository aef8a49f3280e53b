"""Instructions in bytes are carried out, one by one or many templates at once."""

import pytest

from praktijkboek.print.fragments.template import fill, fill_all

from .made import template

VALUES = {b"o1": b"7 0 R", b"n0": b"0012", b"v0,0.75,100": b"98.5"}


def filled(text: str, *gone: str) -> str:
    return fill(template(text), VALUES.__getitem__, gone.__contains__).decode()


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("<</Type/Page>>", "<</Type/Page>>"),
        ("«o1»", "7 0 R"),
        ("[«o1» «o1»]", "[7 0 R 7 0 R]"),
        ("1 0 0 1 «v0,0.75,100» 2 Tm <«n0»>", "1 0 0 1 98.5 2 Tm <0012>"),
        ("a«(1»b«)1»c", "abc"),
    ],
)
def test_an_instruction_becomes_its_value(text: str, result: str) -> None:
    assert filled(text) == result


def test_a_piece_that_is_gone_is_left_out_with_what_is_in_it() -> None:
    text = "a«(1»b«(2»c«o1»«)2»d«)1»e«(2»f«)2»"
    assert filled(text, "1") == "aef"
    assert filled(text, "2") == "abde"
    assert filled(text, "1", "2") == "ae"


def test_what_is_gone_is_not_asked_for() -> None:
    assert filled("«(1»«x9»«)1»!", "1") == "!"
    with pytest.raises(KeyError):
        filled("«(1»«x9»«)1»!")


def test_many_templates_become_what_each_becomes() -> None:
    texts = ["", "<<>>", "«o1»", "x«o1»«n0»y", ""]
    assert fill_all([template(text) for text in texts], VALUES) == [filled(text).encode() for text in texts]
    assert fill_all([], VALUES) == []
