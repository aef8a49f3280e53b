"""The comparison, sorted by a reader: numbers as numbers, dates as dates, words as Dutch sorts them."""

import pytest
from asking import answer, needs_node


@needs_node
@pytest.mark.parametrize(
    ("shown", "in_order"),
    [
        (["1.200", "700", "10", "2,5"], ["2,5", "10", "700", "1.200"]),
        (
            ["2022", "nog niet", "september 2018", "2018", "maart 2018"],
            ["2018", "maart 2018", "september 2018", "2022", "nog niet"],
        ),
        (["’t Een", "Édith", "De Fransman", "Dorpshuis"], ["Dorpshuis", "Édith", "’t Een", "De Fransman"]),
        (["vzw", "Zelfstandige", "cv", "cv 10", "cv 9"], ["cv", "cv 9", "cv 10", "vzw", "Zelfstandige"]),
    ],
)
def test_a_column_is_sorted_by_what_it_means(shown: list[str], in_order: list[str]) -> None:
    ordered = "Sorting.sorted(shown.map((text) => ({text, value: Sorting.value(text)})), up).map((row) => row.text)"
    assert answer("vergelijking.js", ordered, shown=shown, up=True) == in_order
    assert answer("vergelijking.js", ordered, shown=shown, up=False) == in_order[::-1]


@needs_node
@pytest.mark.parametrize("up", [True, False])
def test_what_is_unknown_stays_last(up: bool) -> None:
    rows = [{"value": None, "n": 1}, {"value": 3, "n": 2}, {"value": None, "n": 3}, {"value": 4, "n": 4}]
    order = answer("vergelijking.js", "Sorting.sorted(rows, up).map((row) => row.n)", rows=rows, up=up)
    assert order == ([2, 4, 1, 3] if up else [4, 2, 1, 3])
