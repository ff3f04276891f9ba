"""A cable on paper and as a PDF: set in lines, the lines put on pages, the pages painted."""

from reader.desktop.printing.fonts import PrintFonts, print_fonts
from reader.desktop.printing.pages import Pages, paint_pages, set_pages
from reader.desktop.printing.pdf import pdf_file, usual_layout

__all__ = [
    "Pages",
    "PrintFonts",
    "paint_pages",
    "pdf_file",
    "print_fonts",
    "set_pages",
    "usual_layout",
]
