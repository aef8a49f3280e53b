"""Lines of a case on the screen: the words that matter underlined, a mend as what goes and what comes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from praktijkboek.finding import Fix, Span
from praktijkboek.report.console import Console, columns_of, printable
from praktijkboek.report.wording import command

MARGIN = 9
"""The columns of a line number and the bar behind it."""
TAB = 4
MOST_LINES = 6
"""So many lines of a mend are shown."""
MOST_SIGNS = 4
"""So many characters a column at most: a line with more of them is not measured to its end."""
GONE, NEW = "31", "32"


def underlined(line: str, span: Span, console: Console, colour: str) -> Iterator[str]:
    """One line with its number, and below it marks under the words at ``span``."""
    start, text = _window(line, span.column - 1, console.width - MARGIN)
    left, right = (max(0, column - 1 - start) for column in (span.column, span.end_column))
    yield f"{span.line:>6} | {_shown(text)}"
    gap = columns_of(_shown(text[:left]))
    if width := columns_of(_shown(text[:right])) - gap:
        yield f"{'|':>8} {' ' * gap}{console.paint('^' * width, colour)}"


def _shown(text: str) -> str:
    return printable(text.expandtabs(TAB))


def _window(line: str, at: int, width: int) -> tuple[int, str]:
    """The piece of ``line`` around position ``at`` that fits in ``width`` columns, and where it starts.

    What is left out in front or behind is an ellipsis.
    """
    most = MOST_SIGNS * width
    if len(line) <= most and columns_of(_shown(line)) <= width:
        return 0, line
    start = at - width // 3 if at > most or columns_of(_shown(line[:at])) > width * 2 // 3 else 0
    start = max(0, min(start, len(line) - 1))
    end = start
    taken = 0
    while end < len(line) and (taken := taken + max(1, columns_of(_shown(line[end])))) < width:
        end += 1
    text = line[start:end] + ("…" if end < len(line) else "")
    return start, ("…" + text[1:] if start else text)


def mended(fix: Fix, console: Console) -> Iterator[str]:
    """What a mend makes of the text: the new line, or the lines that go and those that come."""
    before, after = fix.before.split("\n"), fix.after.split("\n")
    if before == after:  # the file must only be saved anew: its encoding was wrong
        yield f"  Dat zet `{command('fix')}` recht."
        return
    if len(before) == len(after) == 1 and after[0].strip():
        first = next((i for i, (a, b) in enumerate(zip(before[0], after[0], strict=False)) if a != b), 0)
        label = "  Dat wordt: "
        _, text = _window(after[0].strip(), first, console.width - len(label))
        yield label + console.paint(_shown(text), NEW)
        return
    top, bottom = _same(before, after)
    yield "  Dat wordt:"
    gone, new = before[top : len(before) - bottom], after[top : len(after) - bottom]
    for sign, lines, colour in (("-", gone, GONE), ("+", new, NEW)):
        for number, line in enumerate(lines[:MOST_LINES], start=fix.line + top):
            text = _shown(_window(line, 0, console.width - MARGIN - 2)[1]) or "(lege regel)"
            yield console.paint(f"{number:>6} {sign} {text}", colour)
        if len(lines) > MOST_LINES:
            yield f"{'':>6} {sign} … en nog {len(lines) - MOST_LINES} regels"


def _same(before: Sequence[str], after: Sequence[str]) -> tuple[int, int]:
    """How many lines at the top, and at the bottom, stay as they are."""
    shortest = min(len(before), len(after))
    top = next((i for i in range(shortest) if before[i] != after[i]), shortest)
    bottom = next((i for i in range(shortest - top) if before[-1 - i] != after[-1 - i]), shortest - top)
    return top, bottom
