"""Each fragment gets its pages: on the side where it must start, and in fours for a print shop."""

import pytest

from praktijkboek.print.fragments.fragment import Fragment
from praktijkboek.print.fragments.packing import Facts
from praktijkboek.print.fragments.plan import Laid, Placed, page_numbers, plan, plan_in_fours

from .made import BLANK, laid, pages, unit

FILLER = laid(unit("vulling"), pages(1))


def made(name: str, count: int, spare: int = 0, **what: str) -> Laid:
    anchors = [(f"{name}-{page}", page, 0.0, 0.0) for page in range(count)]
    return laid(unit(name, **what), pages(count, spare=spare, anchors=anchors))


def shown(placed: list[Placed]) -> list[str]:
    return [f"{one.laid.unit.name} {one.first}+{one.pages}" for one in placed]


def test_pages_follow_one_another() -> None:
    assert shown(plan([made("a", 1), made("b", 3), made("c", 2)], BLANK)) == ["a 1+1", "b 2+3", "c 5+2"]


@pytest.mark.parametrize(
    ("before", "side", "expected"),
    [
        (1, "left", ["a 1+1", "b 2+2"]),
        (2, "left", ["a 1+2", "land 3+1", "b 4+2"]),
        (1, "right", ["a 1+1", "land 2+1", "b 3+2"]),
        (2, "right", ["a 1+2", "b 3+2"]),
    ],
)
def test_a_unit_starts_on_its_side(before: int, side: str, expected: list[str]) -> None:
    assert shown(plan([made("a", before), made("b", 2, starts=side)], BLANK)) == expected


def test_a_first_unit_may_start_on_the_left() -> None:
    assert shown(plan([made("a", 1, starts="left")], BLANK)) == ["land 1+1", "a 2+1"]


def test_a_spare_page_is_used_where_it_is_needed_only() -> None:
    even, odd = (made(name, count, spare=1, part="deel", starts="left") for name, count in (("even", 3), ("oneven", 4)))
    placed = plan([made("omslag", 1), even, odd, even], BLANK)
    assert shown(placed) == ["omslag 1+1", "even 2+2", "oneven 4+4", "even 8+2"]


def test_a_spare_page_is_for_the_same_part_only() -> None:
    first = made("a", 2, spare=1, part="een")
    assert shown(plan([first, made("b", 1, part="een", starts="right")], BLANK)) == ["a 1+2", "b 3+1"]
    assert shown(plan([first, made("b", 1, part="twee", starts="right")], BLANK)) == ["a 1+1", "land 2+1", "b 3+1"]


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5])
def test_a_print_shop_gets_pages_in_fours(count: int) -> None:
    placed = plan_in_fours([made("a", count), made("achterplat", 1, starts="left")], BLANK, FILLER)
    last = placed[-1]
    assert (last.first + last.pages - 1) % 4 == 0
    assert last.laid.unit.name == "achterplat"
    assert all(one.laid is FILLER for one in placed[1:-1])
    assert len(placed) - 2 < 4


def test_an_anchor_has_the_number_of_its_page() -> None:
    numbers = page_numbers(plan([made("a", 2), made("b", 2, starts="left")], BLANK))
    assert numbers == {"a-0": 1, "a-1": 2, "b-0": 4, "b-1": 5}


def test_of_two_anchors_with_one_name_the_first_counts() -> None:
    assert page_numbers(plan([made("a", 1), made("a", 2)], BLANK)) == {"a-0": 1, "a-1": 3}


def test_an_anchor_on_a_page_that_is_not_used_is_nowhere() -> None:
    assert page_numbers(plan([made("a", 2, spare=1)], BLANK)) == {"a-0": 1}


def test_nothing_is_asked_of_a_fragment_while_pages_are_counted() -> None:
    def refuse() -> Fragment:
        raise AssertionError

    placed = plan([Laid(unit("a"), Facts(4, 1, [("x", 2)], [], []), refuse)], BLANK)
    assert page_numbers(placed) == {"x": 3}
