"""What was said of a case is kept until the case, the day, the program or a library changes.

It is kept for speed only: the gate of what is published (`build`, `pdf`, `export`) never looks here. One JSON file a
book, in the user's own cache folder, so that nobody who sends in a case can put one there. Whatever is wrong with it,
it is as if it weren't there.
"""

from __future__ import annotations

import functools
import hashlib
import json
import os
import stat
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import praktijkboek
from praktijkboek.book import INDEX, MOST_TEXT_BYTES, Book
from praktijkboek.contents import contents
from praktijkboek.finding import Finding, Fix, Severity, Span
from praktijkboek.outline import InnerLink, Outline, Related, Verdict
from praktijkboek.survey import Judge

RULES = "rules"
"""The key of the names of the rules, beside the paths of cases and chapters."""
WRONG = (KeyError, TypeError, ValueError, AttributeError, RecursionError)
"""What a file that isn't ours, or is broken, ends in."""


class Cache(Judge):
    """Remembers what ``fresh()`` says; that one is only made when something changed, because it takes time to start."""

    def __init__(self, book: Book, fresh: Callable[[], Judge]) -> None:
        self._root, self._fresh = book.root.resolve(), fresh
        self._judge: Judge | None = None
        kept = place(self._root)
        self._file = kept and kept.with_suffix(".json")
        self._stamp = _stamp()
        self._entries = _load(self._file, self._stamp)
        self._changed = False

    @property
    def judge(self) -> Judge:
        """The one who reads."""
        self._judge = self._judge or self._fresh()
        return self._judge

    def case(self, folder: Path) -> Verdict:
        """What is kept of a case, or what is said of it now."""
        now = _fingerprint(folder)
        kept = self._kept(str(folder), now)
        try:
            return _unpack(folder, kept)
        except WRONG:
            verdict = self.judge.case(folder)
            if verdict.whole:
                self._keep(folder, now, _pack(verdict))
            return verdict

    def anchors(self, chapter: Path) -> frozenset[str]:
        """The anchors that are kept of a chapter, or those that it has now."""
        now = hashlib.sha256(chapter.read_bytes()).hexdigest()
        kept = self._kept(str(chapter), now)
        if isinstance(kept, list) and all(isinstance(anchor, str) for anchor in kept):
            return frozenset(kept)
        anchors = self.judge.anchors(chapter)
        self._keep(chapter, now, sorted(anchors))
        return anchors

    def rules(self) -> Mapping[str, bool]:
        """The rules that are kept, or those that there are."""
        kept = self._kept(RULES, RULES)
        if isinstance(kept, dict) and all(isinstance(value, bool) for value in kept.values()):
            return kept
        rules = dict(self.judge.rules())
        self._entries[RULES], self._changed = [RULES, rules], True
        return rules

    def save(self) -> None:
        """Write what is new, whole or not at all; a disk that is full or read-only is none of the author's business."""
        gone = [key for key in self._entries if key != RULES and not os.path.lexists(key)]
        if self._file is None or not (self._changed or gone):
            return
        for key in gone:
            del self._entries[key]
        content = json.dumps({"stamp": self._stamp, "entries": self._entries}, ensure_ascii=False)
        try:
            write_whole(self._file, content.encode())
        except (OSError, UnicodeError):
            return

    def _kept(self, key: str, fingerprint: str) -> Any:
        match self._entries.get(key):
            case [str(known), kept] if fingerprint and known == fingerprint:
                return kept
        return None

    def _keep(self, path: Path, fingerprint: str, kept: Any) -> None:
        """Keep what was said of this book's own files; not of others, so that it can't grow."""
        if fingerprint and path.resolve().is_relative_to(self._root):
            self._entries[str(path)], self._changed = [fingerprint, kept], True


def place(root: Path) -> Path | None:
    """The path for what is kept of the book in ``root``; None where there is no place for it outside of the book."""
    try:
        root, folder = root.resolve(), _user_folder().resolve()
    except (OSError, RuntimeError):
        return None  # nobody's home
    name = hashlib.sha256(str(root).encode("utf-8", "surrogateescape")).hexdigest()[:16]
    return None if folder.is_relative_to(root) else folder / "praktijkboek" / name


def _user_folder() -> Path:
    """The cache folder that this operating system gives to a user."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    if Path(given := os.environ.get("XDG_CACHE_HOME", "")).is_absolute():
        return Path(given)
    return Path.home() / ("Library/Caches" if sys.platform == "darwin" else ".cache")


@functools.cache  # a process stays the program that it started as, also when its files change
def program() -> str:
    """A hash of what makes anything come out otherwise: Python, this program's files, the installed libraries."""
    package = Path(praktijkboek.__file__).parent
    own = (line for line in _files(package) if "__pycache__/" not in line)
    parts = [str(package), sys.version, *own]
    for place in filter(Path.is_dir, map(Path, sys.path)):
        parts += sorted(path.name for path in place.iterdir() if path.suffix in {".dist-info", ".egg-info"})
    return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogateescape")).hexdigest()


def _stamp() -> str:
    """What every verdict depends on beside the case: the program, and the day."""
    return f"{program()} {date.today().isoformat()}"


def _fingerprint(folder: Path) -> str:
    """What decides what is said of a case: its text, and the names, sizes and times of its other files.

    Empty for a folder that isn't read to its end: what is wrong with that is not kept.
    """
    index = folder / INDEX
    try:
        seen = index.lstat()
        if folder.is_symlink() or not stat.S_ISREG(seen.st_mode) or seen.st_size > MOST_TEXT_BYTES:
            return ""
        digest = hashlib.sha256(index.read_bytes())
        for line in _files(folder):
            digest.update(line.encode("utf-8", "surrogateescape"))
    except OSError:
        return ""
    return digest.hexdigest()


def _files(folder: Path) -> Iterator[str]:
    """Each file in a folder and in those below but the text of a case, with what changes when it changes."""
    for name, entry in contents(folder):
        if name != INDEX:
            seen = entry.stat(follow_symlinks=False)
            yield f"{name}\0{seen.st_mode}\0{seen.st_size}\0{seen.st_mtime_ns}\0{seen.st_ctime_ns}\n"


def _load(file: Path | None, stamp: str) -> dict[str, Any]:
    try:
        kept = json.loads(file.read_bytes()) if file else {}
        return dict(kept["entries"]) if kept["stamp"] == stamp else {}
    except (OSError, *WRONG):
        return {}


def write_whole(file: Path, content: bytes) -> None:
    """Write beside the file and rename, so that at no moment a half one stands there.

    Somebody may clear the folder away between two steps; then it is made again, once.

    :raises OSError: if it can't be written
    """
    try:
        _write_beside(file, content)
    except FileNotFoundError:
        _write_beside(file, content)


def _write_beside(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=file.parent, suffix=".new")
    try:
        with os.fdopen(handle, "wb") as new:
            new.write(content)
        Path(name).replace(file)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _pack(verdict: Verdict) -> list[Any]:
    """A verdict as JSON knows it."""
    case = verdict.outline
    return [
        [case.title, _span(case.title_span), case.status, sorted(case.anchors or ())],
        [[link.target, link.path, link.anchor, _span(link.span)] for link in case.links],
        [[other.slug, _span(other.span)] for other in case.related],
        [_packed(finding) for finding in verdict.findings],
        list(verdict.lines.items()),
    ]


def _packed(finding: Finding) -> list[Any]:
    fix = finding.fix and [finding.fix.line, finding.fix.before, finding.fix.after]
    words = [finding.rule, finding.code, finding.severity.value, finding.message, finding.help]
    return [_span(finding.span), words, fix]


def _span(span: Span) -> list[int]:
    return [span.line, span.column, span.end_column]


def _unpack(folder: Path, kept: Any) -> Verdict:
    """A verdict from JSON.

    :raises KeyError, TypeError, ValueError, AttributeError: (``WRONG``) if it is something else
    """
    (title, title_span, status, anchors), links, related, findings, lines = kept
    outline = Outline(
        folder,
        str(title),
        Span(*map(int, title_span)),
        str(status),
        frozenset(map(str, anchors)),
        tuple(InnerLink(str(t), tuple(map(str, path)), str(a), Span(*map(int, span))) for t, path, a, span in links),
        tuple(Related(str(slug), Span(*map(int, span))) for slug, span in related),
    )
    found = tuple(_unpacked(str(outline.path), *finding) for finding in findings)
    return Verdict(outline, found, {int(number): str(line) for number, line in lines})


def _unpacked(file: str, span: Any, words: Any, fix: Any) -> Finding:
    rule, code, severity, message, help_ = map(str, words)
    mend = Fix(int(fix[0]), str(fix[1]), str(fix[2])) if fix else None
    return Finding(file, Span(*map(int, span)), rule, code, Severity(severity), message, help_, mend)
