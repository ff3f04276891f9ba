"""The marks in the window: what is asked for, done in a thread of its own, and told when done."""

from reader.desktop.session.marking.marking import Marking

__all__ = ["Marking"]
