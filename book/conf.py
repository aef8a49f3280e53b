"""Sphinx's settings for the praktijkboek; the pipeline itself is the package in ``src/praktijkboek``."""

import os

project = "Praktijkboek Ons buurtpunt"
author = "Redactie praktijkboek"
copyright = "Redactie praktijkboek, CC BY 4.0"  # noqa: A001 - Sphinx's name
language = "nl"

extensions = ["myst_parser", "praktijkboek.site", "praktijkboek.print.extension"]

# The document tree is the repository: a warning names the author's own file and line.
root_doc = "book/index"
include_patterns = ["book/**", "cases/*/index.md"]
exclude_patterns = ["cases/_*/**", "cases/.*/**", ".*", "_build", "benchmarks", "docs", "scripts", "src", "tests"]

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
myst_url_schemes = ["http", "https", "mailto", "tel"]

html_theme = "praktijkboek"
html_title = "Praktijkboek Ons buurtpunt"
html_copy_source = False
html_show_sourcelink = False
html_use_index = False
html_additional_pages = {
    "index": "home.html",
    "vind": "vind.html",
    "404": "404.html",
    "gegevens": "gegevens.html",
}

# Where the sources stand on the web, for "bewerk deze praktijk", for instance "https://forge.example/owner/name".
# CI knows it; on a maintainer's own machine the link leads to the chapter on contributing instead.
# The mail address is for readers who want to send something.
praktijkboek_contact = os.environ.get("PRAKTIJKBOEK_CONTACT", "")
# The address of the published site, such as "https://voorbeeld.be/boek": QR codes lead there, and its pages say it.
praktijkboek_site = os.environ.get("PRAKTIJKBOEK_SITE", "")
praktijkboek_repository = os.environ.get("PRAKTIJKBOEK_REPOSITORY", "")
