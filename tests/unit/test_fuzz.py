"""Files with random mistakes: the reader never crashes, every place lies inside the file, no mend makes it worse.

The same thirty each time; ``nox -s fuzz`` tries two thousand others of each kind (``FUZZ=20000 nox -s fuzz`` more).
"""

import os
from pathlib import Path

import pytest
from conftest import SAMPLE
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from praktijkboek.authoring.fix import mend_all, write
from praktijkboek.check import check_paths, judge
from praktijkboek.finding import Finding
from praktijkboek.reader import read_case

EXAMPLES = int(os.environ.get("FUZZ", "30"))
settings.register_profile(
    "praktijkboek",
    max_examples=EXAMPLES,
    deadline=None,
    derandomize="FUZZ" not in os.environ,
    database=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.load_profile("praktijkboek")

LINES = SAMPLE.split("\n")
HEADER = LINES.index("---", 1) + 1
PIECES = (
    *("---", "—", "- ", "• ", ": ", ":", "=", "\t", "  ", "   ", "\u00a0", "'", '"', "“", "”", "[", "]", "{", "}"),
    *("#", " #", "##", "## ", "@", "*", "!", "&", "%", "|", ">", "?", "`", "```", ":::", ":::{tip}", "```{raw} html"),
    *("é", "\u200b", "\u2028", "\x00", "\x1b[31m", "\ufeff", "😀", "\udce9", "<b>", "{{ 1 }}", "[^1]", "[^1]: x"),
    *("titel:", "fotos:", "  - bestand: x.jpg", "themas: [", "start: 15/09/2021", "nagelezen: misschien", "$x$"),
    *("![](x.jpg)", "[a](../b/index.md#c)", "[a](//[)", "[x]: y", "| a |", "|---|", "1. ", "> ", "    code", "\r"),
)
piece = st.one_of(st.sampled_from(PIECES), st.text(max_size=8))


@st.composite
def mutated(draw: st.DrawFn, first: int, last: int) -> bytes:
    """The sample with up to six changes in a range of lines."""
    lines = list(LINES)
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(first, min(last, len(lines) - 1)))
        line = lines[at]
        cut = draw(st.integers(0, len(line)))
        change = draw(st.sampled_from(["insert", "line", "cut", "delete", "double", "swap", "indent"]))
        if change == "insert":
            lines[at] = line[:cut] + draw(piece) + line[cut:]
        elif change == "line":
            lines.insert(at, draw(piece))
        elif change == "cut":
            lines[at] = line[:cut]
        elif change == "delete" and len(lines) > first + 1:
            del lines[at]
        elif change == "double":
            lines.insert(at, line)
        elif change == "swap":
            other = draw(st.integers(first, min(last, len(lines) - 1)))
            lines[at], lines[other] = lines[other], lines[at]
        else:
            lines[at] = " " * draw(st.integers(1, 5)) + line
        last = min(last, len(lines) - 1)
    return "\n".join(lines).encode("utf-8", "surrogatepass" if draw(st.booleans()) else "surrogateescape")


def found(data: bytes, folder: Path) -> list[Finding]:
    """What is said of a file, after a look at every place."""
    file = read_case(folder, data)
    findings = list(judge(file))
    for finding in findings:
        assert 1 <= finding.span.line <= len(file.lines)
        assert 1 <= finding.span.column <= len(file.lines[finding.span.line - 1]) + 1
        assert finding.span.column <= finding.span.end_column
        assert "\n" not in finding.message
        if finding.fix:
            assert finding.fix.before.split("\n") == list(
                file.lines[finding.fix.line - 1 :][: finding.fix.before.count("\n") + 1]
            )
    return findings


@given(data=mutated(0, HEADER))
def test_any_header_can_be_read(data: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    found(data, tmp_path_factory.getbasetemp() / "voorbeeld")


@given(data=mutated(HEADER, len(LINES) - 1))
def test_any_text_can_be_read(data: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    found(data, tmp_path_factory.getbasetemp() / "voorbeeld")


@given(data=st.binary(max_size=300))
@example(data=b"\n\n---")
@example(data=b"\r\x80")
def test_any_bytes_can_be_read(data: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    found(data, tmp_path_factory.getbasetemp() / "voorbeeld")


@given(data=mutated(0, len(LINES) - 1))
def test_no_file_gets_worse_and_a_second_fix_does_nothing(
    data: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.getbasetemp() / "cases" / "voorbeeld"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "index.md").write_bytes(data)
    before = {(finding.rule, finding.message) for finding in check_paths([folder]).findings}
    for case in mend_all(check_paths([folder])):
        if case.changed:
            write(case)
    after = check_paths([folder])
    assert {(finding.rule, finding.message) for finding in after.findings} <= before
    assert not any(case.changed for case in mend_all(after))
