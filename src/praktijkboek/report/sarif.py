"""Findings in SARIF 2.1.0, the form that forges and editors read."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

from praktijkboek import __version__
from praktijkboek.finding import Finding, Fix, Severity
from praktijkboek.rule import AnyRule
from praktijkboek.rules import ALL
from praktijkboek.survey import Result

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {Severity.FOUT: "error", Severity.LET_OP: "warning", Severity.TIP: "note"}


def as_sarif(result: Result) -> str:
    """All findings, tips too, as one run; the rules with their reason and their examples."""
    rules = [_rule(rule) for rule in ALL]
    driver = {"name": "praktijkboek", "version": __version__, "language": "nl-BE", "rules": rules}
    order = {rule.name: number for number, rule in enumerate(ALL)}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, order) for finding in result.findings],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _rule(rule: AnyRule) -> dict[str, Any]:
    why = (rule.__doc__ or "").strip()
    return {
        "id": rule.name,
        "name": rule.code,
        "shortDescription": {"text": why},
        "help": {"text": f"{why}\n\nNiet zo:\n{rule.bad.typed}\n\nWel zo:\n{rule.good.typed}\n"},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        **_help_uri(rule.name),
    }


def _help_uri(name: str) -> dict[str, str]:
    """The place in the published guide, where PRAKTIJKBOEK_SITE says at which address the book stands."""
    site = os.environ.get("PRAKTIJKBOEK_SITE", "").rstrip("/")
    return {"helpUri": f"{site}/book/schrijfwijzer/regels.html#{name}"} if site else {}


def _result(finding: Finding, order: Mapping[str, int]) -> dict[str, Any]:
    span = finding.span
    region = {"startLine": span.line, "startColumn": span.column}
    if span.end_column > span.column:
        region["endColumn"] = span.end_column
    place = {"artifactLocation": _location(finding.file), "region": region}
    fixes = {"fixes": [_fix(finding, finding.fix)]} if finding.fix else {}
    return {
        "ruleId": finding.rule,
        "ruleIndex": order[finding.rule],
        "level": LEVELS[finding.severity],
        "message": {"text": f"{finding.message} {finding.help}"},
        "locations": [{"physicalLocation": place}],
        **fixes,
    }


def _location(file: str) -> dict[str, str]:
    path = Path(file)
    return {"uri": path.as_uri() if path.is_absolute() else quote(os.fsencode(path.as_posix()))}


def _fix(finding: Finding, fix: Fix) -> dict[str, Any]:
    before = fix.before.split("\n")
    last = fix.line + len(before) - 1
    region = {"startLine": fix.line, "startColumn": 1, "endLine": last, "endColumn": len(before[-1]) + 1}
    change = {"deletedRegion": region, "insertedContent": {"text": fix.after}}
    return {
        "description": {"text": finding.help},
        "artifactChanges": [{"artifactLocation": _location(finding.file), "replacements": [change]}],
    }
