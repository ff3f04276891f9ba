"""The description for software centres (AppStream)."""

from __future__ import annotations

from typing import Final
from xml.sax.saxutils import escape

from reader import __version__
from reader.registering.entries import DESKTOP_ENTRY, NAME, TITLE, file_types, offered_types
from rendering.tables import APP_ID, HOME_PAGE, SUMMARY, release_date

SCREENSHOTS: Final = (
    ("reading-light.png", "A made-up cable: outline, text with paragraph numbers, references"),
    ("reading-dark.png", "The same in the dark theme"),
)


def metainfo() -> str:
    """The description for software centres."""
    pictures = "\n".join(
        f"""    <screenshot{' type="default"' if number == 0 else ""}>
      <caption>{escape(caption)}</caption>
      <image>{HOME_PAGE}/screenshots/{name}</image>
    </screenshot>"""
        for number, (name, caption) in enumerate(SCREENSHOTS)
    )
    types = "\n".join(
        f"    <mediatype>{mime_type}</mediatype>"
        for mime_type in (*(each.mime_type for each in file_types()), *offered_types())
    )
    return f"""\
<?xml version="1.0" encoding="UTF-8"?>
<component type="desktop-application">
  <id>{APP_ID}</id>
  <name>{TITLE}</name>
  <summary>{SUMMARY}</summary>
  <metadata_license>CC0-1.0</metadata_license>
  <project_license>MIT</project_license>
  <developer id="org.cablereader">
    <name>The Cable Reader authors</name>
  </developer>
  <developer_name>The Cable Reader authors</developer_name>
  <description>
    <p>
      Shows a US diplomatic cable as what it is: a telegram with a sender, addressees, a
      classification, numbered paragraphs and references, not a wall of capitals.
    </p>
    <ul>
      <li>Joins the sentences that a page break cut in two, and keeps the text as received</li>
      <li>Lists what the cable cites, and where it says so</li>
      <li>Keeps your bookmarks and notes on your machine, and finds their place again</li>
      <li>Never opens a network connection</li>
    </ul>
  </description>
  <launchable type="desktop-id">{DESKTOP_ENTRY}</launchable>
  <icon type="stock">{NAME}</icon>
  <url type="homepage">{HOME_PAGE}</url>
  <screenshots>
{pictures}
  </screenshots>
  <provides>
    <binary>{NAME}</binary>
{types}
  </provides>
  <categories>
    <category>Office</category>
    <category>Viewer</category>
  </categories>
  <supports>
    <control>keyboard</control>
    <control>pointing</control>
  </supports>
  <content_rating type="oars-1.1"/>
  <releases>
    <release version="{__version__}" date="{release_date()}">
      <description>
        <p>The first release.</p>
      </description>
    </release>
  </releases>
</component>
"""
