"""What each verb does: it asks a module, says the answer, and ends with 0, 1 or 2."""

from __future__ import annotations

import argparse
import gc
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from praktijkboek import report
from praktijkboek.address import known_site
from praktijkboek.asked import asked_folders, book_around, loose_texts
from praktijkboek.book import Book, edition_day, find_book
from praktijkboek.cache import Cache
from praktijkboek.report.console import Console, for_programs, say
from praktijkboek.survey import Judge, Result, survey
from praktijkboek.trouble import Trouble

if TYPE_CHECKING:
    from praktijkboek.print.edition import Edition

FOUND, TROUBLE = 1, 2


def _checked(paths: list[Path]) -> Result:
    gc.disable()  # nothing of a case outlives it: 15 % of the time for no memory (1,000 cases: 64 MB with and without)
    book = book_around(paths[0]) if paths else find_book(Path())
    return _recalled(book, asked_folders(paths or [book.root], book))


def _recalled(book: Book, folders: Sequence[Path]) -> Result:
    """What is found in these folders; of a case that didn't change, what is kept."""
    cache = Cache(book, _reader)
    result = survey(book, folders, cache)
    cache.save()
    return result


def _reader() -> Judge:
    from praktijkboek.check import Reader  # noqa: PLC0415 - pydantic and markdown-it: only when a case changed

    return Reader()


def check(options: argparse.Namespace) -> int:
    """Judge cases and say what was found, in the form that was asked for."""
    result = _checked(options.paths)
    if options.format in {"json", "sarif"}:
        for_programs(sys.stdout)
        print(report.as_json(result) if options.format == "json" else _sarif(result))
    elif options.format == "short":
        if lines := report.as_short(result, tips=options.tips):
            print(lines)
    elif options.format == "github":
        for_programs(sys.stdout)
        print(report.as_github(result, tips=options.tips))
        report.write_summary(result, tips=options.tips)
    else:
        print(report.as_text(result, Console.of(sys.stdout), tips=options.tips))
    return 0 if result.ok else FOUND


def _sarif(result: Result) -> str:
    from praktijkboek.report.sarif import as_sarif  # noqa: PLC0415 - it names every rule, and they import the reader

    return as_sarif(result)


def fix(options: argparse.Namespace) -> int:
    """Mend what is proven, or show what that would change."""
    from praktijkboek.authoring.fix import mend_all, write  # noqa: PLC0415 - a check needs no tools for writing

    console = Console.of(sys.stdout)
    mended = mend_all(_checked(options.paths))
    changed = [case for case in mended if case.changed]
    for case in mended:
        if case.refused:
            say(case.refused, sys.stderr)
        elif not options.diff:
            if case.changed:
                write(case)
            print(report.as_mended(case.file, case.applied, case.left, console), end="\n\n")
        elif case.changed:
            print(report.as_diff(case.file, case.before.lines, case.after.lines, console))
    left = [finding for case in mended for finding in case.left]
    say(report.last_line(sum(len(case.applied) for case in changed), len(changed), left, written=not options.diff))
    return TROUBLE if any(case.refused for case in mended) else FOUND if left else 0


def new(options: argparse.Namespace) -> int:
    """Start a new case."""
    from praktijkboek.authoring.new import start_case  # noqa: PLC0415 - a check needs no template

    path = start_case(find_book(Path()), options.slug, edition_day())
    place = path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path
    say(f"{place.as_posix()} staat klaar. Open het, vervang elke vraag door je antwoord, en kijk na:")
    say(f"  {report.command('check', place.parent.as_posix())}")
    return 0


def explain(options: argparse.Namespace) -> int:
    """Explain one rule or field."""
    from praktijkboek.authoring import explain as about  # noqa: PLC0415 - a check needs no examples

    say(about.explained(options.rule))
    return 0


def rules(options: argparse.Namespace) -> int:
    """List all rules."""
    from praktijkboek.authoring import explain as about  # noqa: PLC0415 - a check needs no examples

    if options.format == "json":
        for_programs(sys.stdout)
        print(json.dumps(about.as_objects(), ensure_ascii=False, indent=2))
    else:
        say(about.as_list())
    return 0


def schema(options: argparse.Namespace) -> int:
    """Print the fields as JSON Schema."""
    from praktijkboek.authoring.schema import schema as fields  # noqa: PLC0415 - a check needs no schema

    del options  # this verb has none
    for_programs(sys.stdout)
    print(json.dumps(fields(), ensure_ascii=False, indent=2))
    return 0


def _book(start: Path) -> Book:
    """The book around a folder that was typed."""
    if not start.is_dir():
        raise Trouble(f"De map {start} is er niet: kijk na of de naam klopt.")
    return find_book(start)


def _judged(book: Book) -> Result:
    """All cases, judged anew: what is made from them trusts nothing that was kept."""
    from praktijkboek.check import check_book  # noqa: PLC0415 - as above

    result = check_book(book)
    if not result.checked:
        raise Trouble("Er is niets te maken: in `cases/` staat nog geen map met een `index.md`.")
    return result


def _gate(book: Book, *, recall: bool) -> Result:
    """Check first: nothing is built from a case that is wrong.

    :param recall: trust what is kept of cases that didn't change, as Sphinx does with their pages
    """
    folders = [*book.case_folders(), *loose_texts(book)] if recall else []
    result = _recalled(book, folders) if folders else _judged(book)
    print(report.as_text(result, Console.of(sys.stdout)), flush=True)
    if not result.ok:
        say("Er is niets gemaakt; de vorige website en PDF staan er nog.")
    return result


def site(options: argparse.Namespace) -> int:
    """Make the site."""
    return _make(options, (), site=True)


def pdf(options: argparse.Namespace) -> int:
    """Make the PDF, or the editions that are asked for."""
    from praktijkboek.print.edition import BOOK, EDITIONS  # noqa: PLC0415 - Sphinx takes half a second to import

    names = options.editions or [BOOK.name]
    return _make(options, [edition for name, edition in EDITIONS.items() if name in names], site=False)


def build(options: argparse.Namespace) -> int:
    """Make the site and the editions that it offers."""
    from praktijkboek.print.edition import PUBLISHED  # noqa: PLC0415 - as above

    return _make(options, PUBLISHED, site=True)


def _make(options: argparse.Namespace, editions: Sequence[Edition], *, site: bool) -> int:
    from praktijkboek.make import Refused, make, require  # noqa: PLC0415 - as above

    book = _book(options.book)
    require(editions)
    # What is published is judged anew; who looks at the site while writing waits for what changed.
    if not _gate(book, recall=not editions and not options.fresh).ok:
        return FOUND
    try:
        say(make(book, editions, site=site, fresh=options.fresh, whole=options.whole))
    except Refused as refused:
        say(refused, sys.stderr)
        return FOUND
    return 0


def export(options: argparse.Namespace) -> int:
    """Tell all published cases to other programs: on standard output, or in a folder."""
    from praktijkboek.check import published  # noqa: PLC0415 - pydantic, as above
    from praktijkboek.export import FORMS, file_name  # noqa: PLC0415 - as above
    from praktijkboek.export import export as told  # noqa: PLC0415 - as above

    book, site = _book(options.book), known_site()
    result = _judged(book)
    if not result.ok:
        say(report.as_text(result, Console.of(sys.stderr)), sys.stderr)
        say("Er is niets gemaakt.", sys.stderr)
        return FOUND
    cases = published(book)
    if options.naar is None:
        sys.stdout.buffer.write(told(options.format or "json", cases, site))
        return 0
    options.naar.mkdir(parents=True, exist_ok=True)
    for form in [options.format] if options.format else FORMS:
        path = options.naar / file_name(form)
        path.write_bytes(told(form, cases, site))
        say(f"{path.as_posix()}: {len(cases)} praktijken.")
    return 0


def preview(options: argparse.Namespace) -> int:
    """Show the site and follow every save."""
    from praktijkboek.preview import preview as show  # noqa: PLC0415 - Sphinx takes half a second to import

    return show(_book(options.book), options.port, open_browser=not options.no_browser)
