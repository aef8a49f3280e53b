"""Run one verb. Exit codes: 0 all is well, 1 there are findings, 2 trouble with the machine."""

from __future__ import annotations

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
        code: int = options.run(options)
        sys.stdout.flush()
    except Trouble as trouble:
        say(printable(str(trouble)), sys.stderr)
        return TROUBLE
    except BrokenPipeError:  # "praktijkboek check | head": who reads has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FOUND
    except OSError as error:
        say(printable(str(explain_os_error(error))), sys.stderr)
        return TROUBLE
    except KeyboardInterrupt:
        say("Gestopt.", sys.stderr)
        return TROUBLE
    return code
