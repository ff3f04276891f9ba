"""What is rendered from the tables of the program, for each system.

The endings, types and magic come from FORMATS, the options from the commands of the command line,
the keys from those of the window.
"""

from __future__ import annotations

from reader.registering.entries import (
    DESKTOP_ENTRY,
    LINK_ENTRY,
    MIME_PACKAGE,
    NAME,
    desktop_entry,
    link_entry,
    mime_package,
)
from rendering.bundle import info_plist
from rendering.completions import bash_completion, fish_completion, zsh_completion
from rendering.guide import formats_page, keys_page
from rendering.installer import inno_types
from rendering.manual import man_page
from rendering.metainfo import metainfo
from rendering.tables import APP_ID


def texts() -> dict[str, str]:
    """Every rendered file, by its path below `packaging/`."""
    return {
        f"linux/{DESKTOP_ENTRY}": desktop_entry(),
        f"linux/{LINK_ENTRY}": link_entry(),
        f"linux/{MIME_PACKAGE}": mime_package(),
        f"linux/{APP_ID}.metainfo.xml": metainfo(),
        f"linux/{NAME}.1": man_page(),
        f"linux/completions/{NAME}.bash": bash_completion(),
        f"linux/completions/_{NAME}": zsh_completion(),
        f"linux/completions/{NAME}.fish": fish_completion(),
        "macos/Info.plist": info_plist(),
        "windows/types.iss": inno_types(),
        "../resources/help/formats.md": formats_page(),
        "../resources/help/keys.md": keys_page(),
    }
