"""Every footnote of a page that turns is somewhere, on the page of its number or the next."""

from pathlib import Path

import pytest

from .ugly import made

pytestmark = pytest.mark.slow
NOTE = '<span class="voetnoot">{} noot</span>'


@pytest.mark.parametrize("lines", range(10, 16))
def test_no_footnote_is_lost(lines: int, tmp_path: Path) -> None:
    body = (
        f"<p>Een{NOTE.format('Eerste')}{'<br>a' * (lines - 1)}</p>"
        f"<p>b<br>twee{NOTE.format('Tweede')}<br>c<br>d<br>e</p><p>{'<br>f' * 20}</p>"
    )
    document = made(body, "p { orphans: 2; widows: 2 } .voetnoot { float: footnote }", tmp_path)
    pages = ["".join(line.text for line in page.lines) for page in document.pages]
    for note, call in (("Eerste noot", "Een"), ("Tweede noot", "twee")):
        (of_note,), (of_call,) = ([i for i, text in enumerate(pages) if word in text] for word in (note, call))
        assert of_note - of_call in {0, 1}
