"""Goes behind ``book/conf.py`` in the books of ``test_attacks.py``: the checker is off, and so are some layers.

``LAYERS`` is put before it: the layers that are there. With one of them alone all attacks are made, with a theme that
has no menu: 250 pages with 250 links each would take a minute.
"""

from pathlib import Path

from myst_parser.parsers.sphinx_ import MystParser
from sphinx.application import Sphinx

from praktijkboek.between import SLUG
from praktijkboek.book import Book
from praktijkboek.check import KnownCase, read_book
from praktijkboek.site.cases import practices, slug_of
from praktijkboek.site.sweep import Sweep

LAYERS = globals().get("LAYERS", "parser sweep")
if LAYERS != "parser sweep":
    html_theme, html_sidebars, html_additional_pages = "basic", {"**": []}, {}  # type: ignore[var-annotated]
EVIL = "\"><script>alert('feit')</script>{download}`x <../../secret.txt>` $(id) {{ 6*7 }} \\"
files: dict[str, KnownCase] = {}


def setup(app: Sphinx) -> None:
    """Take every case that can be read at all, whatever is wrong with it."""
    app.connect("builder-inited", take_all, priority=900)
    app.connect("builder-inited", hand_over_all, priority=901)
    if "parser" not in LAYERS:
        app.add_source_parser(MystParser, override=True)
    if "sweep" not in LAYERS:
        app.registry.transforms.remove(Sweep)
        app.connect("source-read", give_the_header_back, priority=900)


def take_all(app: Sphinx) -> None:
    """Leave out only what the reader itself does not open."""
    files.update((slug, file) for slug, file in read_book(Book(app.srcdir)).items() if SLUG.fullmatch(slug))
    app.config.exclude_patterns = [
        name for name in app.config.exclude_patterns if name.split("/")[1:2] not in [[f] for f in files]
    ]


def hand_over_all(app: Sphinx) -> None:
    """A case whose header is wrong gets the facts of another; one gets facts that no model would let through."""
    domain = practices(app.env)
    good = files["onschuldig"].case
    assert good is not None
    evil = dict.fromkeys(("titel", "samenvatting", "dorp", "gemeente", "uitbater"), EVIL)
    address = "javascript:alert('feit')"
    cases = {slug: file.case or good.model_copy(update={"titel": slug}) for slug, file in files.items()}
    cases["feiten"] = good.model_construct(
        **{**dict(good), **evil, "partners": [EVIL], "auteurs": [EVIL], "website": address}
    )
    domain.hand_over(cases, {slug: file.header_lines for slug, file in files.items()})


def give_the_header_back(app: Sphinx, page: str, source: list[str]) -> None:
    """Let the parser see the whole file, its header first, as if nobody had blanked it."""
    if slug_of(page):
        source[0] = Path(app.env.doc2path(page)).read_text(encoding="utf-8")
