"""Two builds of one book don't run beside each other."""

import subprocess
import sys
from pathlib import Path

import pytest

from praktijkboek.alone import alone
from praktijkboek.trouble import Trouble

HELD = """
import sys
from pathlib import Path
from praktijkboek.alone import alone
with alone(Path(sys.argv[1])):
    print("binnen", flush=True)
    sys.stdin.read()
"""


def test_another_process_is_kept_out_until_the_first_ends(tmp_path: Path) -> None:
    """Also where it is killed."""
    folder = tmp_path / "_build"
    command = [sys.executable, "-c", HELD, str(folder)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as first:
        assert first.stdout and first.stdout.readline() == "binnen\n"
        with pytest.raises(Trouble, match="wordt al gemaakt"), alone(folder):
            pass
        first.kill()
        first.wait()
    with alone(folder):
        pass


def test_two_books_are_made_beside_each_other(tmp_path: Path) -> None:
    with alone(tmp_path / "een"), alone(tmp_path / "twee"):
        pass
