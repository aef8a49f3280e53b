"""Photos: what is in them, whatever their name says, and how large they are printed."""

import io
import re
from pathlib import Path

import pytest
from conftest import REPOSITORY, SAMPLE, MakeCase
from PIL import Image

from praktijkboek.authoring.example import changed
from praktijkboek.authoring.sample_files import FILES, PLACE, bomb, photo, svg
from praktijkboek.check import check_paths
from praktijkboek.cleaning import MOST_BYTES, MOST_PIXELS
from praktijkboek.reader import photo_facts
from praktijkboek.reader.photo_facts import Picture, read_picture
from praktijkboek.rule import Example
from praktijkboek.rules.photo_content import COLUMN_MM, HEIGHT_MM, PhotoTooLarge, needed_width
from praktijkboek.rules.photo_names import LISTED, SHOWN

BOX = b"\0\0\0\x18"


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (BOX + b"ftypheic", "HEIC-bestand"),
        (BOX + b"ftypheix", "HEIC-bestand"),
        (BOX + b"ftypmif1", "HEIC-bestand"),
        (BOX + b"ftypavif", "AVIF-bestand"),
        (BOX + b"ftypisom", "filmpje"),
        (b"GIF89a", "GIF-bestand"),
        (b"MM\0*", "TIFF-bestand"),
        (b"BM", "BMP-bestand"),
        (b"%PDF-1.4", "PDF-bestand"),
        (b"PK\x03\x04", "Word- of zip-bestand"),
        (b"<html><body>", "webpagina"),
        (svg("<rect/>"), "SVG"),
        (b"<s:svg xmlns:s='http://www.w3.org/2000/svg'/>", "SVG"),
        ("\ufeff<svg/>".encode("utf-16-le"), "SVG"),
        (b"zomaar tekst", ""),
        (b"", ""),
    ],
)
def test_a_file_is_what_it_holds(content: bytes, kind: str, tmp_path: Path) -> None:
    path = tmp_path / "gevel.jpg"
    path.write_bytes(content)
    assert read_picture(path).kind == kind


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_hidden_facts_are_found(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "foto"
    path.write_bytes(photo((300, 200), kind, orientation=6, place=PLACE))
    assert read_picture(path) == Picture(kind, (200, 300), turned=True, located=True)


def test_a_place_may_be_told_elsewhere_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "foto"
    xmp = io.BytesIO()
    Image.new("L", (30, 20)).save(xmp, "JPEG", xmp=b"<rdf exif:GPSLatitude='51,3N'/>")
    plain, marked = photo((30, 20), "PNG"), photo((30, 20), "PNG", place=PLACE)
    start = marked.index(b"eXIf") - 4
    chunk = marked[start : marked.index(b"IDAT") - 4]
    behind_the_picture = plain[:-12] + chunk + plain[-12:]
    for content in (xmp.getvalue(), behind_the_picture):
        path.write_bytes(content)
        assert read_picture(path).located


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_file_that_was_broken_off_is_broken_wherever_it_breaks(kind: str, tmp_path: Path) -> None:
    content = photo((300, 200), kind, orientation=3)
    path = tmp_path / "foto"
    for length in (*range(12, len(content) - 20, 37), len(content) - 20):
        path.write_bytes(content[:length])
        assert read_picture(path).broken
    path.write_bytes(content)
    assert not read_picture(path).broken


def test_what_a_phone_hangs_on_its_photo_breaks_nothing(tmp_path: Path) -> None:
    path = tmp_path / "foto"
    path.write_bytes(FILES["gevel.jpg"] + b"een filmpje van drie seconden")
    assert read_picture(path) == Picture("JPEG", (1800, 1200))


@pytest.mark.parametrize("size", [(50_000, 50_000), (12_000, 9_000), (2**31 - 1, 2**31 - 1)])
def test_a_bomb_is_not_opened(size: tuple[int, int], tmp_path: Path) -> None:
    path = tmp_path / "foto"
    path.write_bytes(bomb(*size))
    assert read_picture(path).huge == "groter dan 100 miljoen beeldpunten"


def test_a_jpeg_of_many_scans_is_too_large(tmp_path: Path) -> None:
    out = io.BytesIO()
    Image.new("RGB", (1200, 900)).save(out, "JPEG", progressive=True)
    data = out.getvalue()
    scan = data[data.rindex(b"\xff\xda") : -2]
    path = tmp_path / "foto"
    path.write_bytes(data[:-2] + scan * 5000 + data[-2:])
    assert read_picture(path).huge == "opgebouwd uit meer dan 20 lagen"


def test_a_file_of_many_megabytes_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(photo_facts, "MOST_BYTES", 1_000_000)
    path = tmp_path / "foto"
    path.write_bytes(FILES["gevel.jpg"] + bytes(1_000_000))
    assert read_picture(path) == Picture("JPEG", huge="groter dan 1 MB")


def test_the_guide_tells_the_limits_that_hold() -> None:
    said = PhotoTooLarge.__doc__ or ""
    assert f"{MOST_BYTES // 1_000_000} MB" in said
    assert f"{MOST_PIXELS // 1_000_000} miljoen beeldpunten" in said


def test_each_file_is_opened_once(make_case: MakeCase, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Path] = []

    def counted(path: Path) -> Picture:
        opened.append(path)
        return read_picture(path)

    monkeypatch.setattr("praktijkboek.reader.case_file.read_picture", counted)
    folder = make_case(Example(header=LISTED, body=f"{SHOWN}\n\n{SHOWN}"))
    assert check_paths([folder]).findings == ()
    assert opened == [folder / "gevel.jpg"]


def test_what_the_printed_book_gives_a_photo_is_what_the_rule_counts_with() -> None:
    css = "".join(
        path.read_text(encoding="utf-8")
        for path in (REPOSITORY / "src" / "praktijkboek" / "print" / "css").glob("*.css")
    )
    width, margin = re.findall(r"@page \{\s*size: (\d+)mm \d+mm;\s*margin: \w+ (\d+)mm", css)[0]
    assert int(width) - 2 * int(margin) == COLUMN_MM
    assert re.findall(r"article img \{[^}]*max-height: (\d+)mm", css) == [str(HEIGHT_MM)]


def test_150_and_300_pixels_an_inch_at_the_printed_width(make_case: MakeCase) -> None:
    assert (needed_width(3, 2, 150), needed_width(3, 2, 300)) == (721, 1441)
    assert needed_width(2, 3, 150) == 630  # a standing photo is printed 160 mm high, and so less wide
    said = {width: _rules(make_case, photo((width, 500))) for width in (720, 721, 1440, 1441)}
    assert said == {720: ["foto-te-klein"], 721: ["foto-kan-scherper"], 1440: ["foto-kan-scherper"], 1441: []}


def test_a_drawing_is_sharp_at_any_size(make_case: MakeCase) -> None:
    listed, shown = (text.replace("gevel.jpg", "plan.svg") for text in (LISTED, SHOWN))
    folder = make_case(Example(header=listed, body=shown))
    (folder / "plan.svg").write_bytes(svg("<rect/>", "width='9' height='9'"))
    assert check_paths([folder]).findings == ()


def test_a_photo_that_nobody_uses_is_a_tip(make_case: MakeCase) -> None:
    folder = make_case()
    (folder / "markt.jpg").write_bytes(FILES["gevel.jpg"])
    (finding,) = check_paths([folder]).findings
    assert (finding.rule, finding.severity) == ("foto-vergeten", "tip")


def test_a_shortcut_is_one_finding_and_not_followed(make_case: MakeCase, tmp_path: Path) -> None:
    folder = make_case(Example(header=LISTED, body=SHOWN))
    (tmp_path / "geheim.jpg").write_bytes(b"geheim")
    (folder / "gevel.jpg").unlink()
    (folder / "gevel.jpg").symlink_to(tmp_path / "geheim.jpg")
    assert [finding.rule for finding in check_paths([folder]).findings] == ["snelkoppeling"]


@pytest.mark.parametrize(
    ("alt", "rules"),
    [
        ("gevel.jpg", ["foto-alt-bestandsnaam"]),
        ("markt-2.PNG", ["foto-alt-bestandsnaam"]),
        ("DSC0012", ["foto-alt-bestandsnaam"]),
        ("20240506_101010", ["foto-alt-bestandsnaam"]),
        ("WhatsApp Image 2024-05-06 at 10.10.10.jpeg", ["foto-alt-bestandsnaam"]),
        ("Afbeelding 1", ["foto-alt-bestandsnaam"]),
        ("Afbeelding van het plein", ["foto-alt-aanloop"]),
        ("Foto: het plein op een marktdag", ["foto-alt-aanloop"]),
        ("Een foto van het plein", ["foto-alt-aanloop"]),
        ("Fotograaf aan het werk op het plein", []),
        ("Beeld in het midden van het plein", []),
        ("Het plein in 2024", []),
        ("Plein", ["foto-alt-mager"]),
        ("De Melkerij: winkel en koffie", ["foto-alt-mager"]),
    ],
)
def test_descriptions(alt: str, rules: list[str], make_case: MakeCase) -> None:
    folder = make_case(Example(header=LISTED, body=f"![{alt}](gevel.jpg)"))
    assert [finding.rule for finding in check_paths([folder]).findings] == rules


def test_a_description_in_the_header_is_judged_when_the_text_has_none(make_case: MakeCase) -> None:
    listed = LISTED.replace("De gevel met open deur", "IMG_1234")
    assert check_paths([make_case(Example(header=listed, body=SHOWN))]).findings == ()
    (finding,) = check_paths([make_case(Example(header=listed, body="![](gevel.jpg)"))]).findings
    assert (finding.rule, finding.span.column) == ("foto-alt-bestandsnaam", 10)


def test_a_description_that_is_the_caption_says_little(make_case: MakeCase) -> None:
    body = "```{figure} gevel.jpg\n:alt: De winkel op een marktdag\n\nDe winkel op een marktdag\n```"
    (finding,) = check_paths([make_case(Example(header=LISTED, body=body))]).findings
    assert "onderschrift" in finding.message


@pytest.mark.parametrize(
    "target", [".", "./", "gevel.jpg/..", "..", "/", "#", "%00", "%20", ".jpg", "y" * 300, "beelden/"]
)
def test_a_strange_name_is_one_finding(target: str, make_case: MakeCase) -> None:
    assert len(check_paths([make_case(Example(body=f"![De gevel met open deur](<{target}>)"))]).findings) == 1


@pytest.mark.parametrize("dossier", ["map 2024/12", "Gemeentehuis Deinze, kast 3", "dossier 12", "Archief van de vzw"])
def test_a_reference_is_no_name(dossier: str, make_case: MakeCase) -> None:
    folder = make_case(Example(header=f"{LISTED}\n    dossier: {dossier}", body=SHOWN))
    assert check_paths([folder]).findings == ()


def _rules(make_case: MakeCase, content: bytes) -> list[str]:
    """The rules that a case with this photo breaks."""
    folder = make_case(text=changed(SAMPLE, Example(header=LISTED, body=SHOWN)))
    (folder / "gevel.jpg").write_bytes(content)
    return [finding.rule for finding in check_paths([folder]).findings]
