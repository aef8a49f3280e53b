"""Trouble with the machine: the one exception that the command line catches."""

from __future__ import annotations

import errno

FULL = "De schijf is vol: maak plaats vrij en probeer opnieuw."


class Trouble(Exception):
    """Something that no author did: a missing library, a full disk, a folder that is not there.

    The text is one Dutch sentence that holds the remedy; the command prints it and exits with 2.
    """


def explain_os_error(error: OSError) -> Trouble:
    """Turn what the operating system says into one sentence with a way out."""
    place = f" ({error.filename})" if error.filename else ""
    if is_full(error):
        return Trouble(FULL)
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return Trouble(f"Geen toegang{place}: vraag schrijfrechten op deze map of werk in een eigen map.")
    if isinstance(error, FileNotFoundError):
        return Trouble(f"Dit bestand of deze map is er niet{place}: kijk na of het pad klopt.")
    return Trouble(f"De computer meldt een probleem met een bestand{place}: {error.strerror or 'onbekende fout'}.")


def is_full(error: OSError) -> bool:
    """Whether the disk is full; ``shutil.Error`` holds the numbers of many errors in its text only."""
    full = (errno.ENOSPC, errno.EDQUOT)
    return error.errno in full or any(f"[Errno {number}]" in str(error) for number in full)
