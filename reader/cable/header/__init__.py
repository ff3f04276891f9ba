"""The head of a telegram: transport header, classification, captions and fields (TELEGRAM.md 2)."""

from reader.cable.header.classification import ClassificationLine, read_classification_line
from reader.cable.header.classified_by import ClassifiedBy, read_classified_by
from reader.cable.header.reading import HeaderReading, read_header

__all__ = [
    "ClassificationLine",
    "ClassifiedBy",
    "HeaderReading",
    "read_classification_line",
    "read_classified_by",
    "read_header",
]
