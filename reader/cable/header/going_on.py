"""Whether a line without a field's word goes on with the field above it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reader.cable.date_time_group import find_date
from reader.cable.header.bodies import opens_with_words
from reader.cable.header.classified_by import is_tail, join_torn, read_reasons
from reader.cable.header.subject import goes_on
from reader.cable.header.tags import looks_like_tags
from reader.cable.model import Role
from reader.cable.patterns import ANY_CASE, pattern

if TYPE_CHECKING:
    from collections.abc import Callable

LONGEST_SUBJECT: Final = 12
"""Lines of a subject; a subject of more has swallowed the body."""

# ¶B. OSLO 12; B) OSLO 12; (B) OSLO 12; [B] OSLO 12: the next item of a REF field
LABEL: Final = pattern(r"(?:¶[ \t]?)?[(\[]?(?P<letter>[A-Za-z]{1,2})[ \t]?[.):\]][ \t)]*")

# Something of a reference: a number of two digits or more, or a word for what is no cable.
CITED: Final = pattern(
    r"\d\d|NOTAL|PREVIOUS|E-?MAIL|TELCON|MEMO|LETTER|FAX|SEPTEL|REPORT|CABLE", ANY_CASE
)

# A., A), A:, A]: what stands after the letter of an item
LABEL_ENDS: Final = frozenset({".", ")", ":", "]"})
LONGEST_PIECE: Final = 2000
"""Characters of a line in which the letters of items are looked for."""

# OSLO 2
SERIAL: Final = pattern(r"[A-Z]{3}[ ]{1,3}\d")

# D. 03, C): a REF field that breaks off before a station
CUT_OFF: Final = pattern(r"(?:^|[ ;,(])[(]?[A-Za-z][.)][ \t]{0,4}(?:'?\d\d)?$")

LONG_LINE: Final = 45
"""Characters from which a line may have been wrapped, so that its sentence goes on below."""

# Words after which a sentence goes on.
SMALL_WORDS: Final = frozenset(
    {"A", "AN", "AND", "AT", "BY", "FOR", "FROM", "IN", "OF", "ON", "OR", "THE", "TO", "WITH"}
)
UNFINISHED: Final = (",", ";", " AND", "&", "/", " -", "(", ":", " OF", " FOR", " THE")


def tags_go_on(pieces: list[str], text: str, *, after_blank: bool) -> bool:
    """PGOV, PREL, / KNNP; also a topic cut in two: COUNTRY / CLEARANCE."""
    if pieces[-1].rstrip().endswith(",") and not after_blank:
        return len(text) < 200
    if after_blank:
        return len(text) < 100 and looks_like_tags(text)
    if not text.isupper() or ":" in text or len(text) > 100:
        return False
    return looks_like_tags(text.partition(",")[0]) or (len(text) < 40 and "." not in text)


def subject_goes_on(pieces: list[str], text: str, *, after_blank: bool) -> bool:
    """Wrapped lines, beyond a blank one only in mid-sentence; the line below an empty SUBJECT."""
    if opens_with_words(text):
        return False
    subject = " ".join(pieces).strip()
    if not subject:
        return len(text) < 200
    if after_blank and not (text.isupper() and subject.isupper() and _is_unfinished(subject)):
        return False
    return len(pieces) < LONGEST_SUBJECT and goes_on(subject, text)


def _is_unfinished(subject: str) -> bool:
    """Whether a subject breaks off: ... FUNDS TO PROTECT THE."""
    return subject.endswith((",", " -")) or subject.rpartition(" ")[2] in SMALL_WORDS


def references_go_on(pieces: list[str], text: str, *, after_blank: bool) -> bool:
    """The next labelled item, or the rest of one that was wrapped."""
    last = pieces[-1].rstrip()
    label = LABEL.match(text)
    if label:
        if not after_blank:
            return True
        cited = CITED.search(text) or SERIAL.search(text)
        return cited is not None and _is_next_label(pieces, label["letter"])
    if after_blank:
        cut_off = text[0].isdigit() if last[-1:].isalpha() else CUT_OFF.search(last) is not None
        return (cut_off or not last) and len(text) < 200 and CITED.search(text) is not None
    if opens_with_words(text):
        return False
    if len(text) < 100 and CITED.search(text):
        return True
    return len(text) < 80 and (
        not last or last.upper().endswith(UNFINISHED) or len(last) >= LONG_LINE
    )


def _is_next_label(pieces: list[str], letter: str) -> bool:
    """Whether a letter follows the last one of the field: C after A and B."""
    if any(_has_label(piece, letter[0].upper()) for piece in pieces):
        return False
    before = chr(ord(letter[0].upper()) - 1)
    return any(_has_label(piece, before) for piece in pieces[-3:])


def _has_label(piece: str, letter: str) -> bool:
    upper = piece[:LONGEST_PIECE].upper()
    place = upper.rfind(letter)
    while place >= 0:
        if (
            upper[place + 1 : place + 2] in LABEL_ENDS
            and not upper[max(place - 1, 0) : place].isalnum()
        ):
            return True
        place = upper.rfind(letter, 0, place)
    return False


def classified_by_goes_on(pieces: list[str], text: str, *, after_blank: bool) -> bool:
    """Up to four lines, as long as the reasons are not all there."""
    if is_tail(text):
        return len(pieces) < 6
    statement = join_torn(pieces)
    lower = text.lower()
    if not read_reasons(statement):
        begins = lower.startswith(("reason", "for reason", "e.o.", "1.4", "1.5", "per reason"))
        return begins or (not after_blank and len(pieces) < 5 and not opens_with_words(text))
    if after_blank or opens_with_words(text):
        return False
    unfinished = statement.lower().endswith((" and", ",", "(", "&", "1.", " section", "/"))
    return unfinished or lower.startswith(("and (", "(b)", "(c)", "(d)", "nd (", "1.4", "1.5"))


def order_goes_on(pieces: list[str], text: str, *, after_blank: bool) -> bool:
    """DECL: UPON CLOSURE OF / ICTY: as long as there is no date."""
    order = " ".join(pieces).strip()
    if after_blank or len(pieces) > 3 or len(text) > 70 or not text.isupper():
        return False
    return "DECL" in order.upper() and len(order) >= LONG_LINE and find_date(order) is None


def passing_goes_on(pieces: list[str], text: str, *, after_blank: bool) -> bool:
    """DEPT ALSO FOR EUR/WE, DRL/IL, / AND EB."""
    last = pieces[-1].rstrip().upper()
    return not after_blank and (
        last.endswith((",", " AND", ";", "/", "-")) or text.upper().startswith("AND ")
    )


CONTINUATIONS: Final[dict[Role, Callable[..., bool]]] = {
    Role.TAGS: tags_go_on,
    Role.SUBJECT: subject_goes_on,
    Role.REFERENCES: references_go_on,
    Role.CLASSIFIED_BY: classified_by_goes_on,
    Role.EXECUTIVE_ORDER: order_goes_on,
    Role.PASSING: passing_goes_on,
}
