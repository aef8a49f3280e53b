"""The house keeps its floors: see docs/architecture.md."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "src" / "praktijkboek"
FLOORS = [
    {"finding", "trouble", "contents", "drawing", "cleaning", "spelling", "said"},
    {"vocabulary", "notation", "alone", "address", "settings"},
    {"municipality"},
    {"field_types"},
    {"groups"},
    {"case", "book"},
    {"outline"},
    {"rule"},
    {"between", "exemptions", "asked"},
    {"survey", "moved"},
    {"cache"},
    {"field_shapes"},
    {"template", "field_guide"},
    {"reader"},
    {"rules"},
    {"mending"},
    {"check"},
    {"report", "export"},
    {"site", "print", "authoring"},
    {"make", "preview"},
    {"cli"},
    {"__main__"},
]
FLOOR = {room: number for number, floor in enumerate(FLOORS) for room in floor}
HEAVY = {"sphinx", "docutils", "myst_parser", "pydyf"}
REFUSED = {"utils", "helpers", "common", "core", "manager", "tools", "base"}
MODULES = [path for path in sorted(PACKAGE.rglob("*.py")) if path != PACKAGE / "__init__.py"]


def room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[tuple[str, bool]]:
    """Module names that a file imports, each with whether it does so in a function."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    inner = {
        node for function in ast.walk(tree) if isinstance(function, ast.FunctionDef) for node in ast.walk(function)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            for alias in node.names:
                deeper = node.module == "praktijkboek" and alias.name in FLOOR
                yield f"{node.module}.{alias.name}" if deeper else node.module, node in inner
        elif isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name, node in inner


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_arrows_go_down(path: Path) -> None:
    here = room(path)
    for name, inside in imports(path):
        top, *rest = name.split(".")
        if top == "praktijkboek" and rest and rest[0] != here:
            assert FLOOR[rest[0]] < FLOOR[here], f"{here} imports {rest[0]}"
        assert top not in HEAVY or here in {"site", "print"}, f"{here} imports {top}"
        assert top != "weasyprint", f"{path.name} imports WeasyPrint: print/engine.py is the door to it"
        assert not inside or here == "cli", f"{here} imports {name} inside a function"
    assert not REFUSED & set(path.relative_to(PACKAGE).with_suffix("").parts)
