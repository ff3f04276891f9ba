"""Cables made by hand, from the words of their paragraphs."""

from __future__ import annotations

from reader.cable.model import (
    Block,
    BlockKind,
    Body,
    Cable,
    Header,
    Heading,
    Line,
    Mention,
    Paragraph,
    Passage,
    PassageKind,
    Role,
    Seam,
    SeamKind,
    Span,
    Telegram,
)

PAGE_BREAK = "REYKJAVIK 00009017  002 OF 002\n"


def paragraph(ordinal, text, *, number=None, marking="SBU", kinds="", seams=()):
    """A paragraph; `kinds` has a letter for each of its lines: t(ext), i(tem) or (ta)b(le)."""
    names = {"t": BlockKind.TEXT, "i": BlockKind.ITEM, "b": BlockKind.TABLE}
    blocks = []
    start = 0
    for line, kind in zip(text.split("\n"), kinds, strict=bool(kinds)):
        blocks.append(Block(names[kind], start, start + len(line)))
        start += len(line) + 1
    return Paragraph(
        ordinal,
        ordinal + 1 if number is None else number,
        marking,
        text,
        (Span(0, 0),),
        0,
        tuple(blocks),
        tuple(seams),
    )


def cable(*items, received=PAGE_BREAK, mentions=(), passages=(), signature=()):
    """A cable from headings (level, title), paragraphs, and words that become paragraphs."""
    body = []
    ordinal = 0
    for item in items:
        if isinstance(item, tuple) and not isinstance(item, Paragraph):
            body.append(Heading(item[1], item[0], ()))
            continue
        body.append(item if isinstance(item, Paragraph) else paragraph(ordinal, item))
        ordinal += 1
    return Cable(
        telegram=Telegram(received),
        reference_id="09REYKJAVIK9017",
        canonical_id="09REYKJAVIK9017",
        header=Header(),
        body=Body(body),
        lines=(),
        mentions=tuple(mentions),
        passages=tuple(passages),
        signature=tuple(signature),
    )


def mention(items, ordinal, words, target=None, label=None):
    """The first place where a paragraph has these words."""
    start = items[ordinal].index(words)
    return Mention(words, ordinal, start, start + len(words), target, label)


def ferry():
    """A cable with everything that a page sets off."""
    words = [
        "Summary: The museum asks for a later ferry. End summary.",
        "The museum's lens is the northernmost of its kind, as ref A said.",
        "The boat pays for itself in waffles. Reftel has the figures.",
    ]
    objections = "He listed three objections:\n-- the pier is dark;\n-- the crew sings.\nNo more."
    table = "Passengers:\nMonth   Landed\nJune       412\nJuly     1,803"
    return cable(
        words[0],
        (1, "A LAMP THAT NOBODY SEES"),
        words[1],
        paragraph(2, words[2], seams=[Seam(27, SeamKind.PAGE_BREAK, Span(0, len(PAGE_BREAK)))]),
        (1, "The Harbor Board"),
        (2, "Objections"),
        paragraph(3, objections, kinds="tiit", marking="C"),
        paragraph(4, table, kinds="tbbb", marking="C//REL TO USA, ICE"),
        "The clerk, XXXXXXXXXXXX (protect), had the timetable.",
        mentions=[
            mention(words, 1, "ref A", "09OSLO9004", "A"),
            mention(words, 2, "Reftel", "09OSLO9004"),
        ],
        passages=[Passage(PassageKind.SUMMARY, 0, 9, 43)],
        signature=("FAIRWEATHER",),
    )


def lined(*lines):
    """A cable of lines with their roles, without a body: (role, words)."""
    text = "".join(f"{words}\n" for _, words in lines)
    made = []
    start = 0
    for role, words in lines:
        made.append(Line(start, start + len(words) + 1, Role(role)))
        start += len(words) + 1
    return Cable(Telegram(text), None, None, Header(), Body(), tuple(made))
