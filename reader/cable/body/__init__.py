"""The body of a telegram: headings, numbered paragraphs, and who signed it."""

from reader.cable.body.read import BodyReading, read_body

__all__ = ["BodyReading", "read_body"]
