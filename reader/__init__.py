"""Cable Reader: reads US diplomatic cables as what they are."""

__version__ = "0.1.0"
