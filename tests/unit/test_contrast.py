"""All text of the printed book stands out from its ground: 4.5:1 at least (WCAG 2.2, 1.4.3)."""

import re

import pytest
from conftest import REPOSITORY

from praktijkboek.drawing import THEME_COLOURS
from praktijkboek.drawing.cover import NIGHT

LEAST = 4.5
CSS = {
    path.stem: path.read_text(encoding="utf-8")
    for path in (REPOSITORY / "src" / "praktijkboek" / "print" / "css").glob("*.css")
}
COLOURS = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", CSS["fonts"]))
GROUNDS = ("papier", "tint", "nacht")


def luminance(colour: str) -> float:
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def full(colour: str) -> str:
    return "#" + "".join(2 * digit for digit in colour[1:]) if len(colour) == 4 else colour


def test_black_on_white_is_21() -> None:
    assert round(contrast("#000000", "#ffffff"), 1) == 21.0


@pytest.mark.parametrize("ground", GROUNDS)
def test_what_stands_on_a_ground_is_named_after_it(ground: str) -> None:
    pairs = {name: colour for name, colour in COLOURS.items() if name.startswith(f"op-{ground}")}
    assert pairs
    assert {name for name, colour in pairs.items() if contrast(colour, COLOURS[ground]) < LEAST} == set()


@pytest.mark.parametrize("theme", [*THEME_COLOURS, "kleur"])
def test_colours_of_angles_carry_white_and_stand_on_paper_and_tint(theme: str) -> None:
    colour = THEME_COLOURS.get(theme) or COLOURS[theme]
    for ground in ("papier", "tint"):
        assert contrast(colour, COLOURS[ground]) >= LEAST, ground


def test_every_other_colour_of_text_stands_on_paper_and_tint() -> None:
    """A rule with a ground of its own is measured against that; white stands on the colour of an angle.

    ``aria-hidden`` numerals adorn.
    """
    seen = 0
    for name, css in CSS.items():
        for selector, rule in re.findall(r"([^{}]*)\{([^{}]*)\}", css):
            text = re.search(r"(?<![-\w])color: (#[0-9a-f]{3,6})", rule)
            if not text or ".deel-nummer" in selector:
                continue
            own = re.search(r"background(?:-color)?: (#[0-9a-f]{3,6}|var\(--kleur\))", rule)
            grounds = [COLOURS["papier"], COLOURS["tint"]]
            if own and own[1].startswith("#"):
                grounds = [full(own[1])]
            elif own or full(text[1]) == "#ffffff":
                grounds = [*THEME_COLOURS.values()]
            seen += 1
            assert min(contrast(full(text[1]), ground) for ground in grounds) >= LEAST, (name, selector.strip())
    assert seen > 3


def test_the_cover_is_as_dark_as_its_words_need() -> None:
    assert COLOURS["nacht"] == NIGHT
