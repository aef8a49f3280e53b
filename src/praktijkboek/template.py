"""The text that a new case starts with: it interviews the author; and how to see that a question still stands.

The header is made from the Case model, the questions stand under the headings of a case.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from pydantic.fields import FieldInfo

from praktijkboek.case import Case
from praktijkboek.field_shapes import bounds, group_in, takes_list, words_of

QUESTIONS: Mapping[str, tuple[str, ...]] = {
    "Aanleiding": ("Wat ontbrak er in het dorp?", "Wie merkte dat op, en wanneer?"),
    "Aanpak": ("Welke stappen zetten jullie, en wie deed mee?", "Hoe vroegen jullie het dorp wat het nodig had?"),
    "Aanbod": ("Wat vindt een bezoeker er, en wanneer is het open?", "Hoe raakt hij er, en hoe raakt hij verder?"),
    "Organisatie en geld": ("Wie werkt er, en wie beslist?", "Wat kost het, en waar komt het geld vandaan?"),
    "Resultaten": ("Wat veranderde er in het dorp?", "Welke cijfers hebben jullie, en van welk jaar?"),
    "Knelpunten": ("Wat was moeilijk, en wat is dat nog altijd?",),
    "Lessen": (
        "Welke raad geef je aan een dorp dat morgen begint?",
        "Wat zou je opnieuw zo doen?",
        "Wat zou je anders doen?",
    ),
}
"""The questions under each heading."""
ALSO = ("gemeente", "postcode", "start")
"""Fields that the model lets out, but nearly every case needs."""
ALREADY = {"nagelezen": "nee"}
"""Fields that the template fills in as they nearly always start."""
MOST_WORDS = 5
"""A list of no more words than this is written out."""
LONGEST_EXAMPLE = 40


def template(day: date) -> str:
    """The text of a new case that is started on ``day``, with the line ends of Unix."""
    header = "\n".join(_header(day))
    parts = "\n\n".join(f"## {part}\n\n{_asked(part, questions)}" for part, questions in QUESTIONS.items())
    return f"---\n{header}\n---\n\n{parts}\n"


def _asked(part: str, questions: Sequence[str]) -> str:
    if part == "Lessen":
        return "\n".join(f"{number}. {question}" for number, question in enumerate(questions, start=1))
    return "\n\n".join(questions)


def _header(day: date) -> Iterator[str]:
    for name, info in Case.model_fields.items():
        if name == "bijgewerkt":
            yield f"{name}: {day.isoformat()}"
        elif name in ALREADY:
            yield f"{name}: {ALREADY[name]}"
        elif info.is_required() or name in ALSO:
            yield from _field(name, info)


def _field(name: str, info: FieldInfo) -> Iterator[str]:
    """The lines of one field: a placeholder in the shape that the answer will have."""
    if group := group_in(info):
        yield f"{name}:"
        inner = [(key, about) for key, about in group.model_fields.items() if about.is_required() or key == "url"]
        for i, (key, about) in enumerate(inner):
            yield f"  {' ' if i else '-'} {key}: {_placeholder(about)}"
    elif takes_list(info):
        words = _placeholder(info).strip('"')
        yield f'{name}: ["{words}"]'
    else:
        yield f"{name}: {_placeholder(info)}"


def _placeholder(info: FieldInfo) -> str:
    """``<what is asked. Bijvoorbeeld ...>``, in quotes where the header needs them."""
    asked = [(info.description or info.title or "").replace("`", "").rstrip(".")]
    if "min_length" in (length := bounds(info)) and not takes_list(info):
        asked.append(f"Samen {length['min_length']} tot {length['max_length']} tekens")
    words, example = words_of(info), str((info.examples or [""])[0]).strip("[]")
    if 0 < len(words) <= MOST_WORDS:
        asked.append(f"Kies {', '.join(words)}")
    elif 0 < len(example) <= LONGEST_EXAMPLE:
        asked.append(f"Bijvoorbeeld {example}")
    text = f"<{'. '.join(asked)}>".replace('"', "'")
    return f'"{text}"' if re.search(": | #", text) else text


@functools.cache
def _questions() -> re.Pattern[str]:
    asked = (question for questions in QUESTIONS.values() for question in questions)
    return re.compile("|".join(re.escape(question) for question in sorted(asked, key=len, reverse=True)))


def questions_in(line: str) -> list[tuple[int, int]]:
    """Where questions of the template stand in a line, as pairs of positions from 0, the second past the last."""
    return [found.span() for found in _questions().finditer(line)] if "?" in line else []
