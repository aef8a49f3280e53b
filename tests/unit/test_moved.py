"""Cases that got another name: where their old address leads to, and what is wrong with what was written of it."""

from pathlib import Path

import pytest

from praktijkboek.moved import read_moved
from praktijkboek.trouble import Trouble

CASES = {"de-melkerij", "het-perron"}


def moved(root: Path, *lines: str) -> dict[str, str]:
    (root / "pyproject.toml").write_text("\n".join(["[tool.praktijkboek.verhuisd]", *lines]), encoding="utf-8")
    return read_moved(root, CASES)


def test_an_old_name_leads_to_the_new(tmp_path: Path) -> None:
    assert moved(tmp_path, 'perron = "het-perron"') == {"perron": "het-perron"}


def test_a_case_that_moved_twice_is_followed_to_the_end(tmp_path: Path) -> None:
    found = moved(tmp_path, 'a = "b"', 'b = "c"', 'c = "de-melkerij"')
    assert found == dict.fromkeys("abc", "de-melkerij")


def test_without_a_file_nothing_moved(tmp_path: Path) -> None:
    assert read_moved(tmp_path, CASES) == {}


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ('a = "weg"', "`a` leidt naar `weg`, en die praktijk staat niet in het boek"),
        ('a = "b"\nb = "a"', "`a` leidt naar `a`, en die praktijk staat niet in het boek"),
        ('de-melkerij = "het-perron"', "de praktijk `de-melkerij` is er nog"),
        ('a = "https://elders.be"', "`https://elders.be` is geen naam van een map"),
        ('a = "../../elders"', "`../../elders` is geen naam van een map"),
        ('"../a" = "het-perron"', "`../a` is geen naam van een map"),
        ("a = 1", "`1` is geen naam van een map"),
    ],
)
def test_what_leads_nowhere_is_one_sentence(line: str, sentence: str, tmp_path: Path) -> None:
    with pytest.raises(Trouble, match=sentence) as trouble:
        moved(tmp_path, line)
    assert str(trouble.value).startswith("pyproject.toml, bij `verhuisd`: ")


def test_a_list_of_names_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.praktijkboek]\nverhuisd = ['a']", encoding="utf-8")
    with pytest.raises(Trouble, match="oude-naam"):
        read_moved(tmp_path, CASES)
