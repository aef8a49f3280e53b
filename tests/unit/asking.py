"""Asks a script of the site what it makes of an expression, in Node.js and without a page."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from praktijkboek import site

STATIC = Path(site.__file__).parent / "theme" / "praktijkboek" / "static"
NO_PAGE = "const document = { querySelectorAll: () => [] }"
needs_node = pytest.mark.skipif(shutil.which("node") is None, reason="needs Node.js: apt-get install nodejs")


def answer(script: str, expression: str, **names: Any) -> Any:
    """What ``expression`` gives when ``script`` is loaded; ``names`` are known to it."""
    given = [f"const {name} = {json.dumps(value)}" for name, value in names.items()]
    said = f"process.stdout.write(JSON.stringify({expression}))"
    program = "\n;".join([NO_PAGE, (STATIC / script).read_text(encoding="utf-8"), *given, said])
    done = subprocess.run(["node", "-e", program], capture_output=True, text=True, encoding="utf-8", check=True)
    return json.loads(done.stdout)
