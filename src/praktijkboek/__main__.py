"""``python -m praktijkboek`` is the command ``praktijkboek``."""

import sys

from praktijkboek.cli import main

sys.exit(main())
