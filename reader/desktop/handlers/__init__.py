"""What each command does: a module a subject, and the function of every command joined here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.desktop.handlers.arranging import Arranging
from reader.desktop.handlers.choosing import Choosing
from reader.desktop.handlers.citing import Citing
from reader.desktop.handlers.comparing import Comparisons
from reader.desktop.handlers.copying import Copying
from reader.desktop.handlers.exporting import Exporting
from reader.desktop.handlers.file import Files
from reader.desktop.handlers.finding import Finding
from reader.desktop.handlers.going import Going
from reader.desktop.handlers.helping import Helping
from reader.desktop.handlers.looking import Looking
from reader.desktop.handlers.marking import Marks
from reader.desktop.handlers.tabs import TabDeeds
from reader.desktop.handlers.understanding import Understanding

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from reader.desktop.session import Session
    from reader.desktop.window import MainWindow
    from reader.desktop.window.views import Views


def handlers_table(
    session: Session, window: MainWindow, views: Views
) -> dict[str, Callable[..., Any]]:
    """The function of every command, by its id; between the session and the window."""
    exporting = Exporting(session, window)
    subjects = (
        Files(session, window),
        TabDeeds(session),
        Copying(session, views),
        exporting,
        Citing(session, window, views, exporting),
        Finding(window),
        Comparisons(session, window),
        Looking(session, window, views),
        Arranging(session, window),
        Choosing(session, window, views),
        Going(session, window, views),
        Understanding(session, window),
        Marks(session, window, views),
        Helping(window),
    )
    return {name: handler for subject in subjects for name, handler in subject.table().items()}
