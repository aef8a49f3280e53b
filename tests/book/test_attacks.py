"""What becomes of the cases in ``attacks`` when the checker is not there: the two other layers hold, each by itself."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from conftest import HERE
from PIL import Image
from pypdf import PdfReader
from pypdf.generic import DictionaryObject, StreamObject

from .conftest import praktijkboek
from .hostile import (
    BESIDE,
    BOTH,
    DEEP,
    FEW,
    FOLDERS,
    LAYERS,
    SECRET,
    SECRET_SIZE,
    STOPS_MYST,
    Watch,
    add_attacks,
    add_bundles,
    make_book,
    write_case,
    write_shortcuts,
)

pytestmark = pytest.mark.slow


@dataclass(frozen=True)
class Attacked:
    """A book that was built without the checker."""

    root: Path
    warnings: str
    seen: list[str]
    megabytes: float

    @property
    def site(self) -> Path:
        return self.root / "_build" / "work" / "html"

    @property
    def pdf(self) -> Path:
        return self.root / "_build" / "work" / "boek" / "praktijkboek.pdf"


def build(root: Path, kind: str) -> Attacked:
    """Make the site ("html") or the PDF ("boek") in a process of its own."""
    command = [sys.executable, str(BESIDE / "attacked.py"), str(root), kind]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, timeout=300)
    assert done.returncode == 0, done.stderr[-3000:]
    return Attacked(root, **json.loads(done.stdout.splitlines()[-1]))


@pytest.fixture(scope="module", params=LAYERS)
def attacked(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Attacked:
    """The site: all attacks with each layer alone; with both, some of them and the texts that go deep."""
    root = tmp_path_factory.mktemp("aanval") / "boek"
    make_book(root, request.param)
    write_shortcuts(root)
    chosen = FOLDERS[::FEW] if request.param == BOTH else FOLDERS
    add_attacks(root, [folder for folder in chosen if request.param != "sweep" or folder.name not in STOPS_MYST])
    for name, body in DEEP.items() if request.param == BOTH else ():
        write_case(root, name, body)
    return build(root, "html")


@pytest.fixture(scope="module", params=LAYERS[1:])
def printed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> PdfReader:
    """The PDF, with each layer alone."""
    root = tmp_path_factory.mktemp("aanval") / "boek"
    make_book(root, request.param)
    write_shortcuts(root)
    add_bundles(root, [folder for folder in FOLDERS if folder.name not in STOPS_MYST])
    return PdfReader(build(root, "boek").pdf)


@pytest.fixture
def layers(attacked: Attacked) -> str:
    """Which layers are there."""
    conf = (attacked.root / "book" / "conf.py").read_text(encoding="utf-8")
    return str(re.findall(r"^LAYERS = ['\"](.*)['\"]", conf, re.MULTILINE)[0])


def test_no_secret_is_published(attacked: Attacked) -> None:
    for path in attacked.site.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            assert SECRET.encode() not in content, path
            assert b"UITGEVOERD" not in content, path
            assert str(attacked.root).encode() not in content, path
    assert not (attacked.site / "_downloads").exists()
    assert list((attacked.site / "_sources").rglob("*.*")) == []
    for path in (attacked.site / "_images").iterdir():
        if path.suffix != ".svg":
            with Image.open(path) as picture:
                assert picture.size != SECRET_SIZE, path


def test_no_page_acts_differently_from_a_harmless_one(attacked: Attacked) -> None:
    harmless = Watch(attacked.site / "cases" / "onschuldig" / "index.html")
    for path in (attacked.site / "cases").rglob("*.html"):
        page = Watch(path)
        assert len(page.scripts) == len(harmless.scripts), path
        assert set(page.scripts) == set(harmless.scripts), path
        assert page.acting <= harmless.acting, path


def test_addresses_are_of_the_web_or_of_the_book(attacked: Attacked) -> None:
    for path in {*attacked.site.rglob("*.html")} - {*(attacked.site / "_static").rglob("*")}:
        for address in Watch(path).addresses:
            if not re.match(r"https?://|mailto:|tel:|#|$", address):
                target = (path.parent / address.partition("#")[0].partition("?")[0]).resolve()
                assert target.is_relative_to(attacked.site) and target.is_file(), f"{path}: {address}"
                assert target.suffix not in {".txt", ".py", ".md"}, f"{path}: {address}"


def test_the_build_opens_and_starts_nothing(attacked: Attacked, layers: str) -> None:
    """The sweep comes when a file was read: what it promises is that nothing of it is published."""
    if "parser" in layers:
        assert attacked.seen == []
    assert [seen for seen in attacked.seen if not seen.startswith(("open", "urllib.Request", "socket", "http"))] == []


def test_the_build_stays_small(attacked: Attacked) -> None:
    assert attacked.megabytes < 1500


def test_published_drawings_only_draw(attacked: Attacked) -> None:
    for path in (attacked.site / "_images").glob("*.svg"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"alert|script|evil|127\.0\.0\.1|file:|<!|\son\w+=|\bhref=(?!\"#)", text), path


def test_the_harmless_case_is_whole(attacked: Attacked) -> None:
    text = " ".join("".join(Watch(attacked.site / "cases" / "onschuldig" / "index.html").text).split())
    for words in ("De Melkerij: winkel en koffie", "Brood, groenten en koffie.", "Begin klein.", "Over deze tekst"):
        assert words in text


def test_what_is_left_out_is_said(attacked: Attacked) -> None:
    for name in {"include-rel", "image-outside-name", "plain-link-file"} & {
        path.name for path in (attacked.root / "cases").iterdir()
    }:
        assert re.search(rf"cases/{name}/index\.md:\d+: WARNING: .*niet in het boek gekomen", attacked.warnings), name


def test_a_photo_loses_what_it_tells_and_the_original_keeps_it(attacked: Attacked) -> None:
    original = attacked.root / "cases" / "gps" / "gevel.jpg"
    page = (attacked.site / "cases" / "gps" / "index.html").read_text(encoding="utf-8")
    found = re.search(r"_images/(gevel-[0-9a-f]{32}\.jpg)", page)
    assert found
    with Image.open(attacked.site / "_images" / found[1]) as copy, Image.open(original) as before:
        assert copy.tobytes() == before.tobytes()
        assert not copy.getexif() and before.getexif()


def test_cases_may_not_stand_elsewhere(small_book: Path, tmp_path: Path) -> None:
    (small_book / "cases").rename(tmp_path / "elders")
    (small_book / "cases").symlink_to(tmp_path / "elders", target_is_directory=True)
    done = praktijkboek("site", at=small_book)
    assert done.returncode == 2
    assert "De map `cases` is een snelkoppeling" in done.stderr


def objects(pdf: PdfReader) -> Iterator[Any]:
    for number in range(1, len(pdf.xref[0]) + len(pdf.xref_objStm) + 1):
        yield pdf.get_object(number)


def test_the_pdf_holds_nothing_either(printed: PdfReader) -> None:
    text = "".join(page.extract_text() for page in printed.pages)
    assert SECRET not in text and "UITGEVOERD" not in text and "Brood, groenten en koffie." in text
    for thing in objects(printed):
        if isinstance(thing, StreamObject):
            assert SECRET.encode() not in thing.get_data()
            assert (thing.get("/Width"), thing.get("/Height")) != SECRET_SIZE
        if isinstance(thing, DictionaryObject):
            assert not {"/JS", "/JavaScript", "/Launch", "/EmbeddedFile", "/AA", "/OpenAction"} & set(thing)
            if "/URI" in thing:
                assert re.match(r"https?://|mailto:|tel:", str(thing["/URI"])), thing


def test_without_the_layers_the_same_attacks_do_work(tmp_path: Path) -> None:
    """Else the tests above would prove nothing."""
    root = tmp_path / "boek"
    root.mkdir()
    make_book(root, "")
    files = {"include-rel", "literalinclude", "csv-file", "plain-link-file", "download-role"}
    acting = {"raw-html", "html-svg", "directive-yaml-opts", "html-refresh"}
    add_attacks(root, [HERE / "attacks" / name for name in (*files, *acting, "myst-subst-inline")])
    built = build(root, "html")
    published = {path: path.read_bytes() for path in built.site.rglob("*") if path.is_file()}
    with_secret = {path.parent.name for path, content in published.items() if SECRET.encode() in content}
    assert with_secret >= {"include-rel", "literalinclude", "csv-file"}
    assert any((built.site / "_downloads").rglob("geheim.txt")), "two links and a role"
    assert any(seen.startswith("subprocess") for seen in built.seen), "a command was run"
    assert b"UITGEVOERD" in published[built.site / "cases" / "myst-subst-inline" / "index.html"]
    harmless = Watch(built.site / "cases" / "onschuldig" / "index.html")
    for name in acting:
        page = Watch(built.site / "cases" / name / "index.html")
        different = len(page.scripts) != len(harmless.scripts) or not page.acting <= harmless.acting
        assert different or any(address.startswith("javascript:") for address in page.addresses), name
