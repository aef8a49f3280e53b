"""What becomes of the cases in ``attacks`` when the checker is not there: the two other layers hold, each by itself."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from conftest import HERE, REPOSITORY, SAMPLE, changed
from PIL import Image
from pypdf import PdfReader
from pypdf.generic import DictionaryObject, StreamObject

from praktijkboek.rules import Example

pytestmark = pytest.mark.slow

BESIDE = Path(__file__).parent
SECRET = "VERTROUWELIJK5b1e"
"""One word: a sign in it would be coloured apart in a piece of code, and not be found."""
SECRET_SIZE = (17, 19)
"""No other picture has it."""
BOTH = "parser sweep"
LAYERS = (BOTH, "parser", "sweep")
FOLDERS = sorted((HERE / "attacks").iterdir())
STOPS_MYST = {"link-nul"}
"""MyST-Parser's own parser stops here with an error, so that there is nothing to sweep."""
FEW = 24
"""With both layers and the book's own theme, one of so many attacks is enough."""
BUNDLES = 12
"""A PDF of 225 cases would take minutes."""
DEEP = {
    "haakjes": "[" * 100_000,
    "foto-in-link": "[![De gevel](weg.jpg)](https://www.voorbeeld.be)",
    "haken-met-adres": "[" * 20_000 + "x" + "](y)" * 20_000,
    "citaten": ">" * 100_000 + " x",
    "lijsten": "- " * 50_000 + "x",
    "nadruk": "*a **b " * 4000 + "c" + "** d*" * 4000,
    "sterretjes": "*" * 100_000 + "x" + "*" * 100_000,
    "blokken": "\n".join([*(":" * n + "{tip}" for n in range(203, 3, -1)), "x", *(":" * n for n in range(4, 204))]),
    "tabel": "| a |" + " b |" * 5000 + "\n|" + "---|" * 5001 + "\n| x |",
    "accenten": "`" * 50_000 + "x" + "`" * 49_999,
    "streepjes": "_" * 50_000 + "x",
    "html": "<" * 100_000,
    "entiteiten": "&" * 100_000,
}


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


def make_book(root: Path, layers: str) -> None:
    """A book beside a case that means no harm, with secrets round it."""
    shutil.copytree(HERE / "small", root / "book")
    conf = (REPOSITORY / "book" / "conf.py").read_text(encoding="utf-8")
    switches = (BESIDE / "attacked_conf.py").read_text(encoding="utf-8")
    (root / "book" / "conf.py").write_text(f"{conf}\nLAYERS = {layers!r}\n{switches}", encoding="utf-8")
    Image.new("RGB", SECRET_SIZE, (1, 2, 3)).save(root / "geheim.png")
    (root / "geheim.svg").write_text(f"<svg xmlns='http://www.w3.org/2000/svg'><title>{SECRET}</title></svg>")
    for folder in (root, root.parent):
        (folder / "geheim.txt").write_text(f"{SECRET}\n:{SECRET}", encoding="utf-8")
    (root / "cases").mkdir()
    for name in ("onschuldig", "feiten"):
        write_case(root, name, "")


def aimed(text: str, root: Path) -> str:
    """An attack that reads a file of the machine, turned to a file with a mark."""
    up = "../" * (len(root.parts) + 4)
    text = text.replace("../../../../../../../../etc/", f"{up}etc/").replace("../../secret.txt", "../../geheim.txt")
    return re.sub(r"/etc/(passwd|hostname)", lambda _: f"{root.parent}/geheim.txt", text)


def add_attacks(root: Path, folders: Iterable[Path]) -> None:
    """Each attack as the case that it is."""
    for folder in folders:
        copy = shutil.copytree(folder, root / "cases" / folder.name)
        text = (folder / "index.md").read_text(encoding="utf-8")
        (copy / "index.md").write_text(aimed(text, root), encoding="utf-8")


def add_bundles(root: Path, folders: list[Path]) -> None:
    """Some twenty attacks a case, as a PDF of 225 cases would take minutes."""
    for number in range(BUNDLES):
        folder = root / "cases" / f"bundel-{number}"
        parts = []
        for attack in folders[number::BUNDLES]:
            text = (attack / "index.md").read_text(encoding="utf-8")
            body = text.partition("## Aanbod")[2].partition("## Organisatie")[0]
            parts.append(body.replace("tekening.svg", f"{attack.name}.svg"))
        write_case(root, folder.name, aimed("\n\n".join(parts), root))
        for attack in folders[number::BUNDLES]:
            for picture in attack.glob("*.svg"):
                shutil.copy(picture, folder / f"{attack.name}.svg")
            for picture in attack.glob("*.jpg"):
                shutil.copy(picture, folder)


def write_case(root: Path, name: str, body: str) -> Path:
    folder = root / "cases" / name
    folder.mkdir()
    (folder / "index.md").write_text(changed(SAMPLE, Example(body=body)), encoding="utf-8")
    return folder


def write_shortcuts(root: Path) -> None:
    """What stands on the disk but is no ordinary file in an ordinary folder."""
    photo = "![De gevel](gevel.jpg)"
    write_case(root, "snelkoppeling", photo).joinpath("gevel.jpg").symlink_to(root / "geheim.png")
    language = write_case(root, "taal", photo)
    shutil.copy(HERE / "attacks" / "image-attr" / "gevel.jpg", language)
    (language / "gevel.nl.jpg").symlink_to(root / "geheim.png")
    inner = write_case(root, "map-in-map", "![De gevel](fotos/geheim.png)")
    (inner / "fotos").symlink_to(root, target_is_directory=True)
    os.mkfifo(write_case(root, "pijp", photo) / "gevel.jpg")
    (write_case(root, "apparaat", photo) / "gevel.jpg").symlink_to("/dev/zero")
    (root / "cases" / "pijptekst").mkdir()
    os.mkfifo(root / "cases" / "pijptekst" / "index.md")
    (root / "elders").mkdir()
    shutil.copy(root / "cases" / "onschuldig" / "index.md", root / "elders")
    (root / "cases" / "gelinkte-map").symlink_to(root / "elders", target_is_directory=True)
    write_case(root, "_static", "")
    write_case(root, "a*b[c]?", "")


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


class Watch(HTMLParser):
    """All of a page that can act: scripts, handlers, addresses, elements that fetch."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.scripts: list[str] = []
        self.acting: set[str] = set()
        self.addresses: set[str] = set()
        self.text: list[str] = []
        self._script = False
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self._script = tag == "script"
        if self._script:
            self.scripts.append(re.sub(r"(\.\./)+", "", repr(sorted(values.items()))))
        if tag in {"iframe", "object", "embed", "base", "frame", "applet", "style", "form", "svg", "math", "template"}:
            self.acting.add(f"<{tag}>")
        if tag == "meta" and "http-equiv" in values:
            self.acting.add(f"<meta http-equiv={values['http-equiv']}>")
        self.acting |= {f"<{tag} {name}={value}>" for name, value in values.items() if name.startswith("on")}
        self.acting |= {f"<{tag} style={values['style']}>"} if "style" in values else set()
        self.addresses |= {values[name] for name in ("href", "src", "srcset", "action", "data") if name in values}

    def handle_data(self, data: str) -> None:
        if self._script:
            self.scripts[-1] += re.sub(r"(pagename = '[^'<]*)'", "pagename = '", data)
            self._script = False
        else:
            self.text.append(data)


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
    acting = {"raw-html", "html-svg", "directive-yaml-opts", "meta-refresh"}
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
