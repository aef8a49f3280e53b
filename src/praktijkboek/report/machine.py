"""Findings as one JSON object."""

from __future__ import annotations

import json
from typing import Any

from praktijkboek.finding import Finding
from praktijkboek.survey import Result


def as_json(result: Result) -> str:
    """All findings, tips too, as the guide describes it (``book/schrijfwijzer/opdrachten.md``)."""
    findings = [_object(finding) for finding in result.findings]
    return json.dumps({"cases": result.checked, "findings": findings}, ensure_ascii=False, indent=2)


def _object(finding: Finding) -> dict[str, Any]:
    fix = finding.fix
    return {
        "file": finding.file,
        "line": finding.span.line,
        "column": finding.span.column,
        "end_column": finding.span.end_column,
        "rule": finding.rule,
        "code": finding.code,
        "severity": finding.severity.value,
        "message": finding.message,
        "help": finding.help,
        "fix": fix and {"line": fix.line, "before": fix.before, "after": fix.after},
    }
