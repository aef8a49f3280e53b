"""praktijkboek: practice cases in Markdown become a checked, accessible book.

``docs/architecture.md`` follows a case through the modules in seven steps.
"""

__version__ = "0.1.0"
