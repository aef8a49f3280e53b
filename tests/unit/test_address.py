"""The address of the published site: what is one, and what stands where on it."""

import pytest

from praktijkboek.address import checked_site, known_site, page_address
from praktijkboek.trouble import Trouble


def test_a_page_has_the_address_that_sphinx_gives_it() -> None:
    assert page_address("https://x.be/boek/", "cases/a/index") == "https://x.be/boek/cases/a/index.html"


@pytest.mark.parametrize(
    "address",
    [
        *("http://x.be", "x.be", "https://", "https://x.be/?a=b", "https://x .be", "ftp://x.be", "https://a@x.be"),
        *("https://[x", "https://x.be:abc", "https://x.be/\x1b", "https://x.be\n", f"https://x.be/{'a' * 200}"),
    ],
)
def test_an_address_that_is_none_is_trouble(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PRAKTIJKBOEK_SITE", address)
    with pytest.raises(Trouble, match="geen adres van een website"):
        known_site()


@pytest.mark.parametrize("address", ["", "https://x.be", "https://wij.x.be/boek/"])
def test_an_address_or_none_is_right(address: str) -> None:
    assert checked_site(address) == address.rstrip("/")
