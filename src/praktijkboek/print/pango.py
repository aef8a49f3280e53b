"""WeasyPrint's system libraries: there, or one sentence that says how to get them."""

from __future__ import annotations

import importlib
import io
import logging
import warnings
from contextlib import redirect_stdout
from shutil import which

from praktijkboek.trouble import Trouble

COMMANDS = {
    "apt-get": "sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
    "dnf": "sudo dnf install pango harfbuzz",
    "brew": "brew install pango harfbuzz",
    "pacman": "pacman -S mingw-w64-ucrt-x86_64-pango",
}
"""What installs Pango and HarfBuzz, by the package manager that a machine has (MSYS2 has pacman)."""


def require_pango() -> None:
    """Import WeasyPrint, or say what to install.

    :raises Trouble: if Pango or HarfBuzz is missing
    """
    # WeasyPrint tells of each style sheet; a part of the site's theme (a11y_pygments 0.0.5) has all of that printed.
    logging.getLogger("weasyprint").setLevel(logging.WARNING)
    try:
        # WeasyPrint prints eight lines of English before it fails.
        with warnings.catch_warnings(), redirect_stdout(io.StringIO()):
            warnings.simplefilter("error", DeprecationWarning)  # WeasyPrint 70 only warns without harfbuzz-subset
            importlib.import_module("weasyprint")
    except (OSError, DeprecationWarning) as error:
        command = next((line for tool, line in COMMANDS.items() if which(tool)), COMMANDS["apt-get"])
        raise Trouble(f"Voor de PDF ontbreekt een onderdeel (Pango): installeer het met `{command}`.") from error
