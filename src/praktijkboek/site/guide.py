"""The guide for authors, made while the book is read: every field from the model, every rule from its class."""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

from docutils import nodes
from sphinx import addnodes
from sphinx.util.docutils import SphinxDirective

from praktijkboek import rules
from praktijkboek.case import Case
from praktijkboek.field_guide import Entry, guide
from praktijkboek.groups import Group
from praktijkboek.rule import AnyRule
from praktijkboek.spelling import fold
from praktijkboek.vocabulary import Term, Vocabulary

CHAPTERS = {
    "folder": "De map",
    **dict.fromkeys(("header", "lines", "signs"), "De kop"),
    **dict.fromkeys(("fields", "nesting"), "De velden"),
    "values": "Wat je invult",
    **dict.fromkeys(("facts", "municipalities"), "Feiten die bij elkaar horen"),
    "leftovers": "Wat nog te beantwoorden is",
    **dict.fromkeys(("headings", "titles"), "De tussentitels"),
    **dict.fromkeys(("text", "lists", "characters"), "De tekst"),
    "personal": "Wat over mensen gaat",
    **dict.fromkeys(("photos", "photo_content", "alt", "rights", "unused"), "Foto’s"),
    **dict.fromkeys(("links", "addresses"), "Links"),
    "notes": "Voetnoten",
    "blocks": "Blokken en opmaak",
    "between": "Tussen praktijken",
    "exemptions": "Uitzonderingen",
}
"""What the guide calls a module that holds rules; modules of one title are one chapter."""


HALF_WIDTH = 30
"""So many characters of an example fit in half the width of a page of the site."""


class FieldGuide(SphinxDirective):
    """``{velden}``: which fields are needed, and a section for each field of the Case model."""

    def run(self) -> list[nodes.Node]:
        """A list of what is needed, and the sections; a list of words stands at the first field that takes it."""
        _note_files(self, Case, Group, Entry, Term)
        self.env.note_dependency(str(Path(inspect.getfile(Term)).with_name("data") / "vocabulary.yaml"))
        return [_overview(guide()), *(_field(entry, self.state.document) for entry in guide())]


class RuleGuide(SphinxDirective):
    """``{regels}``: a chapter for each kind of rule, a section for each rule of ``rules.ALL``."""

    def run(self) -> list[nodes.Node]:
        """The chapters in the order in which their first rule is checked."""
        _note_files(self, *map(type, rules.ALL))
        chapters: dict[str, list[AnyRule]] = {}
        for rule in rules.ALL:
            chapters.setdefault(chapter_of(rule), []).append(rule)
        return [
            _section(nodes.make_id(f"over-{title}"), [nodes.Text(title)], map(self._rule, found), self.state.document)
            for title, found in chapters.items()
        ]

    def _rule(self, rule: AnyRule) -> nodes.section:
        """Why a rule is there, what it costs to break it, and how it is done right."""
        why = (inspect.getdoc(rule) or "").partition("\n\n")[0]
        parts = [
            nodes.paragraph("", "", *inline(why)),
            nodes.paragraph("", _weight(rule), classes=["gevolg", rule.severity.name]),
            _only("html", _examples(rule)),
        ]
        return _section(rule.name, [nodes.Text(rule.name)], parts, self.state.document, kind="regel")


def _weight(rule: AnyRule) -> str:
    """How bad it is to break a rule, its code, and whether the maintainers may let it pass."""
    waivable = ". De redactie kan een uitzondering maken." if rule.waivable else ""
    return f"{rule.severity.capitalize()}, {rule.code}{waivable}"


def _note_files(directive: SphinxDirective, *classes: type) -> None:
    """Let Sphinx read the page again when what it is made of changed."""
    for file in {__file__, *map(inspect.getfile, classes)}:
        directive.env.note_dependency(file)


def chapter_of(rule: AnyRule) -> str:
    """The Dutch title over the rules of a module."""
    module = type(rule).__module__.rpartition(".")[2]
    return CHAPTERS.get(module, module)


def inline(text: str) -> list[nodes.Node]:
    """A sentence with words between backquotes as nodes."""
    pieces = text.split("`")
    return [nodes.literal("", piece) if i % 2 else nodes.Text(piece) for i, piece in enumerate(pieces) if piece]


def _examples(rule: AnyRule) -> nodes.container:
    """How it is wrong and how it is right: side by side where the lines are short enough not to be broken."""
    longest = max(len(line) for example in (rule.bad, rule.good) for line in example.typed.split("\n"))
    examples = nodes.container(classes=["voorbeelden", *(["breed"] if longest > HALF_WIDTH else [])])
    for word, example in (("Fout", rule.bad), ("Goed", rule.good)):
        label = nodes.paragraph("", word, classes=["voorbeeld-label"])
        examples += nodes.container("", label, _typed(example.typed), classes=["voorbeeld", word.casefold()])
    return examples


def _field(entry: Entry, document: nodes.document) -> nodes.section:
    """One field: what is expected, an example, the fields of its group, the words to choose from."""
    heading: list[nodes.Node] = [nodes.literal("", entry.name)]
    if _plain(entry.title) != _plain(entry.name):
        heading += [nodes.Text(f" ({entry.title})")]
    parts: list[nodes.Node] = [
        nodes.paragraph("", "", nodes.strong("", _needed(entry)), *inline(f" {entry.what}")),
        _typed(entry.example),
    ]
    if entry.entries:
        parts.append(_group_table(entry))
    for words in (entry.words, *(inner.words for inner in entry.entries)):
        if words and _home(words, entry) == entry:
            parts += [_only("html", *_word_tables(words)), _only("boek", *_word_lines(words))]
    return _section(entry.name, heading, parts, document, kind="veld")


def _home(words: Vocabulary, entry: Entry) -> Entry:
    """The field under which words are listed: the first that takes them by itself, or else the group around them."""
    return next((other for other in guide() if other.words == words), entry)


def _plain(text: str) -> str:
    """Letters and digits only: a label that says no more than the word itself is not repeated."""
    return "".join(character for character in fold(text) if character.isalnum())


def _needed(entry: Entry) -> str:
    return {"ja": "Nodig.", "nee": "Niet verplicht."}.get(entry.needed, f"Nodig {entry.needed.replace('`', '')}.")


def _overview(entries: Sequence[Entry]) -> nodes.definition_list:
    """Which fields are needed always, sometimes and never, as links to their sections."""
    kinds = {"Altijd nodig": ["ja"], "Soms nodig": [e.needed for e in entries if e.needed not in {"ja", "nee"}]}
    overview = nodes.definition_list(classes=["veldoverzicht"])
    for title, needs in {**kinds, "Niet verplicht": ["nee"]}.items():
        found = [entry for entry in entries if entry.needed in needs]
        line = nodes.paragraph()
        for entry in found:
            line += nodes.Text(", ") if line.children else nodes.Text("")
            line += _to_field(entry.name)
            line += inline(f" ({entry.needed})") if entry.needed not in {"ja", "nee"} else []
        overview += nodes.definition_list_item("", nodes.term("", title), nodes.definition("", line))
    return overview


def _to_field(name: str) -> nodes.reference:
    return nodes.reference("", "", nodes.literal("", name), refid=name, internal=True)


def _group_table(entry: Entry) -> nodes.table:
    rows = []
    for inner in entry.entries:
        row = _row([nodes.literal("", inner.name)], [*inline(inner.what), *_choose(inner, entry)], inline(inner.needed))
        row["ids"].append(f"{entry.name}-{inner.name}")
        rows.append(row)
    return _table(("Veld", "Wat je invult", "Nodig"), (25, 55, 20), rows)


def _choose(inner: Entry, entry: Entry) -> list[nodes.Node]:
    """Where the words stand that a field of a group takes."""
    if not inner.words:
        return []
    home = _home(inner.words, entry)
    if home == entry:
        return [nodes.Text(" Kies uit de lijst hieronder.")]
    return [nodes.Text(" Kies uit de lijst bij "), _to_field(home.name), nodes.Text(".")]


def _word_tables(words: Vocabulary) -> Iterator[nodes.table]:
    """On the site: what an author types and what a reader sees, a table for each group of the list."""
    for group, terms in groupby(words.values(), key=lambda term: term.group):
        rows = [_row([nodes.literal("", term.slug)], [nodes.Text(term.label)]) for term in terms]
        table = _table(("Je typt", "Een lezer ziet"), (40, 60), rows)
        table["classes"].append("no-search")
        if group:
            table.insert(0, nodes.title("", group))
        yield table


def _word_lines(words: Vocabulary) -> Iterator[nodes.paragraph]:
    """On paper: the same in a few lines."""
    for group, terms in groupby(words.values(), key=lambda term: term.group):
        line = nodes.paragraph("", f"{group or 'Kies uit'}: ", classes=["woorden"])
        for i, term in enumerate(terms):
            more = "" if _plain(term.label) == _plain(term.slug) else f" {term.label}"
            line += [nodes.Text(" · " if i else ""), nodes.literal("", term.slug), nodes.Text(more)]
        yield line


def _table(heads: Sequence[str], widths: Sequence[int], rows: Iterable[nodes.row]) -> nodes.table:
    """A table with a row of heads above, and the first cell of each row as the head of that row."""
    columns = [nodes.colspec(colwidth=width, stub=1 if i == 0 else None) for i, width in enumerate(widths)]
    head = nodes.thead("", _row(*([nodes.Text(word)] for word in heads)))
    group = nodes.tgroup("", *columns, head, nodes.tbody("", *rows), cols=len(widths))
    return nodes.table("", group, classes=["schrijfwijzer"])


def _row(*cells: Sequence[nodes.Node]) -> nodes.row:
    return nodes.row("", *(nodes.entry("", nodes.paragraph("", "", *cell)) for cell in cells))


def _section(
    name: str, heading: Sequence[nodes.Node], parts: Iterable[nodes.Node], document: nodes.document, kind: str = ""
) -> nodes.section:
    section = nodes.section(
        "", nodes.title("", "", *heading), *parts, ids=[name], names=[name], classes=[kind] if kind else []
    )
    document.note_explicit_target(section)
    return section


def _typed(text: str) -> nodes.literal_block:
    """What an author types, empty lines too ("none"); who searches for Landegem doesn't look for our examples."""
    return nodes.literal_block(text, text, language="none", classes=["no-search"])


def _only(where: str, *parts: nodes.Node) -> addnodes.only:
    """What only the site (``html``) or only the printed book (``boek``) shows.

    On paper every example would take ten pages, and a table for every list of words three.
    """
    only = addnodes.only(expr=where)
    only += parts
    return only
