"""Comparing two versions of a cable: what one has and the other has not, word by word."""

from reader.cable.comparison.compare import compare
from reader.cable.comparison.differences import Comparison, Difference, Field, Kind, Mark, Row

__all__ = ["Comparison", "Difference", "Field", "Kind", "Mark", "Row", "compare"]
