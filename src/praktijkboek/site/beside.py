"""The files that stand beside the pages: all cases for other programs, the map of the site, and old addresses."""

from __future__ import annotations

from pathlib import Path
from xml.sax.saxutils import escape

from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder

from praktijkboek.export import FORMS, export, file_name
from praktijkboek.moved import read_moved
from praktijkboek.site import finder
from praktijkboek.site.cases import docname, practices, slug_of
from praktijkboek.site.head import DATA, HOME, address_of


def connect(app: Sphinx) -> None:
    """Write them when the pages are there; what is wrong with an old address is said before anything is made."""
    app.connect("builder-inited", _moved)
    app.connect("build-finished", write)


def write(app: Sphinx, error: Exception | None) -> None:
    """Write all of them beside the pages of a site."""
    if error is not None or not isinstance(app.builder, StandaloneHTMLBuilder):
        return
    out, site, cases = Path(app.outdir), app.config.praktijkboek_site, practices(app.env).cases
    for form in FORMS:
        (out / file_name(form)).write_bytes(export(form, cases, site))
    robots = "User-agent: *\nDisallow:\n"
    if site:
        (out / "sitemap.xml").write_text(_sitemap(app, site), encoding="utf-8")
        robots += f"\nSitemap: {site}/sitemap.xml\n"
    (out / "robots.txt").write_text(robots, encoding="utf-8")
    for old, new in _moved(app).items():
        page = out / f"{docname(old)}.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        seen = {"titel": cases[new].titel, "naar": f"../{new}/index.html"}
        seen["adres"] = address_of(site, docname(new)) if site else seen["naar"]
        page.write_text(app.builder.templates.render("verhuisd.html", seen), encoding="utf-8")


def _moved(app: Sphinx) -> dict[str, str]:
    return read_moved(Path(app.srcdir), practices(app.env).cases)


def _sitemap(app: Sphinx, site: str) -> str:
    """All pages; of a case the day on which its text was last written is known."""
    cases = practices(app.env).cases
    lines = []
    for page in [HOME, finder.PAGE, DATA, *sorted(app.env.found_docs)]:
        case = cases.get(slug_of(page) or "")
        changed = f"<lastmod>{case.bijgewerkt.isoformat()}</lastmod>" if case else ""
        lines.append(f"<url><loc>{escape(address_of(site, page))}</loc>{changed}</url>")
    return "\n".join(
        [
            '<?xml version="1.0" encoding="utf-8"?>',
            '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
            *lines,
            "</urlset>\n",
        ]
    )
