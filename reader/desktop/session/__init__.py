"""Session: the only mutable state of the program, and the signals that tell of its changes."""

from reader.desktop.session.document import Document
from reader.desktop.session.notice import Notice
from reader.desktop.session.session import Session

__all__ = ["Document", "Notice", "Session"]
