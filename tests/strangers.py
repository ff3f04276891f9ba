"""Everything that the window can do, done with a cable that names files and places on the network.

`python -m tests.strangers CANARY FILE all|print`: opens the file, runs every command but those that
print, or those alone, looks at every part and its tooltip, and ends. Whoever starts it watches
what it opens.
"""

from __future__ import annotations

import os
import sys
import time
from typing import TYPE_CHECKING, Final

from tests.patience import PATIENCE

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.desktop.app import Desktop

NOT_RUN: Final = {
    "window.quit": "ends the program",
    "recent.clear": "forgets what the others need",
}
PRINTING: Final = ("print.preview", "cable.print")
"""Ask the printing service of the machine which printers there are."""

NOTE: Final = """<img src="{canary}"> ![a lamp]({canary}) [a lamp](file://{canary})

<object data="{canary}"></object> ![](http://192.0.2.1/lamp.png) <http://192.0.2.1/>
"""


def hostile_text(canary: str) -> str:
    """A made-up telegram whose every field names the canary, each in another way."""
    image = f'<img src="{canary}">'
    return f"""VZCZCXRO9017
PP RUEHRK
DE RUEHNY #9017/01 0611200
ZNR UUUUU ZZH
P 021200Z MAR 09
FM AMEMBASSY OSLO {image}
TO RUEHC/SECSTATE WASHDC <object data="file://{canary}"> PRIORITY 4711
INFO RUEHRK/AMEMBASSY REYKJAVIK <iframe src={canary}></iframe>
RUEHXX/<svg><image href="{canary}"/></svg>

UNCLAS SECTION 01 OF 02 OSLO 009017

SENSITIVE {image}
SIPDIS

E.O. 12958: DECL: 03/02/2019 {image}
TAGS: ECON, {image}
SUBJECT: {image} <a href="http://192.0.2.1/">LAMPS</a> &amp; <link rel=stylesheet href={canary}>

REF: A. <img src='{canary}'> 08 REYKJAVIK 12
     B. http://192.0.2.1/{image}

Classified By: Keeper {image}, reasons 1.4 (b) and (d).

1. (SBU) Summary: {image} The lamp burns at noon (ref A). ![lamp]({canary})

-----------------
A Lamp <img src="{canary}">
-----------------

2. (SBU/{image}) <style>@import url({canary});</style> <svg xmlns="http://www.w3.org/2000/svg">
<image href="file://{canary}"/></svg> XXXXXXXXXXXX [redacted] <base href="http://192.0.2.1/">

3. (U) <table><tr><td background="{canary}">- first
- second {image}

STRAND {image}
"""


def wait(seconds: float) -> None:
    """Let the window live for a while."""
    from PySide6.QtWidgets import QApplication

    end = time.monotonic() + seconds
    while True:
        QApplication.processEvents()
        time.sleep(0.005)
        if time.monotonic() > end:
            return


def until(holds: Callable[[], object]) -> None:
    """Let the window live until something holds."""
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end, "waited in vain"
        wait(0)


def look_at_everything() -> int:
    """Paint every part that is shown, and ask each for its tooltip; returns how many there were."""
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QHelpEvent
    from PySide6.QtWidgets import QApplication
    from shiboken6 import isValid

    seen = 0
    for widget in QApplication.allWidgets():
        # A tooltip that comes deletes the one before.
        if not isValid(widget) or not widget.isVisible():
            continue
        seen += 1
        middle = widget.rect().center()
        there = widget.mapToGlobal(middle)
        QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, middle, there))
        if widget.isWindow():
            widget.grab()
    return seen


def close_dialogs(desktop: Desktop) -> None:
    """Look at what stands before the window, and close it."""
    from PySide6.QtWidgets import QApplication

    look_at_everything()
    for widget in QApplication.topLevelWidgets():
        if widget.isVisible() and widget is not desktop.window:
            widget.close()


def run(canary: str, file: str, commands: str) -> int:
    """Open, do everything, end; prints how much was done."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from reader.commands.table import COMMANDS
    from reader.desktop.app import Desktop
    from reader.settings import load_settings
    from reader.store.marks import changed_mark

    application = QApplication(["cable-reader", "-style", "fusion"])
    desktop = Desktop(application, load_settings())
    desktop.open([file])
    desktop.complete()
    wait(0.5)
    marking = desktop.session.marking
    marking.toggle(0)
    until(lambda: marking.standing.placed)
    [placed] = marking.standing.placed
    note, name = NOTE.format(canary=canary), f'<img src="{canary}">'
    mark = changed_mark(placed.mark, note=note, name=name)
    marking.keep(mark, placed.mark)
    until(lambda: [each.mark.note for each in marking.standing.placed] == [note])
    # Whatever waits for an answer is looked at, and gets none.
    closing = QTimer()
    closing.setInterval(150)
    closing.timeout.connect(lambda: close_dialogs(desktop))
    closing.start()
    actions, done = desktop.actions, 0
    assert actions is not None
    for command in COMMANDS:
        if command.id in NOT_RUN or (command.id in PRINTING) != (commands == "print"):
            continue
        action = actions[command.id]
        if action.isEnabled():
            action.trigger()
            wait(0.05)
            look_at_everything()
            done += 1
        if desktop.session.cable is None:
            desktop.session.open_file(file)
            until(lambda: desktop.session.cable)
    wait(0.5)
    closing.stop()
    desktop.window.close()
    assert desktop.end()
    sys.stdout.write(f"{done}\n")
    return 0


if __name__ == "__main__":
    os.umask(0o077)
    sys.exit(run(*sys.argv[1:]))
