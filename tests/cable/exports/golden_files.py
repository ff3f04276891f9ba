"""The files as which the shipped cable is saved; run as a program, it writes them anew."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from reader.cable.exports.edition import Endnote
from reader.cable.exports.forms import FORMS
from reader.intake import read_cable, read_text_as_cable
from reader.resources import resource_path

GOLDEN = Path(__file__).parent / "golden"
SAMPLE = resource_path("samples", "09REYKJAVIK9017.cable.txt")
NOTES = (Endnote(3, "Ask Oslo for the charter's price.", "The mail boat"),)

# Without date, subject, number and station, and with a name that was taken out.
BARE = "CONFIDENTIAL\n\n1. (C) The clerk, XXXXXXXXXXXX, is late.\n\n2. The lamp is lit.\n"


def golden_files() -> dict[str, str]:
    """The text that each file should have, by its name; of a text document, its content."""
    cables = {"sample": read_cable(SAMPLE), "bare": read_text_as_cable(BARE, "bare.txt")}
    texts = {}
    for name, cable in cables.items():
        for form in FORMS:
            saved = form.write(cable, NOTES if name == "sample" else ())
            if form.name == "odt":
                with zipfile.ZipFile(io.BytesIO(saved)) as archive:
                    texts[f"{name}.odt.xml"] = archive.read("content.xml").decode()
            elif form.name != "received":
                texts[f"{name}{form.ending}"] = saved.decode()
    return texts


if __name__ == "__main__":
    GOLDEN.mkdir(exist_ok=True)
    for name, text in golden_files().items():
        (GOLDEN / name).write_text(text, encoding="utf-8", newline="")
