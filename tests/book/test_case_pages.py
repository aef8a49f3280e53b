"""From paper to the site: codes and addresses, where the book knows its site."""

import re
from pathlib import Path

import pytest

from .conftest import praktijkboek

pytestmark = pytest.mark.slow

SITE = "https://praktijkboek.voorbeeld.be"


def test_codes_lead_to_pages_that_the_site_has(small_book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PRAKTIJKBOEK_SITE", SITE)
    for verb in (("build",), ("pdf", "--whole")):  # laid out whole, its HTML stays beside it
        done = praktijkboek(*verb, at=small_book)
        assert done.returncode == 0, done.stdout + done.stderr
    page = (small_book / "_build" / "work" / "boek" / "praktijkboek.html").read_text(encoding="utf-8")
    about = re.findall(r'<section class="over-deze-tekst".*?</section>', page, re.DOTALL)
    assert len(about) == 3
    said = re.findall(r'alt="(QR-code [^"]+)"', page)
    assert len(said) == len(set(said)) == 4, "each code says where it leads: three cases, the book"
    assert not any(SITE.removeprefix("https://") in words for words in said), "the address stands beside it"
    for section in about:
        (address,) = re.findall(rf'href="({SITE}/[^"]+)"', section)
        assert (small_book / "_build" / "html" / address.removeprefix(f"{SITE}/")).is_file()
        (drawing,) = re.findall(r'<img alt="QR-code naar [^"]+"[^>]* src="boek:beeld/([^"]+)"', section)
        assert (small_book / "_build" / "work" / "boek" / drawing).is_file()


def test_an_address_that_is_none_is_said_in_one_sentence(small_book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PRAKTIJKBOEK_SITE", "http://voorbeeld.be")
    done = praktijkboek("pdf", at=small_book)
    assert done.returncode == 2
    assert (
        "PRAKTIJKBOEK_SITE is `http://voorbeeld.be`, en dat is geen adres van een website" in done.stdout + done.stderr
    )
    assert "Traceback" not in done.stdout + done.stderr
