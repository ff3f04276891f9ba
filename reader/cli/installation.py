"""`--register`, `--unregister` and `--where`: what the program is to this machine."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from reader.cli.options import Option
from reader.cli.output import print_error, print_ours, print_text
from reader.errors import ReaderError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.cli.options import Given
    from reader.registering.user import Outcome

REGISTER: Final = Option("--register", "have the desktop open cables with this program, and end")
UNREGISTER: Final = Option("--unregister", "take back what --register did, and end")
WHERE: Final = Option("--where", "print the folders in which things are kept, and end")


def register() -> int:
    """Make this installation known to the desktop of the user, and say what was written."""
    from reader.registering.user import launch_command, register  # noqa: PLC0415

    return _tell("Written:", register(launch_command(sys.argv[0])))


def unregister() -> int:
    """Take it back, and say what was taken away."""
    from reader.registering.user import unregister  # noqa: PLC0415

    outcome = unregister()
    return _tell("Taken away:" if outcome.files else "Nothing was registered.", outcome)


def where() -> int:
    """Print the user's folders, and that of the program."""
    from reader.paths import program_folder, user_folders  # noqa: PLC0415

    folders = user_folders()
    rows = (
        ("bookmarks", folders.data),
        ("settings", folders.config),
        ("cache", folders.cache),
        ("state", folders.state),
        ("program", program_folder()),
    )
    print_text("".join(f"{name:<12}{folder}\n" for name, folder in rows))
    return 0


ACTIONS: Final[dict[str, Callable[[], int]]] = {
    REGISTER.name: register,
    UNREGISTER.name: unregister,
    WHERE.name: where,
}
OPTIONS: Final = (REGISTER, UNREGISTER, WHERE)


def asked(given: Given) -> Callable[[], int] | None:
    """What the options ask for instead of a window; raises UsageError for more than that."""
    actions = [action for name, action in ACTIONS.items() if given.has(name)]
    if not actions:
        return None
    if len(actions) > 1 or given.operands:
        raise UsageError(f"{', '.join(ACTIONS)} stand alone.", hint="Give one of them and no file.")
    return actions[0]


def _tell(words: str, outcome: Outcome) -> int:
    print_ours(f"{words}\n")
    print_text("".join(f"  {path}\n" for path in outcome.files))
    for remark in outcome.remarks:
        print_error(ReaderError(remark))
    return 0
