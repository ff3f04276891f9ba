"""What the user has chosen and what is remembered of earlier sessions; every change is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from reader.desktop.session.notice import notice_of
from reader.errors import ReaderError
from reader.settings import (
    CLOSEST_LINES,
    LARGEST_ZOOM,
    NARROWEST_COLUMN,
    SMALLEST_ZOOM,
    WIDEST_COLUMN,
    WIDEST_LINES,
    Settings,
    save_settings,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from reader.desktop.jobs import Jobs
    from reader.settings import ReadingType, ThemeChoice

SETTLING: Final = 600
"""Milliseconds after a choice until it is written, so that a run of them is written once."""

ZOOM_STEPS: Final = (50, 60, 70, 80, 90, 100, 110, 125, 140, 160, 180, 200, 240, 280, 340, 400)
"""Sizes of the reading text in per cent."""
LINE_STEPS: Final = (110, 120, 130, 140, 150, 165, 180, 200, 220)
"""From baseline to baseline in per cent of the size."""
COLUMN_STEPS: Final = (40, 50, 60, 70, 80, 90, 100, 120)
"""Letters in a line."""


class Choices(QObject):
    """The settings of this session, written to the disk a moment after each change."""

    changed = Signal(object)
    """The Settings."""
    noticed = Signal(object)
    withdrawn = Signal(str)

    def __init__(self, jobs: Jobs, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._settings = settings
        self._saving = QTimer(self)
        self._saving.setSingleShot(True)
        self._saving.setInterval(SETTLING)
        self._saving.timeout.connect(self._save)
        if not settings.remember:
            # Where that was switched off in the file itself, files are still named there.
            self._saving.start()

    @property
    def settings(self) -> Settings:
        """The user's choices."""
        return self._settings

    def choose_theme(self, theme: ThemeChoice) -> None:
        """Take another theme."""
        self._change(self._settings._replace(theme=theme))

    def set_zoom(self, percent: int) -> None:
        """Set the text in another size."""
        percent = min(max(percent, SMALLEST_ZOOM), LARGEST_ZOOM)
        self._change(self._settings._replace(zoom=percent))

    def zoom_by(self, steps: int) -> None:
        """Set the text larger by a step, or smaller."""
        self.set_zoom(_next(ZOOM_STEPS, self._settings.zoom, steps))

    def widen_lines(self, steps: int) -> None:
        """Set the lines farther apart by a step, or closer together."""
        height = _next(LINE_STEPS, self._settings.line_height, steps)
        self._change(self._settings._replace(line_height=height))

    def widen_column(self, steps: int) -> None:
        """Set more letters in a line by a step, or fewer."""
        column = _next(COLUMN_STEPS, self._settings.column, steps)
        self._change(self._settings._replace(column=column))

    def set_type(self, chosen: ReadingType) -> None:
        """Set the text in a face and a size, with lines and a column, all at once."""
        self._change(
            self._settings._replace(
                zoom=min(max(chosen.zoom, SMALLEST_ZOOM), LARGEST_ZOOM),
                body_font=chosen.family,
                line_height=min(max(chosen.line_height, CLOSEST_LINES), WIDEST_LINES),
                column=min(max(chosen.column, NARROWEST_COLUMN), WIDEST_COLUMN),
            )
        )

    def set_keys(self, keys: dict[str, tuple[str, ...]]) -> None:
        """Take the keys that the reader gave to commands, by their ids."""
        self._change(self._settings._replace(keys=tuple(keys.items())))

    def choose(self, name: str, value: object) -> None:
        """Take another value for a setting, by its name in Settings."""
        if name == "remember":
            self.remember_files(remember=bool(value))
        else:
            changed: dict[str, Any] = {name: value}
            self._change(self._settings._replace(**changed))

    def reset(self, names: Sequence[str]) -> None:
        """Have the usual values for some settings, and the usual keys."""
        usual: dict[str, Any] = {name: getattr(Settings(), name) for name in names}
        self._change(self._settings._replace(**usual))

    def add_recent_file(self, path: str) -> None:
        """Remember that a file was opened."""
        self._change(self._settings.with_opened_file(path))

    def drop_recent_file(self, path: str) -> None:
        """Forget a file that could not be opened."""
        self._change(self._settings.without_file(path))

    def forget_files(self) -> None:
        """Forget which files were opened, and what those of many cables hold."""
        self._change(self._settings.without_traces())
        self._forget_lists()

    def remember_files(self, *, remember: bool) -> None:
        """Keep a list of the files that were opened, or keep none and forget it."""
        self._change(self._settings.remembering(remember))
        if not remember:
            self._forget_lists()

    def note_window(self, geometry: str, layout: str) -> None:
        """Remember where the window and its parts stand."""
        self._note(window_geometry=geometry, window_layout=layout)

    def note_beside(self, is_beside: bool) -> None:
        """Remember whether both views are shown beside each other."""
        self._note(side_by_side=is_beside)

    def note_acronyms(self, is_marked: bool) -> None:
        """Remember whether acronyms are marked in the text."""
        self._note(mark_acronyms=is_marked)

    def _note(self, **changed: Any) -> None:
        """Remember what the session is like, unless nothing is to be remembered."""
        if self._settings.remember:
            self._change(self._settings._replace(**changed))

    def save_now(self) -> None:
        """Hand over at once what is still to be written; the program is about to end."""
        if self._saving.isActive():
            self._saving.stop()
            self._save()

    def _change(self, settings: Settings) -> None:
        if settings != self._settings:
            self._settings = settings
            self._saving.start()
            self.changed.emit(settings)

    def _forget_lists(self) -> None:
        from reader.desktop.session.lists import forget_lists  # noqa: PLC0415

        self._jobs.run(forget_lists, done=lambda _: None, failed=_raise, lane="settings")

    def _save(self) -> None:
        settings = self._settings

        def failed(error: Exception) -> None:
            if not isinstance(error, ReaderError):
                raise error
            self.noticed.emit(notice_of(error, "settings"))

        self._jobs.run(
            lambda: save_settings(settings),
            done=lambda _: self.withdrawn.emit("settings"),
            failed=failed,
            lane="settings",
        )


def _next(steps: tuple[int, ...], here: int, by: int) -> int:
    """The step after a number, or before it; the number itself beyond the last one."""
    if by > 0:
        return next((step for step in steps if step > here), here)
    return next((step for step in reversed(steps) if step < here), here)


def _raise(error: Exception) -> None:
    raise error
