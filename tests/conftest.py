"""What the tests share: a case that is right, and a way to change it."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from pictures import FILES

from praktijkboek.rules import Example

HERE = Path(__file__).parent
REPOSITORY = HERE.parent
SAMPLE = (HERE / "sample" / "index.md").read_text(encoding="utf-8")

MakeCase = Callable[..., Path]


def changed(text: str, example: Example) -> str:
    """The sample with an example's change."""
    _, header, body = text.split("---\n", 2)
    named = re.findall(r"^([^\s:#-][^:\n]*):", example.header, re.MULTILINE)
    for name in {*named, *example.drop}:
        header = re.sub(rf"^{re.escape(name)}:.*\n(?:[ -].*\n)*", "", header, flags=re.MULTILINE)
    header += f"{example.header}\n" if example.header else ""
    if example.body:
        body = body.replace("## Organisatie", f"{example.body}\n\n## Organisatie", 1)
    text = f"---\n{header}---\n{body}"
    return text.replace(*example.replace, 1) if example.replace[0] else text


@pytest.fixture
def make_case(tmp_path: Path) -> MakeCase:
    """Write a case with the photos of ``pictures.FILES`` that it names; ``cases/voorbeeld`` unless named otherwise."""

    def make(example: Example | None = None, slug: str = "voorbeeld", text: str | None = None) -> Path:
        folder = tmp_path / "cases" / slug
        folder.mkdir(parents=True, exist_ok=True)
        text = changed(SAMPLE, example or Example()) if text is None else text
        (folder / "index.md").write_bytes(text.encode("utf-8", errors="surrogateescape"))
        for name, content in FILES.items():
            if name in text or (name == "gevel.jpg" and "gevl" in text):
                (folder / name).write_bytes(content)
        return folder

    return make


@pytest.fixture
def small_book(tmp_path: Path) -> Path:
    """A book with three cases and a chapter of each kind, to build and to break."""
    root = tmp_path / "klein boek"
    shutil.copytree(HERE / "small", root / "book")
    shutil.copy(REPOSITORY / "book" / "conf.py", root / "book")
    for number, slug in enumerate(("eerste", "tweede", "derde"), start=1):
        folder = root / "cases" / slug
        folder.mkdir(parents=True)
        text = SAMPLE.replace("De Melkerij: winkel", f"De Melkerij {number}: winkel")
        (folder / "index.md").write_text(text, encoding="utf-8")
    return root
