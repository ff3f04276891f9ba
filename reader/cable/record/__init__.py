"""A cable as others take it: JSON, a clean telegram, Markdown, a summary for people."""

from reader.cable.record.clean import clean_text, markdown_text
from reader.cable.record.fields import SCHEMA, cable_record, failure_record
from reader.cable.record.summary import summary_text

__all__ = [
    "SCHEMA",
    "cable_record",
    "clean_text",
    "failure_record",
    "markdown_text",
    "summary_text",
]
