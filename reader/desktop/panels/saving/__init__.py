"""Saving: in which form and where, and how far it is."""

from reader.desktop.panels.saving.choices import (
    Choice,
    cable_choices,
    entry_choices,
    text_choices,
)
from reader.desktop.panels.saving.dialog import SaveDialog
from reader.desktop.panels.saving.progress import ProgressDialog

__all__ = [
    "Choice",
    "ProgressDialog",
    "SaveDialog",
    "cable_choices",
    "entry_choices",
    "text_choices",
]
