"""The parts of a text document that are the same for every cable, but for id and classification."""

from __future__ import annotations

from typing import Final

MEDIA_TYPE: Final = "application/vnd.oasis.opendocument.text"

XML: Final = '<?xml version="1.0" encoding="UTF-8"?>\n'

MANIFEST: Final = f"""{XML}<manifest:manifest
 xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">
<manifest:file-entry manifest:full-path="/" manifest:media-type="{MEDIA_TYPE}"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/>
</manifest:manifest>
"""

NAMES: Final = """xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
 xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"
 xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.2\""""

META: Final = f"""{XML}<office:document-meta {NAMES}><office:meta>
<meta:generator>Cable Reader</meta:generator><dc:title>{{title}}</dc:title>
<dc:language>en-US</dc:language>
</office:meta></office:document-meta>
"""

STYLES: Final = f"""{XML}<office:document-styles {NAMES}>
<office:font-face-decls>
<style:font-face style:name="Serif" svg:font-family="'Liberation Serif', 'Times New Roman', serif"/>
<style:font-face style:name="Sans" svg:font-family="'Liberation Sans', Arial, sans-serif"/>
<style:font-face style:name="Mono" svg:font-family="'Liberation Mono', 'Courier New', monospace"/>
</office:font-face-decls>
<office:styles>
<style:default-style style:family="paragraph">
<style:paragraph-properties fo:line-height="125%" fo:orphans="2" fo:widows="2"
 style:writing-mode="page"/>
<style:text-properties style:font-name="Serif" fo:font-size="11pt" fo:language="en"
 fo:country="US"/>
</style:default-style>
<style:style style:name="Standard" style:family="paragraph" style:class="text"/>
<style:style style:name="Text_20_body" style:display-name="Text body" style:family="paragraph"
 style:parent-style-name="Standard">
<style:paragraph-properties fo:margin-bottom="0.2cm"/></style:style>
<style:style style:name="Title" style:family="paragraph" style:parent-style-name="Standard">
<style:paragraph-properties fo:margin-top="0.2cm" fo:margin-bottom="0.4cm" fo:line-height="110%"/>
<style:text-properties fo:font-size="20pt" fo:font-weight="bold"/></style:style>
<style:style style:name="Heading_20_2" style:display-name="Heading 2" style:family="paragraph"
 style:parent-style-name="Standard" style:default-outline-level="2">
<style:paragraph-properties fo:margin-top="0.6cm" fo:margin-bottom="0.2cm"
 fo:keep-with-next="always"/>
<style:text-properties fo:font-size="13pt" fo:font-weight="bold"/></style:style>
<style:style style:name="Heading_20_3" style:display-name="Heading 3" style:family="paragraph"
 style:parent-style-name="Heading_20_2" style:default-outline-level="3">
<style:text-properties fo:font-size="11pt" fo:font-style="italic"/></style:style>
<style:style style:name="Cable_20_paragraph" style:display-name="Cable paragraph"
 style:family="paragraph" style:parent-style-name="Text_20_body">
<style:paragraph-properties fo:margin-left="2cm" fo:text-indent="-2cm"><style:tab-stops>
<style:tab-stop style:position="0cm"/></style:tab-stops></style:paragraph-properties></style:style>
<style:style style:name="Cable_20_block" style:display-name="Cable block"
 style:family="paragraph" style:parent-style-name="Text_20_body">
<style:paragraph-properties fo:margin-left="2cm"/></style:style>
<style:style style:name="Cable_20_item" style:display-name="Cable item"
 style:family="paragraph" style:parent-style-name="Text_20_body">
<style:paragraph-properties fo:margin-left="2.8cm"/></style:style>
<style:style style:name="Cable_20_table" style:display-name="Cable table"
 style:family="paragraph" style:parent-style-name="Standard">
<style:paragraph-properties fo:margin-left="0cm" fo:margin-bottom="0.2cm" fo:line-height="110%"/>
<style:text-properties style:font-name="Mono" fo:font-size="8.5pt"/></style:style>
<style:style style:name="Cable_20_signature" style:display-name="Cable signature"
 style:family="paragraph" style:parent-style-name="Text_20_body">
<style:paragraph-properties fo:margin-left="2cm" fo:margin-top="0.6cm"/></style:style>
<style:style style:name="Cable_20_classification" style:display-name="Cable classification"
 style:family="paragraph" style:parent-style-name="Standard">
<style:text-properties style:font-name="Sans" fo:font-size="9pt" fo:font-weight="bold"/>
</style:style>
<style:style style:name="Cable_20_name" style:display-name="Cable name"
 style:family="paragraph" style:parent-style-name="Standard">
<style:text-properties style:font-name="Sans" fo:font-size="9pt" fo:color="#555555"/></style:style>
<style:style style:name="Cable_20_value" style:display-name="Cable value"
 style:family="paragraph" style:parent-style-name="Standard">
<style:text-properties style:font-name="Sans" fo:font-size="9pt"/></style:style>
<style:style style:name="Cable_20_reference" style:display-name="Cable reference"
 style:family="paragraph" style:parent-style-name="Standard"/>
<style:style style:name="Cable_20_link" style:display-name="Cable link"
 style:family="paragraph" style:parent-style-name="Cable_20_name">
<style:paragraph-properties fo:margin-top="0.6cm"/></style:style>
<style:style style:name="Header" style:family="paragraph" style:parent-style-name="Cable_20_name">
<style:paragraph-properties><style:tab-stops>
<style:tab-stop style:position="17cm" style:type="right"/></style:tab-stops>
</style:paragraph-properties></style:style>
<style:style style:name="Endnote" style:family="paragraph" style:parent-style-name="Standard">
<style:text-properties fo:font-size="10pt"/></style:style>
<style:style style:name="Cable_20_number" style:display-name="Cable number" style:family="text">
<style:text-properties style:font-name="Sans" fo:font-size="9pt" fo:color="#555555"/></style:style>
<style:style style:name="Redaction" style:family="text">
<style:text-properties fo:color="#333333" fo:background-color="#333333"/></style:style>
<text:notes-configuration text:note-class="endnote" style:num-format="1" text:start-value="0"/>
</office:styles>
<office:automatic-styles>
<style:page-layout style:name="Sheet"><style:page-layout-properties fo:page-width="21cm"
 fo:page-height="29.7cm" fo:margin-top="1.5cm" fo:margin-bottom="1.5cm" fo:margin-left="2cm"
 fo:margin-right="2cm"/>
<style:header-style><style:header-footer-properties fo:margin-bottom="0.5cm"/></style:header-style>
<style:footer-style><style:header-footer-properties fo:margin-top="0.5cm"/></style:footer-style>
</style:page-layout>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="Sheet">
<style:header><text:p text:style-name="Header">{{id}}<text:tab/>{{classification}}</text:p>
</style:header>
<style:footer><text:p text:style-name="Header"><text:tab/>{{page}}</text:p></style:footer>
</style:master-page></office:master-styles>
</office:document-styles>
"""

CONTENT_HEAD: Final = f"""{XML}<office:document-content {NAMES}>
<office:automatic-styles>
<style:style style:name="Head" style:family="table"><style:table-properties style:width="17cm"
 table:align="left" fo:margin-bottom="0.4cm"/></style:style>
<style:style style:name="Head.A" style:family="table-column">
<style:table-column-properties style:column-width="2.6cm"/></style:style>
<style:style style:name="Head.B" style:family="table-column">
<style:table-column-properties style:column-width="14.4cm"/></style:style>
</office:automatic-styles>
<office:body><office:text>
"""
CONTENT_TAIL: Final = "\n</office:text></office:body></office:document-content>\n"
