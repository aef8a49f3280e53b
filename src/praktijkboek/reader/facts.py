"""Header nodes become the facts of a case: each field is judged by itself, so that all problems come at once."""

from __future__ import annotations

import functools
import typing
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from pydantic import ValidationError
from pydantic.fields import FieldInfo

from praktijkboek.case import Case, Group
from praktijkboek.finding import Span
from praktijkboek.reader.blanks import blanks
from praktijkboek.reader.nodes import ListNode, MapNode, Node, Scalar
from praktijkboek.reader.problem import Path, Problem
from praktijkboek.spelling import fold, suggest

FORBIDDEN = frozenset(
    {"myst", "mystnb", "jupytext", "kernelspec", "jupyter", "html_meta", "substitutions", "orphan", "tocdepth"}
    | {"nocomments", "nosearch", "no-search", "layout", "format", "execute", "filters"}
)
"""Names by which other programs take orders from a header."""
ALSO = {
    "alt": ("beschrijving", "omschrijving", "bijschrift", "onderschrift"),
    "auteurs": ("auteur", "schrijver", "geschreven_door"),
    "bedrag": ("budget", "prijs", "kost"),
    "bestand": ("naam", "foto", "bestandsnaam", "file"),
    "bijgewerkt": ("datum", "laatst_bijgewerkt", "versie"),
    "bronnen": ("bron", "referenties"),
    "cijfers": ("cijfer", "getallen"),
    "coordinaten": ("gps", "locatie", "kaart"),
    "dorp": ("plaats", "kern", "deelgemeente", "wijk"),
    "e-mail": ("email", "mail", "mailadres"),
    "fotos": ("foto", "afbeeldingen", "beelden"),
    "functies": ("functie", "diensten", "aanbod"),
    "inwoners": ("bewoners", "aantal_inwoners", "inwonersaantal"),
    "maker": ("fotograaf", "auteur", "credit"),
    "partners": ("partner",),
    "postcode": ("postnummer", "pc"),
    "rechtsvorm": ("statuut",),
    "samenvatting": ("beschrijving", "omschrijving", "intro", "inleiding"),
    "start": ("gestart", "startdatum", "begin", "opgestart"),
    "stop": ("gestopt", "einde", "einddatum"),
    "themas": ("thema", "invalshoeken", "invalshoek"),
    "titel": ("naam", "title"),
    "uitbater": ("organisatie", "initiatiefnemer", "trekker"),
    "uitgever": ("krant", "website"),
    "url": ("link", "adres", "website", "webadres"),
    "vervoer": ("mobiliteit", "transport"),
    "website": ("url", "link", "webadres", "site"),
}
"""Other names under which people look for a field."""


@dataclass
class Facts:
    """What the header says: ``values`` the fields that are right, ``typed`` all of them as text; their places."""

    values: dict[str, Any] = field(default_factory=dict)
    typed: dict[str, Any] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    spans: dict[Path, Span] = field(default_factory=dict)
    key_spans: dict[Path, Span] = field(default_factory=dict)

    def span(self, path: Path) -> Span:
        """The place of a value, or of the nearest group around it."""
        while path and path not in self.spans:
            path = path[:-1]
        return self.spans.get(path, Span(1))

    def move(self, lines: Sequence[str], mended: Sequence[str]) -> None:
        """Let places in lines that were ``mended`` be places in the file's own ``lines``."""
        changed = {i for i, (old, new) in enumerate(zip(lines, mended, strict=False), start=1) if new and old != new}
        if changed:
            for spans in (self.spans, self.key_spans):
                spans.update(
                    {path: _moved(span, lines, mended) for path, span in spans.items() if span.line in changed}
                )
            self.problems = [
                replace(problem, span=_moved(problem.span, lines, mended)) if problem.span.line in changed else problem
                for problem in self.problems
            ]


def _moved(span: Span, lines: Sequence[str], mended: Sequence[str]) -> Span:
    """A place behind the first change of a line, as many columns further as the line grew or shrank."""
    old, new = lines[span.line - 1], mended[span.line - 1]
    same = next((i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    shift = len(old) - len(new)
    column = span.column if span.column <= same + 1 else max(span.column + shift, 1)
    end = span.end_column if span.end_column <= same + 1 else span.end_column + shift
    column = min(column, len(old) + 1)
    return Span(span.line, column, min(max(end, column + 1), len(old) + 1) if old else column)


@functools.lru_cache(maxsize=1024)
def canonical(key: str) -> str:
    """``foto's``, ``Foto’s`` and ``fotos`` are one key; so are ``coöperaties`` and ``cooperaties``."""
    return fold(key).replace("'", "")


@functools.cache
def fields_of(model: type[Group]) -> Mapping[str, FieldInfo]:
    """The fields of a group by the name that an author types."""
    return {info.alias or name: info for name, info in model.model_fields.items()}


@functools.cache
def group_of(model: type[Group], name: str) -> type[Group] | None:
    """The group that a field holds, once or in a list; None for a plain value."""
    info = fields_of(model).get(name)
    return next(_groups(info.annotation), None) if info else None


@functools.cache
def is_list(model: type[Group], name: str) -> bool:
    """Whether a field takes a list, of words or of groups."""
    info = fields_of(model).get(name)
    return info is not None and typing.get_origin(info.annotation) is list


@functools.cache
def takes_words(model: type[Group], name: str) -> bool:
    """Whether a field takes any words; tried with a sentence."""
    try:
        setattr(model.model_construct(), name, "Een zin, met wat woorden.")
    except ValidationError as error:
        return all(detail["type"] == "string_too_short" for detail in error.errors())
    return True


def _groups(annotation: Any) -> Iterator[type[Group]]:
    if isinstance(annotation, type) and issubclass(annotation, Group):
        yield annotation
    for argument in typing.get_args(annotation):
        yield from _groups(argument)


def read_facts(root: MapNode, end: Span) -> Facts:
    """Judge the header's fields; a missing one is placed at ``end``, the closing fence."""
    facts = Facts(spans={(): end})
    data = facts.typed = _group(root, Case, (), facts)
    case = Case.model_construct()
    for name, value in data.items():
        _assign(case, name, value, facts)
    if facts.values.get("land", "BE") != "BE":  # another country has other postcodes
        facts.problems = [problem for problem in facts.problems if problem.path != ("postcode",)]
    seen = {problem.path[:1] for problem in facts.problems}
    for name, info in fields_of(Case).items():
        if info.is_required() and name not in data and (name,) not in seen:
            facts.problems.append(Problem("missing", end, (name,)))
    return facts


def _assign(case: Case, name: str, value: Any, facts: Facts) -> None:
    known = {problem.path for problem in facts.problems}
    unanswered = any(problem.kind == "sjabloon" and problem.path[0] == name for problem in facts.problems)
    try:
        setattr(case, name, value)
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            path = detail["loc"]
            if path not in known:
                context = detail.get("ctx", {})
                facts.problems.append(Problem(detail["type"], facts.span(path), path, detail["input"], context))
    else:
        if not unanswered:  # a placeholder is no fact: nothing else is said of it
            facts.values[name] = getattr(case, name)


def _data(node: Node, model: type[Group] | None, path: Path, facts: Facts) -> Any:
    facts.spans[path] = node.span
    if isinstance(node, MapNode):
        return _group(node, model, path, facts)
    if isinstance(node, ListNode):
        return list(_items(node, model, path, facts))
    if blanks(node.text):
        facts.problems.append(Problem("sjabloon", node.span, path, node.text))
    return node.text


def _items(node: ListNode, model: type[Group] | None, path: Path, facts: Facts) -> Iterator[Any]:
    """The items of a list that hold something."""
    for i, item in enumerate(node.items):
        if isinstance(item, Scalar) and not item.text.strip():
            facts.problems.append(Problem("leeg", item.span, (*path, i), ""))
        else:
            yield _data(item, model, (*path, i), facts)


def _group(node: MapNode, model: type[Group] | None, path: Path, facts: Facts) -> dict[str, Any]:
    """The entries of a group under the names that the model knows."""
    found: dict[str, Any] = {}
    typed = {canonical(key.text) for key, _ in node.entries}
    for key, value in node.entries:
        name = _name(key, model, path, facts, typed)
        if name is None:
            continue
        here = (*path, name)
        facts.key_spans.setdefault(here, key.span)
        if name in found:
            facts.problems.append(Problem("dubbel_veld", key.span, here, key.text))
        elif isinstance(value, Scalar) and not value.text.strip():
            facts.problems.append(Problem("leeg", key.span, here, ""))
        else:
            found[name] = _data(value, group_of(model, name) if model else None, here, facts)
    return found


def _name(key: Scalar, model: type[Group] | None, path: Path, facts: Facts, typed: set[str]) -> str | None:
    """The field that a key stands for; a misspelled one is reported here, once, and read as it was meant."""
    name = canonical(key.text)
    known = fields_of(model) if model else {}
    if name in known or model is None:
        return name
    if not path and name in FORBIDDEN:
        facts.problems.append(Problem("kop_verboden", key.span, (name,), key.text))
        return None
    proposal = meant(name, model, typed) or suggest(name, known)
    context = {"proposal": proposal, "known": list(known)}
    facts.problems.append(Problem("extra_forbidden", key.span, (*path, proposal or name), key.text, context))
    return proposal if proposal not in typed else None


def meant(name: str, model: type[Group], typed: Collection[str] = ()) -> str | None:
    """The field that a name stands for, among those that were not ``typed`` too; None where none comes near."""
    known = fields_of(model)
    free = [field for field in known if field not in typed]
    also = next((field for field in free if name in ALSO.get(field, ())), None)
    return name if name in known else also or suggest(name, free)
