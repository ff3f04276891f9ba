"""The comparison of two versions of a cable, in a window of its own."""

from reader.desktop.panels.comparison.panel import ComparisonPanel

__all__ = ["ComparisonPanel"]
