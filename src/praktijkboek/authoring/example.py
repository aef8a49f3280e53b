"""A case that is right, and the change that an example of a rule makes to it: tests and ``explain`` use the same."""

from __future__ import annotations

import re
from importlib import resources
from pathlib import Path

from praktijkboek.authoring.sample_files import FILES
from praktijkboek.rule import Example

SLUG = "voorbeeld"


def sample() -> str:
    """The text of a case without a mistake."""
    return resources.files("praktijkboek").joinpath("data/voorbeeld/index.md").read_text(encoding="utf-8")


def changed(text: str, example: Example) -> str:
    """The case ``text`` with an example's change."""
    _, header, body = text.split("---\n", 2)
    named = re.findall(r"^([^\s:#-][^:\n]*):", example.header, re.MULTILINE)
    for name in {*named, *example.drop}:
        header = re.sub(rf"^{re.escape(name)}:.*\n(?:[ -].*\n)*", "", header, flags=re.MULTILINE)
    header += f"{example.header}\n" if example.header else ""
    if example.body:
        body = body.replace("## Organisatie", f"{example.body}\n\n## Organisatie", 1)
    text = f"---\n{header}---\n{body}"
    return text.replace(*example.replace, 1) if example.replace[0] else text


def write_case(folder: Path, text: str) -> None:
    """Write a case, with the photos of ``sample_files.FILES`` that it names beside it."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "index.md").write_bytes(text.encode("utf-8", errors="surrogateescape"))
    for name, content in FILES.items():
        if name in text or (name == "gevel.jpg" and "gevl" in text):
            (folder / name).write_bytes(content)


def write_example(example: Example, cases: Path) -> Path:
    """Write an example as a case in the folder ``cases``; return its folder."""
    folder = cases / (example.folder or SLUG)
    write_case(folder, changed(sample(), example))
    return folder
