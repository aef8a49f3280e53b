"""The book that the attacks stand in, with secrets round it, and a way to see what a page can do."""

import json
import os
import re
import shutil
from collections.abc import Iterable
from html.parser import HTMLParser
from pathlib import Path

from conftest import HERE, REPOSITORY, SAMPLE
from PIL import Image

from praktijkboek.authoring.example import changed
from praktijkboek.rule import Example

BESIDE = Path(__file__).parent
SECRET = "VERTROUWELIJK5b1e"
"""One word: a sign in it would be coloured apart in a piece of code, and not be found."""
SECRET_SIZE = (17, 19)
"""No other picture has it."""
DESCRIPTION = 0x010E
BOTH = "parser sweep"
LAYERS = (BOTH, "parser", "sweep")
FOLDERS = sorted((HERE / "attacks").iterdir())
STOPS_MYST = {"link-nul"}
"""MyST-Parser's own parser stops here with an error, so that there is nothing to sweep."""
FEW = 24
"""With both layers and the book's own theme, one of so many attacks is enough."""
BUNDLES = 12
"""A PDF of 229 cases would take minutes."""
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
    """Some twenty attacks a case, as a PDF of 229 cases would take minutes."""
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
    """What stands on the disk but is no ordinary file in an ordinary folder, and a photo that tells too much."""
    photo = "![De gevel](gevel.jpg)"
    exif = Image.Exif()
    exif[DESCRIPTION] = SECRET
    Image.new("RGB", (300, 200), "teal").save(write_case(root, "gps", photo) / "gevel.jpg", exif=exif, comment=SECRET)
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
        if tag != "base":  # where the addresses of a page start; only the page "not found" has one, see "acting"
            self.addresses |= {values[name] for name in ("href", "src", "action", "data") if name in values}
            self.addresses |= {choice.split()[0] for choice in values.get("srcset", "").split(",") if choice}

    def handle_data(self, data: str) -> None:
        if self._script:
            # What a case says to machines isn't carried out, and is one piece of JSON, whatever the case says.
            self.scripts[-1] += repr(type(json.loads(data))) if "ld+json" in self.scripts[-1] else data
            self._script = False
        else:
            self.text.append(data)
