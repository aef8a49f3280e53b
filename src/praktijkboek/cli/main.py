"""Run one verb. Exit codes: 0 all is well, 1 there are findings, 2 trouble with the machine."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from praktijkboek.cli.parser import build_parser
from praktijkboek.cli.verbs import FOUND, TROUBLE
from praktijkboek.report.console import prepare, printable, say
from praktijkboek.trouble import Trouble, explain_os_error


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one verb; say every trouble in one sentence."""
    for stream in (sys.stdout, sys.stderr):
        prepare(stream)
    parser = build_parser()
    options = parser.parse_args(arguments)
    if "run" not in options:
        parser.print_help()
        return 0
    try:
        return _run(options)
    except Trouble as trouble:
        words: object = trouble
    except OSError as error:
        words = explain_os_error(error)
    except KeyboardInterrupt:
        words = "Gestopt."
    say(printable(str(words)), sys.stderr)
    return TROUBLE


def _run(options: argparse.Namespace) -> int:
    """Run one verb until who reads what it says has seen enough: ``praktijkboek check | head``."""
    try:
        code: int = options.run(options)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FOUND
    return code
