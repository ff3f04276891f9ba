"""An X server without a screen, on a display that nobody else has."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import Final

SIZE: Final = "1280x900x24"


class Display:
    """Xvfb, running until it is closed."""

    def __init__(self, size: str = SIZE) -> None:
        """Start it; raises FileNotFoundError where there is no Xvfb."""
        read, write = os.pipe()
        command = ["Xvfb", "-displayfd", str(write), "-screen", "0", size]
        with os.fdopen(read) as told:
            try:
                self._server = subprocess.Popen(
                    # A key is not repeated while whoever pressed it waits for its turn.
                    [*command, "-nolisten", "tcp", "-noreset", "-r"],
                    pass_fds=[write],
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                )
            finally:
                os.close(write)
            # The server says which display it has when it is ready.
            number = told.readline().strip()
        if not number:
            self.close()
            raise OSError("Xvfb did not start")
        self.environment = {**os.environ, "DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
        self.environment.pop("WAYLAND_DISPLAY", None)

    def close(self) -> None:
        """End the server."""
        self._server.terminate()
        try:
            self._server.wait(10)
        except subprocess.TimeoutExpired:
            self._server.kill()
            self._server.wait()


def lacking(*programs: str) -> list[str]:
    """Those of the programs that this machine does not have."""
    return [name for name in programs if shutil.which(name) is None]
