"""The command ``praktijkboek``: one module for each kind of verb."""

from praktijkboek.cli.main import main
from praktijkboek.cli.parser import build_parser

__all__ = ["build_parser", "main"]
