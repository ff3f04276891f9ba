"""Where a cable comes from: its file, how that was read, and what the carrier claims."""

from reader.desktop.panels.provenance.dialog import ProvenanceDialog

__all__ = ["ProvenanceDialog"]
