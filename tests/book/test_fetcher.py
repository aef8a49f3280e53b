"""The PDF is made from the book's own files: whatever address stands in a page or a drawing, no other is opened."""

import base64
import logging
import socket
from pathlib import Path

import pytest
from pypdf import PdfReader

from praktijkboek.print.edition import BOOK
from praktijkboek.print.fetcher import fetcher
from praktijkboek.print.pdf import write_pdf

pytestmark = pytest.mark.slow

OWN = "boek:beeld/tekening.svg"


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    path = tmp_path / "geheim.txt"
    path.write_text("VERTROUWELIJK", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "FILE:///etc/passwd",
        "http://127.0.0.1:9/x.png",
        "https://evil.example/x.css",
        "//evil.example/x.css",
        "data:text/css,body{}",
        "/etc/passwd",
        "boek:../css/page.css",
        "boek:%2e%2e/css/page.css",
        "boek:fonts/../../pdf.py",
        "boek:beeld/../../geheim.txt",
        "boek:beeld/%2e%2e/geheim.txt",
        "boek:beeld/",
        "",
    ],
)
def test_no_other_address_is_opened(address: str, secret: Path) -> None:
    with pytest.raises(ValueError, match="alleen zijn eigen bestanden"):
        fetcher({OWN: secret}).fetch(address)


def test_its_own_files_are_opened(secret: Path) -> None:
    fetch = fetcher({"boek:beeld/één.png": secret}).fetch
    assert fetch("boek:beeld/%C3%A9%C3%A9n.png").read() == b"VERTROUWELIJK"
    assert b"@page" in fetch("boek:css/page.css").read()


def test_a_page_that_asks_for_more_gets_nothing(secret: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also not through a drawing that asks for it, which ``praktijkboek.cleaning`` would have made anew."""
    connected: list[object] = []
    monkeypatch.setattr(socket.socket, "connect", lambda _, address: connected.append(address))
    outside = secret.as_uri()
    drawing = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="50" height="50">'
        f'<style>@import url({outside}); rect {{fill: url({outside}#x)}}</style><image href="{outside}" width="9"/>'
        f'<use href="{outside}#x"/><image href="http://127.0.0.1:9/x.png"/><rect width="9" height="9"/></svg>'
    )
    own = tmp_path / "tekening.svg"
    own.write_text(drawing, encoding="utf-8")
    inline = base64.b64encode(drawing.encode()).decode()
    page = (
        f'<html lang="nl"><title>x</title><link rel="stylesheet" href="{outside}">'
        f'<link rel="attachment" href="{outside}">'
        f"<style>@import url({outside}); @font-face {{font-family: x; src: url({outside})}}</style>"
        f'<p style="background: url({outside})">Tekst</p><a rel="attachment" href="{outside}">bijlage</a>'
        f'<img src="{OWN}" alt="x"><img src="{outside}" alt="y"><img src="data:image/svg+xml;base64,{inline}" alt="z">'
        f'<object data="{outside}">x</object><embed src="{outside}"></html>'
    )
    write_pdf(page, {OWN: own}, BOOK, tmp_path / "boek.pdf")
    pdf = PdfReader(tmp_path / "boek.pdf")
    assert "Tekst" in pdf.pages[0].extract_text()
    assert "VERTROUWELIJK" not in pdf.pages[0].extract_text()
    assert dict(pdf.attachments) == {}
    assert b"VERTROUWELIJK" not in (tmp_path / "boek.pdf").read_bytes()
    assert connected == []


@pytest.mark.parametrize(
    "around", ["viewBox='0 0 9 9px'", "viewBox='1 2'", "height='px'", "viewBox='0 0 9 9' preserveAspectRatio=''"]
)
def test_a_drawing_that_can_not_be_printed_is_a_warning(
    around: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Also when ``praktijkboek.cleaning`` would have let it through."""
    own = tmp_path / "tekening.svg"
    own.write_text(f'<svg xmlns="http://www.w3.org/2000/svg" {around}><rect/></svg>', encoding="utf-8")
    logger = logging.getLogger("sphinx")
    logger.addHandler(caplog.handler)
    try:
        assert write_pdf(
            f'<html lang="nl"><p><img src="{OWN}" alt="x"></p></html>', {OWN: own}, BOOK, tmp_path / "boek.pdf"
        )
    finally:
        logger.removeHandler(caplog.handler)
    assert "beeld/tekening.svg` kan niet gedrukt worden" in caplog.text
