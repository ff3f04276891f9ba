"""The signs of marks: stars of bookmarks, and the four inks of highlights.

Each ink has a ground, an underline of its own kind, and a sign. Colour is never alone: without it
the underline and the sign still tell the inks apart.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPen, QPolygonF

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QIcon, QPainter

    from reader.desktop.panels.page.highlights import Highlight
    from reader.desktop.panels.page.typesetting import Typography
    from reader.desktop.theme import Theme

PATTERNS: Final = (
    Qt.PenStyle.SolidLine,
    Qt.PenStyle.DashLine,
    Qt.PenStyle.DotLine,
    Qt.PenStyle.SolidLine,
)
DOUBLE: Final = 3
"""The ink that is underlined twice."""

# The corners of each sign within a radius of 1, as the theme's letters for them look: a disc, which
# has none, a triangle, a square, a diamond.
SIGNS: Final[tuple[tuple[tuple[float, float], ...], ...]] = (
    (),
    ((0.0, -1.0), (1.05, 0.85), (-1.05, 0.85)),
    ((-0.85, -0.85), (0.85, -0.85), (0.85, 0.85), (-0.85, 0.85)),
    ((0.0, -1.15), (1.15, 0.0), (0.0, 1.15), (-1.15, 0.0)),
)

# The ten corners of a star of radius 1, the first one up.
STAR: Final = tuple(
    (radius * x, radius * y)
    for radius, x, y in (
        (1.0, 0.0, -1.0),
        (0.42, 0.588, -0.809),
        (1.0, 0.951, -0.309),
        (0.42, 0.951, 0.309),
        (1.0, 0.588, 0.809),
        (0.42, 0.0, 1.0),
        (1.0, -0.588, 0.809),
        (0.42, -0.951, 0.309),
        (1.0, -0.951, -0.309),
        (0.42, -0.588, -0.809),
    )
)


NOTE_SIZE: Final = 1.26
"""How large the note of a highlight is, of its sign."""


def paint_star(
    painter: QPainter, centre: QPointF, radius: float, colour: QColor, *, filled: bool
) -> None:
    """Paint the star of a bookmark."""
    painter.setPen(QPen(colour, 1.2))
    painter.setBrush(colour if filled else Qt.BrushStyle.NoBrush)
    painter.drawPolygon(QPolygonF([centre + QPointF(x, y) * radius for x, y in STAR]))


def paint_bookmark(
    painter: QPainter,
    centre: QPointF,
    size: float,
    typography: Typography,
    *,
    is_kept: bool,
    is_certain: bool,
    has_note: bool,
) -> None:
    """Paint the star of a paragraph: filled, hollow where it is not certain, or only offered."""
    radius = size * 0.95
    if not is_kept:
        paint_star(painter, centre, radius, QColor(typography.theme.gutter), filled=False)
        return
    colour = QColor(typography.theme.bookmark)
    paint_star(painter, centre, radius, colour, filled=is_certain)
    if not is_certain:
        paint_doubt(painter, centre + QPointF(radius * 1.6, 0), typography)
    if has_note:
        paint_note(painter, centre, size, colour)


def paint_highlight_sign(
    painter: QPainter, foot: QPointF, radius: float, mark: Highlight, typography: Typography
) -> None:
    """Paint the sign of a highlight above a place on the baseline, with its note or its doubt."""
    theme, height = typography.theme, QFontMetricsF(typography.number).capHeight()
    centre = foot - QPointF(0, height / 2)
    paint_sign(painter, centre, radius, mark.ink, theme, filled=mark.is_certain)
    if not mark.is_certain:
        paint_doubt(painter, centre + QPointF(0, height * 1.6), typography)
    elif mark.has_note:
        paint_note(painter, centre, radius * NOTE_SIZE, QColor(theme.highlights[mark.ink].edge))


def paint_note(painter: QPainter, centre: QPointF, radius: float, colour: QColor) -> None:
    """Three lines of writing below a sign of this radius."""
    width, gap = radius * 1.5, max(radius * 0.45, 2.0)
    top = centre.y() + radius * 1.35
    painter.setPen(QPen(colour, max(radius / 5, 1.0)))
    for line, share in enumerate((1.0, 1.0, 0.6)):
        y = top + line * gap
        left = centre.x() - width / 2
        painter.drawLine(QPointF(left, y), QPointF(left + width * share, y))


def paint_doubt(painter: QPainter, centre: QPointF, typography: Typography) -> None:
    """A question mark beside a sign whose place is not certain."""
    font = QFont(typography.marking)
    font.setBold(True)
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    painter.setPen(QColor(typography.theme.text))
    left = centre.x() - metrics.horizontalAdvance("?") / 2
    painter.drawText(QPointF(left, centre.y() + metrics.capHeight() / 2), "?")


def paint_sign(
    painter: QPainter,
    centre: QPointF,
    radius: float,
    ink: int,
    theme: Theme,
    *,
    filled: bool = True,
) -> None:
    """Paint the sign of an ink."""
    colour = QColor(theme.highlights[ink].edge)
    painter.setPen(QPen(colour, 1.2))
    painter.setBrush(colour if filled else Qt.BrushStyle.NoBrush)
    corners = SIGNS[ink]
    if corners:
        painter.drawPolygon(QPolygonF([centre + QPointF(x, y) * radius for x, y in corners]))
    else:
        painter.drawEllipse(centre, radius, radius)


def paint_underline(painter: QPainter, line: QRectF, ink: int, theme: Theme) -> None:
    """Underline a stretch in the way of an ink; the underline is as high and wide as `line`."""
    weight, y = line.height(), line.center().y()
    pen = QPen(QColor(theme.highlights[ink].edge), weight, PATTERNS[ink])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    for shift in (0.0, 2 * weight) if ink == DOUBLE else (0.0,):
        painter.drawLine(QPointF(line.left(), y + shift), QPointF(line.right(), y + shift))
    painter.setPen(Qt.PenStyle.NoPen)


def sign_icon(ink: int, theme: Theme, size: int = 16) -> QIcon:
    """The sign of an ink as an icon for menus and choices."""
    from PySide6.QtGui import QIcon, QPainter, QPixmap  # noqa: PLC0415

    pixels = QPixmap(size, size)
    pixels.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixels)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_sign(painter, QPointF(size / 2, size / 2), size * 0.3, ink, theme)
    painter.end()
    return QIcon(pixels)
