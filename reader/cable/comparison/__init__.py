"""Comparing two versions of a cable: what one has and the other has not, word by word."""

from reader.cable.comparison.compare import compare
from reader.cable.comparison.differences import Comparison, Difference, Field, Kind, Mark, Row
from reader.cable.comparison.places import PlaceHere, place_here

__all__ = [
    "Comparison",
    "Difference",
    "Field",
    "Kind",
    "Mark",
    "PlaceHere",
    "Row",
    "compare",
    "place_here",
]
