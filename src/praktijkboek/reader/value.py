"""One value of a header: can it be read by itself, and what was meant where it can't."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum

import yaml

from praktijkboek.reader.nodes import MAX_DEPTH, MapNode, NotAHeader, TooDeep, parse

CURLY = re.compile('[“”]([^“”„"]*)[”“]|„([^“”„"]*)[”“]|‘([^‘’\']*)’|« *([^«»"]*?) *»')
WRAPPED = re.compile(f"(?:{CURLY.pattern})|\\[.*(?:{CURLY.pattern}).*\\]")
LINK = re.compile(r"\[([^\[\]]*)\]\(\s*(\S+?)\s*\)")
APOSTROPHE = re.compile(r"'[A-Za-z]{1,2}\b")
SPECIAL = tuple("@`*&!%|>?,]}-")
MULTILINE = ("[", "{", '"', "'")
BLOCK = ("|", ">")


PLAIN = re.compile(r"[\w(€][^\n]*|\"[^\"\\\n]*\"|'[^'\n]*'|\[(?:\w[\w .’()/-]*(?:, ?|(?=\])))*\]")
SIGN = re.compile(r":(\s|$)|\s#")


def is_whole(text: str) -> bool:
    """Whether the value behind a name can be read as it is, on as many lines as it takes."""
    if PLAIN.fullmatch(text) and not SIGN.search(text):
        return True  # nearly every value: asking the parser a hundred times a case was half of the check
    try:
        node = parse(f"x: {text}")
    except (yaml.YAMLError, TooDeep, NotAHeader):
        return False
    return isinstance(node, MapNode) and len(node.entries) == 1


def is_too_deep(text: str) -> bool:
    """Whether a value has more brackets inside each other than any field needs."""
    if text.count("[") + text.count("{") < MAX_DEPTH - 1:
        return False
    try:
        parse(f"x: {text}")
    except TooDeep:
        return True
    except (yaml.YAMLError, NotAHeader):
        return False
    return False


def is_cut(text: str) -> bool:
    """Whether YAML throws the end of a value away, because it takes `` #`` for a remark."""
    return not text.startswith((*MULTILINE, *BLOCK, "#")) and bool(re.search(r"\s#", text))


def quoted(text: str) -> str:
    """A text between quotes, so that every sign in it is just a sign."""
    text = text.strip()
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


class Takes(StrEnum):
    """What a field holds, as far as it decides what a broken value was meant to be."""

    TEXT = "text"
    LIST = "list"
    GROUP = "group"
    ADDRESS = "web address"


def mend(text: str, takes: Takes) -> tuple[str, str] | None:
    """The kind of mistake in a value, and the value as it was meant; None where nothing is wrong or nothing helps."""
    bare = text.strip()
    if WRAPPED.fullmatch(bare):
        straight = CURLY.sub(lambda found: quoted(next(filter(None, found.groups()), "")), bare)
        return ("krulaanhalingstekens", straight) if is_whole(straight) else ("aanhalingstekens", quoted(bare))
    if is_cut(bare):
        return "hekje", bare if re.search(r"\s#\s", bare) else quoted(bare)  # "Landegem # de kern": a remark
    if is_whole(bare):
        return _misread(bare, takes)
    return next(((kind, meant) for kind, meant in _meant(bare, takes) if is_whole(meant)), None)


def _misread(bare: str, takes: Takes) -> tuple[str, str] | None:
    """A value that can be read, as something else than was meant: a sign in a word between brackets."""
    kind, meant = "", bare
    if takes is Takes.LIST and re.fullmatch(r"\[[^\[\]{}\"]*:\s[^\[\]{}\"]*\]", bare):
        kind, meant = "dubbelpunt", _list(bare)
    elif takes is Takes.GROUP and bare.startswith("{"):
        kind, meant = "komma", _group(bare)
    return (kind, meant) if _same(meant) != _same(bare) and is_whole(meant) else None


def _same(text: str) -> str:
    """A value without its spaces."""
    return re.sub(r"\s+", "", text)


def _meant(bare: str, takes: Takes) -> Iterator[tuple[str, str]]:
    """What may have been meant, the likeliest first; the last one can nearly always be read."""
    if link := LINK.fullmatch(bare):
        yield "link_in_kop", link[2] if takes is Takes.ADDRESS else quoted(link[1])
    if APOSTROPHE.match(bare) and not bare.endswith("'"):
        yield "apostrof", quoted(bare)
    if takes is Takes.LIST and bare.startswith("["):
        yield "haakje", bare + "]"
        yield "aanhalingstekens", _list(bare)
    if takes is Takes.LIST and bare.startswith("- "):
        yield "nep_lijst", f"[{', '.join(bare[2:].split(' - '))}]"
    if takes is Takes.GROUP and bare.startswith("{"):
        yield "haakje", bare + "}"
        yield "komma", _group(bare)
    if bare[-1] == '"' and bare.count('"') == 1:
        yield "aanhalingstekens", quoted(bare[:-1])
    if bare[0] in "\"'":
        yield "aanhalingstekens", bare + bare[0]
        yield "aanhalingstekens", quoted(bare[1:-1] if bare[-1] == bare[0] else bare)
    if bare.startswith((*SPECIAL, "[", "{")):
        yield "speciaal_teken", quoted(bare)
    yield "dubbelpunt" if re.search(r":(\s|$)", bare) else "aanhalingstekens", quoted(bare)


def _list(bare: str) -> str:
    """A list between brackets, each word in quotes where it needs them."""
    return f"[{', '.join(_word(word) for word in bare.strip('[]').split(','))}]"


def _word(text: str) -> str:
    bare = text.strip()
    plain = is_whole(f"[{bare}]") and ": " not in bare
    return bare if plain else quoted(bare if APOSTROPHE.match(bare) else bare.strip("\"'"))


def _group(bare: str) -> str:
    """Fields between braces, each value in quotes where a comma stands in it."""
    parts = (part.partition(":") for part in re.split(r",\s*(?=[\w-]+:\s)", bare.strip("{}")))
    return "{" + ", ".join(f"{key.strip()}: {_inside(text.strip())}" for key, _, text in parts) + "}"


def _inside(text: str) -> str:
    """A value between braces, in quotes where it needs them and hasn't got them."""
    return quoted(text) if "," in text and text[:1] not in "\"'" else text
