"""Bytes become a case with every position kept: source -> header nodes -> facts, and the structure of the body."""

from praktijkboek.reader.case_file import CaseFile, read_case, text_of
from praktijkboek.reader.problem import Problem

__all__ = ["CaseFile", "Problem", "read_case", "text_of"]
