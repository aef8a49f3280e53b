"""Every rule: its bad example breaks it and nothing else, its good example breaks nothing."""

from pathlib import Path

import pytest
from conftest import SAMPLE, MakeCase

from praktijkboek.check import check_paths
from praktijkboek.finding import Severity
from praktijkboek.rule import AnyRule, Example
from praktijkboek.rules import ALL


def is_told(example: Example) -> bool:
    """Whether an example changes nothing in the text: it is told in a remark, and tried in a test of its own."""
    return example == Example(elsewhere=example.elsewhere, remark=example.remark)


with_example = pytest.mark.parametrize("rule", [r for r in ALL if not is_told(r.bad)], ids=lambda rule: rule.name)


@with_example
def test_bad_example_breaks_only_its_rule(rule: AnyRule, make_case: MakeCase) -> None:
    findings = check_paths([make_case(rule.bad)]).findings
    assert [finding.rule for finding in findings] == [rule.name]


@with_example
def test_good_example_breaks_nothing(rule: AnyRule, make_case: MakeCase) -> None:
    assert check_paths([make_case(rule.good)]).findings == ()


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.name)
def test_rule_says_why(rule: AnyRule) -> None:
    assert rule.__doc__ and len(rule.__doc__) > 30
    assert isinstance(rule.severity, Severity)


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.name)
def test_examples_can_be_shown(rule: AnyRule) -> None:
    assert rule.bad.typed != rule.good.typed
    for example in (rule.bad, rule.good):
        assert example.typed.isprintable() or "\n" in example.typed
        assert example.replace[0] in SAMPLE


def test_an_example_shows_only_the_lines_that_matter() -> None:
    assert Example(header="inwoners: 1.200", body="Tekst.").typed == "inwoners: 1.200\n\nTekst."
    assert Example(drop=("uitbater",)).typed == "(zonder de regel `uitbater:`)"
    assert Example(replace=("## Lessen", "")).typed == "(zonder `## Lessen`)"
    assert Example(replace=("koffie", "caf\udce9 \x0b")).typed == "caf\ufffd \u240b"
    assert Example(folder="De Melkerij!").typed == "cases/De Melkerij!/index.md"


def test_an_example_of_a_long_text_is_cut() -> None:
    assert Example(body="Brood.\n" * 7000).typed.split("\n") == ["Brood."] * 3 + ["(en zo nog 6997 regels verder)"]
    first, rest = Example(body="Brood en koffie. " * 600).typed.split("\n")
    assert len(first) <= 120 and rest == "(en zo nog 1779 woorden verder)"
    assert max(len(rule.bad.typed) for rule in ALL) < 600


def test_lines_of_another_file_can_be_copied() -> None:
    assert Example(elsewhere="a = 1\nb = 2", remark="elders").typed == "a = 1\nb = 2\n\n(elders)"


def test_a_rule_can_only_be_waived_where_it_says_so_itself() -> None:
    """Never from what facts, safety or people's rights depend on."""
    waivable = {type(rule) for rule in ALL if rule.waivable}
    assert all("waivable" in vars(kind) for kind in waivable)
    rooms = {kind.__module__.rpartition(".")[2] for kind in waivable}
    assert not rooms & {"header", "fields", "values", "blocks", "personal", "rights", "characters", "folder", "links"}


def test_names_and_codes_are_unique() -> None:
    assert len({rule.name for rule in ALL}) == len({rule.code for rule in ALL}) == len(ALL)


def test_folder_name_must_be_an_address(make_case: MakeCase) -> None:
    (finding,) = check_paths([make_case(slug="De Melkerij!")]).findings
    assert (finding.rule, finding.help) == ("mapnaam", "Noem de map `de-melkerij`.")


def test_shortcut_is_refused(make_case: MakeCase, tmp_path: Path) -> None:
    folder = make_case()
    (tmp_path / "geheim.txt").write_text("geheim", encoding="utf-8")
    (folder / "verslag.txt").symlink_to(tmp_path / "geheim.txt")
    (finding,) = check_paths([folder]).findings
    assert finding.rule == "snelkoppeling"


@pytest.mark.parametrize(
    "body",
    [
        ":::{note} <script>alert(1)</script>\nx\n:::",
        "```{figure} gevel.jpg\n :target: javascript:alert(1)\n```",
        '```{figure} gevel.jpg\n:"target": javascript:alert(1)\n```',
        "```{figure} gevel.jpg\n---\ntarget: javascript:alert(1)\n\n---\n```",
        ":::\n<script>alert(1)</script>\n:::",
        "\n".join(
            [
                *[":" * n + "{tip}" for n in range(20, 9, -1)],
                "```{raw} html\n<b>\n```",
                *[":" * n for n in range(10, 21)],
            ]
        ),
        "Term\n:   ```{eval-rst}\n    .. include:: /etc/hostname\n    ```",
        ":::{tip}\ntekst\u2028```{literalinclude} ../../geheim.txt\u2028```\n:::",
        "[plan](stuk.jpg)",
        "[klik](javascript:alert)",
        "{{ 7*7 }} <b>x</b>",
    ],
)
def test_what_the_book_would_carry_out_is_refused(body: str, make_case: MakeCase) -> None:
    """The ways round the checker that reviewers found; the corpus of attacks has more."""
    assert not check_paths([make_case(Example(body=body))]).ok


def test_a_text_that_is_a_shortcut_is_not_read(make_case: MakeCase, tmp_path: Path) -> None:
    folder = make_case()
    (tmp_path / "geheim.txt").write_text("geheim", encoding="utf-8")
    (folder / "index.md").unlink()
    (folder / "index.md").symlink_to(tmp_path / "geheim.txt")
    (finding,) = check_paths([folder]).findings
    assert "snelkoppeling" in finding.message and "geheim" not in finding.message


@pytest.mark.parametrize(
    "header", ["verwant: onder-t-perron", "verwant:", "start: [2021]", "inwoners: [1]", "bijgewerkt: []"]
)
def test_a_value_of_another_kind_is_one_finding(header: str, make_case: MakeCase) -> None:
    assert len(check_paths([make_case(Example(header=header))]).findings) == 1
