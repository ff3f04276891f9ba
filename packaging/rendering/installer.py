"""The lines of the registry for the installer of Windows."""

from __future__ import annotations

from typing import Final

from reader.registering.entries import NAME, SCHEME, TITLE, file_types
from rendering.tables import SUMMARY, other_endings, own_endings

PROG_ID: Final = "CableReader.cable.1"


def inno_types() -> str:
    """The lines of the registry for the installer of Windows: the user's part alone."""
    [each] = file_types()
    lines = [
        f"; The types of {TITLE}, for the user who installs: never UserChoice, which is his own.",
        "[Registry]",
    ]
    classes = f"Software\\Classes\\{PROG_ID}"
    command = f'"""{{app}}\\{NAME}-window.exe"" ""%1"""'
    lines += [
        _registry(classes, "", f'"{each.title}"', "uninsdeletekey"),
        _registry(f"{classes}\\DefaultIcon", "", '"{app}\\cable-file.ico"'),
        _registry(f"{classes}\\shell\\open\\command", "", command),
    ]
    for ending in own_endings():
        place = f"Software\\Classes\\{ending}"
        lines += [
            _registry(place, "", f'"{PROG_ID}"', "uninsdeletevalue"),
            _registry(place, "Content Type", f'"{each.mime_type}"', "uninsdeletevalue"),
        ]
    for ending in (*own_endings(), *other_endings()):
        place = f"Software\\Classes\\{ending}\\OpenWithProgids"
        lines.append(_registry(place, PROG_ID, '""', "uninsdeletevalue"))
    scheme = f"Software\\Classes\\{SCHEME}"
    lines += [
        _registry(scheme, "", f'"URL:{each.title}"', "uninsdeletekey"),
        _registry(scheme, "URL Protocol", '""'),
        _registry(f"{scheme}\\shell\\open\\command", "", command),
    ]
    abilities = f"Software\\{TITLE.replace(' ', '')}\\Capabilities"
    lines += [
        _registry(abilities, "ApplicationName", f'"{TITLE}"', "uninsdeletekey"),
        _registry(abilities, "ApplicationDescription", f'"{SUMMARY}"'),
    ]
    for ending in own_endings():
        lines.append(_registry(f"{abilities}\\FileAssociations", ending, f'"{PROG_ID}"'))
    lines += [
        _registry(f"{abilities}\\URLAssociations", SCHEME, f'"{PROG_ID}"'),
        _registry("Software\\RegisteredApplications", TITLE, f'"{abilities}"', "uninsdeletevalue"),
    ]
    return "\n".join([*lines, ""])


def _registry(key: str, name: str, value: str, flags: str = "") -> str:
    line = f'Root: HKCU; Subkey: "{key}"; ValueType: string; ValueName: "{name}"; '
    line += f"ValueData: {value}"
    return f"{line}; Flags: {flags}" if flags else line
