"""What is kept between two runs of ``check``: never another answer, and never anything but speed."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from conftest import HERE, MakeCase
from PIL import Image

from praktijkboek import cache
from praktijkboek.asked import asked_folders
from praktijkboek.book import Book
from praktijkboek.cache import Cache, write_whole
from praktijkboek.check import Reader
from praktijkboek.outline import Verdict
from praktijkboek.report import as_json, as_text
from praktijkboek.rule import Example
from praktijkboek.survey import Result, survey

PHOTO = Example(
    header="fotos:\n  - bestand: gevel.jpg\n    alt: De gevel met open deur\n    maker: Dorpsraad\n"
    "    licentie: CC-BY-4.0\n    herkenbaar: nee",
    body="![De gevel met open deur](gevel.jpg)",
)


class Noting(Reader):
    """A reader that notes what it reads."""

    def __init__(self) -> None:
        super().__init__()
        self.read: list[str] = []

    def case(self, folder: Path) -> Verdict:
        self.read.append(folder.name)
        return super().case(folder)

    def anchors(self, chapter: Path) -> frozenset[str]:
        self.read.append(chapter.name)
        return super().anchors(chapter)


def run(root: Path, paths: Sequence[Path] = ()) -> tuple[Result, list[str]]:
    """The result of a check with what was kept, and what was read for it."""
    reader, book = Noting(), Book(root)
    kept = Cache(book, lambda: reader)
    result = survey(book, asked_folders(paths or [root], book), kept)
    kept.save()
    return result, sorted(reader.read)


def file_of(root: Path) -> Path:
    place = cache.place(root)
    assert place
    return place.with_suffix(".json")


@pytest.fixture
def book(make_case: MakeCase, tmp_path: Path) -> Path:
    """Three cases, one with a photo, one with a mistake and a link to a chapter."""
    (tmp_path / "book").mkdir()
    (tmp_path / "book" / "waarom.md").write_text("# Waarom\n", encoding="utf-8")
    make_case(PHOTO, slug="foto")
    (make_case(Example(header="titel: De goede"), slug="goed") / "gevel.jpg").touch()
    link = "Zie [waarom](../../book/waarom.md#waarom)."
    make_case(Example(header="titel: De foute\npostcode: B-9850", body=link), slug="fout")
    return tmp_path


def test_nothing_is_read_where_nothing_changed(book: Path) -> None:
    cold, read = run(book)
    assert read == ["foto", "fout", "goed", "waarom.md"]
    warm, read = run(book)
    assert read == []
    assert (as_text(warm), as_json(warm)) == (as_text(cold), as_json(cold))


def test_all_mistakes_are_told_in_the_same_words_when_kept(tmp_path: Path) -> None:
    """The mends and the excerpts too."""
    shutil.copytree(HERE / "bad", tmp_path / "cases")
    (cold, read), (warm, again) = run(tmp_path), run(tmp_path)
    assert len(read) > len(again)
    assert as_text(warm, tips=True) == as_text(cold, tips=True)
    assert as_json(warm) == as_json(cold)


def change_text(book: Path) -> None:
    text = book / "cases" / "goed" / "index.md"
    text.write_text(text.read_text(encoding="utf-8").replace("De goede", "De betere"), encoding="utf-8")


def change_photo(book: Path) -> None:
    Image.new("RGB", (31, 21)).save(book / "cases" / "goed" / "gevel.jpg")


def add_file(book: Path) -> None:
    (book / "cases" / "goed" / "map").mkdir()
    (book / "cases" / "goed" / "map" / "plan.png").touch()


@pytest.mark.parametrize("change", [change_text, change_photo, add_file])
def test_only_what_changed_is_read_again(change: Callable[[Path], None], book: Path) -> None:
    run(book)
    change(book)
    assert run(book)[1] == ["goed"]
    assert run(book)[1] == []


def test_a_change_in_one_case_is_seen_in_the_case_that_links_to_it(book: Path, make_case: MakeCase) -> None:
    make_case(Example(header="titel: De vierde", body="Zie [daar](../goed/index.md)."), slug="vierde")
    run(book)
    text = book / "cases" / "goed" / "index.md"
    text.write_text(text.read_text(encoding="utf-8").replace("---\n\n", "status: ingetrokken\n---\n\n"), "utf-8")
    result, read = run(book)
    assert read == ["goed"]
    assert "link-niet-in-boek" in {finding.rule for finding in result.findings}


def test_a_chapter_that_changed_is_read_again(book: Path) -> None:
    run(book)
    (book / "book" / "waarom.md").write_text("# Daarom\n", encoding="utf-8")
    result, read = run(book)
    assert read == ["waarom.md"]
    assert "link-dood" in {finding.rule for finding in result.findings}


@pytest.mark.parametrize(
    "content",
    ["", "geen JSON", "[]", "null", '{"stamp": 1}', "[" * 100_000, '{"stamp": "STAMP", "entries": {"PAD": ["x"]}}']
    + [f'{{"stamp": "STAMP", "entries": {{"PAD": ["VORM", {kept}]}}}}' for kept in ("1", "[]", "[1,2,3,4,5]", '""')],
)
def test_a_broken_file_is_as_if_it_were_not_there(content: str, book: Path) -> None:
    cold, _ = run(book)
    folder = book / "cases" / "goed"
    words = {"STAMP": cache._stamp(), "PAD": str(folder), "VORM": cache._fingerprint(folder)}
    for word, value in words.items():
        content = content.replace(word, value)
    file_of(book).write_text(content, encoding="utf-8")
    result, read = run(book)
    assert (as_json(result), "goed" in read) == (as_json(cold), True)
    assert run(book)[1] == []


def test_another_day_program_or_library_begins_anew(book: Path, install: Callable[[str], None]) -> None:
    run(book)
    install("pydantic-99.0")
    assert len(run(book)[1]) == 4
    assert run(book)[1] == []


def test_what_is_gone_is_forgotten_and_nothing_from_elsewhere_is_kept(book: Path) -> None:
    run(book)
    shutil.rmtree(book / "cases" / "goed")
    run(book)
    kept = json.loads(file_of(book).read_text(encoding="utf-8"))["entries"]
    assert sorted(Path(key).name for key in kept) == ["foto", "fout", "waarom.md"]
    assert run(book, [HERE / "bad" / "vijf-fouten"])[1] == ["vijf-fouten"]
    assert run(book, [HERE / "bad" / "vijf-fouten"])[1] == ["vijf-fouten"]


def test_no_place_to_keep_it_is_no_trouble(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (book / "bestand").touch()
    for place in (book / "bestand", book / "cache", book / "cases"):
        monkeypatch.setattr(cache, "_user_folder", lambda place=place: place)
        assert run(book)[1] == run(book)[1] == ["foto", "fout", "goed", "waarom.md"]
    assert not (book / "cache").exists()  # a cache inside the book could come in with a case


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="these have a place of their own")
def test_the_place_is_the_users() -> None:
    code = "from praktijkboek.cache import _user_folder; print(_user_folder())"
    for given, place in (("/elders", "/elders"), ("hier", "/thuis/.cache"), ("", "/thuis/.cache")):
        environment = {**os.environ, "XDG_CACHE_HOME": given, "HOME": "/thuis"}
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment)
        assert done.stdout.strip() == place


def test_what_is_kept_is_answered_without_the_slow_libraries(book: Path, own_cache: Path) -> None:
    code = (
        "import sys, praktijkboek.cache as cache; from pathlib import Path; from praktijkboek.cli import main; "
        f"cache._user_folder = lambda: Path({str(own_cache)!r}); main(['check']); "
        "print(sorted({'pydantic', 'markdown_it', 'yaml', 'PIL'} & set(sys.modules)))"
    )
    lines = [
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=book).stdout
        for _ in range(2)
    ]
    assert lines[0].endswith("['PIL', 'markdown_it', 'pydantic', 'yaml']\n")
    assert lines[1] == lines[0].replace("['PIL', 'markdown_it', 'pydantic', 'yaml']", "[]")


def test_a_folder_that_is_cleared_away_while_a_file_is_written_is_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "bewaard" / "stuk"
    begin, begun = tempfile.mkstemp, []

    def clear_away_once(dir: Path, suffix: str) -> tuple[int, str]:  # noqa: A002 - its name
        handle = begin(dir=dir, suffix=suffix)
        begun.append(handle)
        if len(begun) == 1:
            shutil.rmtree(file.parent)
        return handle

    monkeypatch.setattr(tempfile, "mkstemp", clear_away_once)
    write_whole(file, b"inhoud")
    assert file.read_bytes() == b"inhoud"
    assert len(begun) == 2
