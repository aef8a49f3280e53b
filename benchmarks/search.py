"""How well the site's search finds what readers type: ``python benchmarks/search.py``.

Makes the real book's site twice, ours and with Sphinx's own Dutch search, and asks both the questions of
``search.yaml`` in node, with the scripts that a reader's browser runs; and Pagefind (npm), over the pages of the first.
"""

from __future__ import annotations

import argparse
import itertools
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean
from typing import Any

import yaml

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
QUESTIONS = HERE / "search.yaml"
PAGEFIND = "pagefind@1.6.0"
STOCK = """\
from sphinx.search.nl import SearchDutch

exec(compile(open({conf!r}, encoding="utf-8").read(), {conf!r}, "exec"))


def setup(app):
    app.connect("config-inited", lambda app, config: app.add_search_language(SearchDutch))
"""
"""The book's settings, with the language of Sphinx in the place of ours."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is typed and what is hard about it; the pages that answer it (of cases all), and which must come first."""

    kind: str
    typed: str
    cases: frozenset[str]
    chapters: frozenset[str]
    first: str | None

    @property
    def right(self) -> frozenset[str]:
        """All pages that must be found."""
        return self.cases | self.chapters


@dataclass(frozen=True, slots=True)
class Score:
    """How an engine did, over all questions, in parts of 1."""

    recall: float
    precision: float
    first: float


def questions() -> list[Question]:
    """The written questions, with full names of pages."""
    kinds: dict[str, list[dict[str, Any]]] = yaml.safe_load(QUESTIONS.read_text(encoding="utf-8"))
    return [
        Question(
            kind,
            row["vraag"],
            frozenset(f"cases/{slug}/index" for slug in row["praktijken"]),
            frozenset(row.get("hoofdstukken", ())),
            row.get("eerst"),
        )
        for kind, rows in kinds.items()
        for row in rows
    ]


def ask(site: Path, engine: str, asked: Sequence[Question]) -> list[list[str]]:
    """The pages that an engine gives for each question, best first.

    :param engine: ``ours``, ``stock`` or ``pagefind``
    :raises subprocess.CalledProcessError: when its scripts fail
    """
    script = HERE / ("pagefind.mjs" if engine == "pagefind" else "search.js")
    command = ["node", str(script), str(site), engine]
    typed = json.dumps([question.typed for question in asked])
    done = subprocess.run(command, input=typed, capture_output=True, text=True, encoding="utf-8", check=True)
    answers: list[list[str]] = json.loads(done.stdout)
    return answers


def score(asked: Sequence[Question], answers: Sequence[Sequence[str]]) -> Score:
    """Recall over cases and chapters; precision over cases, of which the questions name all that are right."""
    pairs = list(zip(asked, answers, strict=True))
    recalls = [len(question.right & set(found)) / len(question.right) for question, found in pairs]
    shown = [(question, [page for page in found if page.startswith("cases/")]) for question, found in pairs]
    precisions = [len(question.cases & set(found)) / len(found) for question, found in shown if found]
    firsts = [found[:1] == [question.first] for question, found in pairs if question.first]
    return Score(fmean(recalls), fmean(precisions), fmean(firsts))


def missed(asked: Sequence[Question], answers: Sequence[Sequence[str]]) -> dict[str, list[str]]:
    """Per question the right pages that were not found, or its first page where another came first."""
    wrong: dict[str, list[str]] = {}
    for question, found in zip(asked, answers, strict=True):
        lost = sorted(question.right - set(found))
        if question.first and found[:1] != [question.first]:
            lost.append(f"{question.first} (niet eerst)")
        if lost:
            wrong[question.typed] = lost
    return wrong


def make_sites(folder: Path) -> tuple[Path, Path]:
    """The real book's site, ours and with Sphinx's own search; both stand in ``folder``."""
    book = folder / "boek"
    shutil.copytree(ROOT / "book", book / "book")
    shutil.copytree(ROOT / "cases", book / "cases")
    subprocess.run([sys.executable, "-m", "praktijkboek", "site", str(book)], check=True, stdout=subprocess.DEVNULL)
    conf = folder / "stock" / "conf.py"
    conf.parent.mkdir()
    conf.write_text(STOCK.format(conf=str(book / "book" / "conf.py")), encoding="utf-8")
    plain = folder / "stock" / "html"
    command = [sys.executable, "-m", "sphinx", "-q", "-b", "html", "-c", str(conf.parent), str(book), str(plain)]
    subprocess.run(command, check=True)
    return book / "_build" / "html", plain


def add_pagefind(site: Path, folder: Path) -> bool:
    """Let Pagefind index the pages of a site; False, with the reason, where npm can't get it."""
    command = ["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(folder), PAGEFIND]
    if shutil.which("npm") is None or subprocess.run(command, check=False).returncode:
        print(f"{PAGEFIND} is not to be had here: no row for it")
        return False
    run = [str(folder / "node_modules" / ".bin" / "pagefind"), "--site", str(site), "--root-selector", "article"]
    run += ["--exclude-selectors", ".no-search"]  # what our index and Sphinx's leave out too
    subprocess.run(run, check=True, stdout=subprocess.DEVNULL)
    return True


def table(asked: Sequence[Question], answers: Mapping[str, Sequence[Sequence[str]]]) -> list[list[str]]:
    """A column an engine: of how many questions it found all pages, by kind and together, and its other scores."""
    found = {
        name: [question.right <= set(pages) for question, pages in zip(asked, one, strict=True)]
        for name, one in answers.items()
    }
    lines = [["all pages found", *answers]]
    for kind in dict.fromkeys(question.kind for question in asked):
        mine = [question.kind == kind for question in asked]
        counts = (sum(itertools.compress(found[name], mine)) for name in answers)
        lines.append([f"  {kind} ({sum(mine)})", *map(str, counts)])
    scores = [score(asked, one) for one in answers.values()]
    lines.append([f"  together ({len(asked)})", *(str(sum(one)) for one in found.values())])
    lines.append(["recall", *(f"{one.recall:.2f}" for one in scores)])
    lines.append(["precision", *(f"{one.precision:.2f}" for one in scores)])
    return [*lines, ["right one first", *(f"{one.first:.2f}" for one in scores)]]


def main() -> None:
    """Print the table and what each engine missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--missed", action="store_true", help="also print what each engine missed")
    parser.add_argument("--skip-pagefind", action="store_true", help="don't ask npm for Pagefind")
    arguments = parser.parse_args()
    asked, answers = questions(), {}
    with tempfile.TemporaryDirectory() as temporary:
        ours, stock = make_sites(Path(temporary))
        engines = {"ours": ours, "stock": stock}
        if not arguments.skip_pagefind and add_pagefind(ours, Path(temporary)):
            engines["pagefind"] = ours
        for name, site in engines.items():
            answers[name] = ask(site, name, asked)
            if arguments.missed:
                print(name, json.dumps(missed(asked, answers[name]), ensure_ascii=False, indent=1))
    for first, *cells in table(asked, answers):
        print(first.ljust(32), *(cell.rjust(9) for cell in cells))


if __name__ == "__main__":
    main()
