"""The end of a telegram: who signed it, and what stands below (TELEGRAM.md 2.13, 1.10, 1.12).

The last lines are read upwards: what a machine, a clerk or a newspaper put under the telegram,
then the signature on a line of its own, or as the last words of the last paragraph.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from reader.cable.body.asides import ADDRESS, is_advertisement
from reader.cable.body.markings import plain_mark, signed_mark
from reader.cable.body.shapes import ends_sentence, is_rule, item_sign
from reader.cable.lines import LogicalLine, is_set
from reader.cable.model import Role
from reader.cable.patterns import ANY_CASE, pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST_NAME: Final = 40
MOST_JUNK: Final = 400
"""Lines below a signature that are looked at."""

# From here on nothing is said any more: attributes of the record, handling of the electronic copy.
ENDINGS: Final = ("Message Attributes", "*** Current ", "<< END OF DOCUMENT >>")

# The same words alone at the foot of the last page.
CLASSIFICATIONS: Final = frozenset(
    {
        "UNCLASSIFIED", "UNCLAS", "LIMITEDOFFICIALUSE", "CONFIDENTIAL", "SECRET", "TOPSECRET",
        "SECRET//NOFORN", "SECRETNOFORN", "CONFIDENTIAL//NOFORN", "SENSITIVE", "SIPDIS",
        "SENSITIVEBUTUNCLASSIFIED", "FOROFFICIALUSEONLY",
    }
)  # fmt: skip

# BT, NNNN, NNN, NNNNMAFVVZCZ, #0501, >, ., GP-3, YYY, <<END OF DOCUMENT>>, ...
END_MARK: Final = pattern(
    r"BT|N{3,4}(?:[A-Z]{0,12})|#\d{3,5}|[>.#*\u2026-]{1,8}|GP-?\d|Y{3,4}|GDS|ZCZC"
    r"|<{1,2} ?END OF DOCUMENT ?>{1,2}|-{0,3}END-{0,3}|END OF (?:TELEGRAM|MESSAGE)"
    r"|\*{3} [^\n]{1,80}"
)

# What clerks, carriers and newspapers put under a telegram: a sign that each has, and its shape.
JUNK: Final = tuple(
    (sign, pattern(shape, ANY_CASE))
    for sign, shape in (
        # NOTE BY OC/T: HEADING AS RECEIVED; NOTE: NOT PASSED TO ABOVE ADDRESSEE(S); NOTE - DO NOT
        (
            "NOTE",
            r"NOTE[ ](?:BY|-)[ ].{0,200}|NOTE:[ ]?(?:NOT[ ]PASSED|PASSED|DO[ ]NOT|CHECK).{0,200}",
        ),
        ("AS RECEIVED", r"(?:HEADING|TEXT)[ ]AS[ ]RECEIVED.{0,80}"),
        # 2004CARACA02200 - CONFIDENTIAL; 2002ROME01748 - Classification: SECRET
        (" - ", r"\d{2,4}[A-Z]{4,20}\d{2,6}[ ]{1,3}-[ ]{1,3}(?:Classification:[ ]?)?[A-Z/ ]{5,40}"),
        # EPET @ EL PAÍS; Track impresión: example @ Sat Dec 4; ID: 187536
        ("@", r".{0,60}@[ ]?(?:EL[ ]PA|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[ ]).{0,160}"),
        ("ID:", r"ID:[ \t]{0,4}\d{3,8}"),
        # KETTLE POINT AN...: the subject again, cut off
        ("...", r"[A-Z][A-Z ,'.-]{4,60}\.\.\."),
    )
)

# What is said of a message below its text since 2009 (TELEGRAM.md 1.14).
MOST_FIELDS: Final = 40
"""Lines of the fields below a message."""
FIELDS: Final = ("Signature:", "Drafted By:", "Dissemination Rule:")
SIGNED_BY: Final = pattern(r"Signature:[ \t]{0,40}(?P<name>[^\n]{0,60})")
TAIL_FIELD: Final = pattern(
    r"(?:Drafted By|Cleared By|Approved By|Released By|Info|Attachments?|Dissemination Rule|"
    r"Action Post|XMT|Classified By|Archive Copy):(?:[ \t]|$)"
)

# Words that no name has: titles of sections, captions, the ends of texts.
NOT_NAMES: Final = frozenset(
    {
        "A", "ACCORDINGLY", "ACTION", "AMBASSADOR", "AND", "ANNEX", "ATTACHMENT", "AUTHORITY",
        "BACKGROUND", "BEGIN", "BIO", "BT", "BY", "CHARGE", "CLASSIFIED", "COMMENT", "CONCLUSION",
        "CONFIDENTIAL", "CONTINUED", "COPY", "DCM", "DISTRIBUTION", "END", "ENDS", "EXDIS", "FM",
        "FOR", "FROM", "IN", "INTRODUCTION", "ITS", "LIMDIS", "MINIMIZE", "NEXT", "NODIS",
        "NOFORN", "NOTE", "OF", "OFFICIAL", "ON", "OR", "ORCON", "OUTLOOK", "OVERVIEW", "PAGE",
        "PARAGRAPH", "PARTICIPANTS", "PLEASE", "QUOTE", "RECOMMENDATION", "REDACTED", "REF",
        "REMOVED", "SECRET", "SECTION", "SENSITIVE", "SIPDIS", "STATE", "STATEMENT", "STEPS",
        "SUBJECT", "SUMMARY", "TAGS", "TEXT", "THE", "TO", "TOP", "UNCLAS", "UNCLASSIFIED",
        "UNQUOTE", "WITH",
    }
)  # fmt: skip

# STRAND-KETTLE, O'STRAND, LA MER, Van Der Strand, J. ODDUR KETTLE, KETTLE JR
NAME: Final = pattern(
    r"(?:[^\W\d_][^\W\d_.'\u2019`-]{0,20}[.]?[ ]{1,2}){0,3}"
    r"[^\W\d_][^\W\d_]{0,20}(?:['\u2019`-][^\W\d_]{1,20}){0,2}(?:,?[ ](?:JR|SR|II|III|Jr)\.?)?"
)
# ... at nine. STRAND | END COMMENT. VAN STRAND | End Text. KETTLE
NAME_AFTER_TEXT: Final = pattern(
    r"(?:[.?!\"\u201d)\]]|\b(?:END|End)(?:[ ][A-Za-z]{2,12}){1,4}?)[ ]{1,4}(?P<names>"
    r"[A-Z][A-Z'\u2019-]{1,20}(?:[ ][A-Z][A-Za-z'\u2019-]{1,20}){0,2})[ ]?[.]?\Z"
)
REDACTED: Final = pattern(r"(?i:X{3,})")


class Tail:
    """What stands at the end: the names, and the index of the first line below the body."""

    __slots__ = ("added", "end", "signature")

    def __init__(self, end: int) -> None:
        self.signature: tuple[str, ...] = ()
        self.end = end
        self.added: list[LogicalLine] = []
        """A signature that was cut from the last line of the body."""


def read_tail(lines: Sequence[LogicalLine], start: int, text: str) -> Tail:
    """Give the lines at the end their roles, and find who signed; the body ends before them."""
    tail = Tail(len(lines))
    index = _skip_junk(lines, start, tail.end)
    if index >= start and is_set(lines[index].text):
        tail.end = index + 1
        return tail
    if index >= start and not signature_names(lines[index].text):
        tail.end = _end_of_telegram(lines, start, text)
        if tail.end < len(lines):
            index = _skip_junk(lines, start, tail.end)
    if index < start:
        tail.end = start
        return tail
    below = text[lines[max(start, index - MOST_FIELDS)].start :]
    if ":" in below and any(map(below.__contains__, FIELDS)):
        index = _read_tail_fields(lines, start, index, tail)
    if not tail.signature:
        _read_signature(lines, start, index, tail)
    return tail


def _end_of_telegram(lines: Sequence[LogicalLine], start: int, text: str) -> int:
    """The index of the line at which the record's own attributes begin, or the last line's."""
    begin = lines[start].start if start < len(lines) else len(text)
    places = [place for ending in ENDINGS if (place := text.find(ending, begin)) >= 0]
    if not places:
        return len(lines)
    for index in range(start, len(lines)):
        if lines[index].role is None and lines[index].text.lstrip().startswith(ENDINGS):
            for line in lines[index:]:
                line.role = line.role or Role.BOILERPLATE
            return index
    return len(lines)


def _skip_junk(lines: Sequence[LogicalLine], start: int, end: int) -> int:
    """Go up over the lines that are nobody's words; the index of the first that may be some."""
    index = end - 1
    stop = max(start, end - MOST_JUNK)
    while index >= stop:
        line = lines[index]
        if line.role is None:
            role = _junk_role(line.text.strip())
            if role is None:
                break
            line.role = role
        index -= 1
    return index


def _junk_role(words: str) -> Role | None:
    size = len(words)
    if size > 240:
        return None
    if size <= 90 and END_MARK.fullmatch(words):
        return Role.END_MARK
    if size <= 60 and "".join(words.split()) in CLASSIFICATIONS:
        return Role.CLASSIFICATION
    if words.isalpha():
        return None  # STRAND: all that follows has more than letters
    if is_rule(words):
        return Role.RULE
    capitals = words.upper()
    if any(sign in capitals and shape.fullmatch(words) for sign, shape in JUNK):
        return Role.BOILERPLATE
    if is_advertisement(words):
        return Role.BOILERPLATE
    if " " not in words and ADDRESS.search(words):
        return Role.BOILERPLATE
    return None


def _read_tail_fields(lines: Sequence[LogicalLine], start: int, index: int, tail: Tail) -> int:
    """The block of fields below a message since 2009; the index of the last line above it."""
    first = index + 1
    for place in range(index, max(start, index - MOST_FIELDS) - 1, -1):
        text = lines[place].text
        if SIGNED_BY.match(text) or TAIL_FIELD.match(text):
            first = place
    if first > index:
        return index
    for line in lines[first : index + 1]:
        if line.role is None:
            signed = SIGNED_BY.match(line.text)
            line.role = Role.SIGNATURE if signed else Role.BOILERPLATE
            if signed and signed["name"].strip():
                tail.signature = (signed["name"].strip(),)
    tail.end = first
    return _skip_junk(lines, start, first)


def _read_signature(lines: Sequence[LogicalLine], start: int, index: int, tail: Tail) -> None:
    """The name on the last line of the telegram, and a second one above it."""
    line = lines[index]
    above = _line_above(lines, start, index)
    names = signature_names(line.text)
    if names and _may_sign(line, above):
        line.role = Role.SIGNATURE
        tail.end = index
        tail.signature = names
        before = _line_above(lines, start, index - 1) if above is not None else None
        if above is not None and above.end == line.start and _is_name_too(above, before):
            above.role = Role.SIGNATURE
            tail.end = index - 1
            tail.signature = (*signature_names(above.text), *names)
        return
    tail.end = index + 1
    if line.text.lstrip()[:1] == "\u00b6" or len(line.text) > 2:
        _cut_signature(line, tail)


def _line_above(lines: Sequence[LogicalLine], start: int, index: int) -> LogicalLine | None:
    """The nearest line above that is not blank and has words of the telegram."""
    for place in range(index - 1, max(start, index - 12) - 1, -1):
        if lines[place].role is None:
            return lines[place]
    return None


def signature_names(text: str) -> tuple[str, ...]:
    """The name on a line that may be a signature; no name when it cannot be one."""
    words = text.strip().rstrip("#*.> ").strip()
    return _names(words) if 0 < len(words) <= LONGEST_NAME else ()


@lru_cache(maxsize=1024)
def _names(words: str) -> tuple[str, ...]:
    """The name in a few words; each line is asked more than once, and few people sign."""
    if not NAME.fullmatch(words):
        return ()
    parts = words.replace(".", " ").replace(",", " ").split()
    if any(part.upper() in NOT_NAMES for part in parts) or REDACTED.search(words):
        return ()
    if len(words) < 3 or not any(len(part) > 2 for part in parts):
        return ()
    half = len(parts) // 2
    if half and len(parts) == 2 * half:
        first, second = " ".join(parts[:half]), " ".join(parts[half:])
        if first.upper() == second.upper():
            return (first,)
    return (words,)


def _may_sign(line: LogicalLine, above: LogicalLine | None) -> bool:
    """Whether a name may be a signature: not the last word of a sentence that was cut."""
    words = " ".join(signature_names(line.text))
    count = len(words.split())
    if words.islower():
        # Sentence-cased copies: the line above is no sentence that goes on.
        is_word = count == 1 and not ends_sentence(line.text)
        return is_word and above is not None and _is_closed(above)
    if not words.isupper() and ((not words.istitle() and count > 1) or count > 3):
        return False
    if above is None:
        return True
    is_apart = above.end < line.start
    return (
        is_apart
        or _is_closed(above)
        or (words.isupper() and not above.text.isupper() and (len(above.text) < LONGEST_NAME))
    )


def _is_closed(above: LogicalLine) -> bool:
    text = above.text
    return (
        ends_sentence(text)
        or text.lstrip()[:4].upper() == "END "
        or " END " in text[-40:].upper()
        or len(text) < LONGEST_NAME // 2
        or is_rule(text)
        or ADDRESS.search(text[-200:]) is not None
        or _is_mark_alone(text)
    )


def _is_mark_alone(text: str) -> bool:
    mark = signed_mark(text) or plain_mark(text)
    return mark is not None and mark.offset >= len(text)


def _is_name_too(above: LogicalLine, before: LogicalLine | None) -> bool:
    """Whether the line above a signature is another one: two chiefs of mission sign."""
    words = above.text.strip()
    if not words.isupper() or not signature_names(words) or item_sign(words):
        return False
    return before is not None and not before.text.isupper() and before.end < above.start


def _cut_signature(line: LogicalLine, tail: Tail) -> None:
    """Take the name from the end of the last paragraph: `... sails at nine. STRAND`."""
    text = line.text
    match = NAME_AFTER_TEXT.search(text, max(0, len(text) - 90))
    if match is None:
        return
    # END COMMENT STRAND: the words of the end marker are in capitals too.
    place = match.start("names")
    words = match["names"].split(" ")
    if words[0] == "END" and len(words) > 1:
        place += len(words.pop(0)) + 1
        # The passage that ends: COMMENT, SUMMARY AND COMMENT
        while len(words) > 1 and words[0] in NOT_NAMES:
            place += len(words.pop(0)) + 1
    names = signature_names(text[place:])
    before = text[:place].rstrip()
    if not names or (text.isupper() and " " in names[0]) or _is_mark_alone(before):
        return
    signed = LogicalLine(line.start + place, line.end, text[place:], Role.SIGNATURE)
    tail.added.append(signed)
    line.end = signed.start
    line.text = before
    tail.signature = names
