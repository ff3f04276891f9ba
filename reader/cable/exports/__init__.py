"""A cable taken along: a page for browsers, a text document, a sheet to print, and file names."""
