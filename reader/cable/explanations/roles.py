"""What each sort of line of a telegram is called and what it is for (TELEGRAM.md 2)."""

from __future__ import annotations

from typing import Final

from reader.cable.model import Role

ROLES: Final[dict[Role, tuple[str, str]]] = {
    Role.TRANSMISSION_ID: (
        "Transmission id",
        "The first line that a relay sends: it says that a message begins, and on which channel.",
    ),
    Role.ROUTING: (
        "Routing line",
        "Tells the relays how urgent the message is and to which stations it must go.",
    ),
    Role.STATION: (
        "DE line",
        "Tells which station sends, the number it gave the message, and when it was filed.",
    ),
    Role.SECURITY: (
        "Security line",
        "Tells the relays whether the message may travel in the clear.",
    ),
    Role.DATE_TIME_GROUP: (
        "Date-time group",
        "Precedence, day, hour in universal time, month and year: when it was released.",
    ),
    Role.ORIGINATOR: ("Originator", "FM: the post or office that speaks in this telegram."),
    Role.ACTION: ("Action addressee", "TO: whoever has to act on it, one on each line."),
    Role.INFO: ("Info addressee", "INFO: whoever should know of it, one on each line."),
    Role.DISTRIBUTION: (
        "Distribution",
        "Which bureaus of the Department got copies, and how many; and who drafted and cleared it.",
    ),
    Role.CLASSIFICATION: (
        "Classification line",
        "The level of the whole telegram, its section, the station and the serial number.",
    ),
    Role.CAPTION: ("Caption", "Limits who may see the telegram, or directs where it goes."),
    Role.PASSING: (
        "Passing instruction",
        "Names the office or person at an addressee for whom the telegram is meant.",
    ),
    Role.EXECUTIVE_ORDER: (
        "E.O. line",
        "The order on which the classification rests, and when or whether it ends.",
    ),
    Role.TAGS: ("TAGS line", "Words for country and subject, by which telegrams are filed."),
    Role.SUBJECT: ("Subject line", "The title that the writer gave the telegram."),
    Role.REFERENCES: (
        "Reference line",
        "Lists earlier telegrams and other papers, lettered, to which the text points as ref A.",
    ),
    Role.CLASSIFIED_BY: (
        "Classified By line",
        "Who decided on the classification, and for which of the order's reasons.",
    ),
    Role.HEADING: ("Heading", "A title over a part of the text."),
    Role.RULE: ("Rule", "A line of signs that sets a heading off; it says nothing by itself."),
    Role.PARAGRAPH: (
        "Paragraph",
        "A part of the message itself; it has a number and its own marking in brackets.",
    ),
    Role.PAGE_BREAK: (
        "Page line",
        "Put in where a page of the transmission ended, sometimes in the middle of a sentence.",
    ),
    Role.SIGNATURE: ("Signature", "The name of the head of the post, who answers for the text."),
    Role.END_MARK: ("End mark", "Tells the relays that the message is over."),
    Role.STAMP: ("Stamp", "Put on later, when the telegram was reviewed or released."),
    Role.BOILERPLATE: (
        "Standing text",
        "The same in every telegram of a post: notices, addresses of its web site.",
    ),
    Role.ARTEFACT: (
        "Artefact",
        "Left by the page or program through which the text came; no part of the message.",
    ),
    Role.BLANK: ("Blank line", "Nothing stands here."),
    Role.UNKNOWN: (
        "Not understood",
        "This line fits none of the rules by which telegrams are read.",
    ),
}
"""The name of a role and what its lines are for."""

FIELDS: Final[dict[str, tuple[str, str]]] = {
    "keyword": ("Keyword", "The word by which the line is known."),
    "begins": ("Start sign", "V and ZCZC: here a message begins."),
    "channel": ("Channel", "Three letters of the channel on which it was relayed."),
    "count": ("Channel number", "The count of messages on that channel."),
    "twice": ("Precedence", "The letter of the precedence, twice."),
    "routing": ("Routing indicator", "The letters by which relays know a station."),
    "serial": ("Serial number", "The number that the station gave the telegram."),
    "section": ("Section", "Which section of the telegram this is."),
    "sections": ("Number of sections", "Into how many sections the telegram was cut."),
    "julian": ("Day of the year", "Counted from 001 on the first of January."),
    "filed": ("Time of filing", "Hours and minutes of universal time."),
    "signal": ("Operating signal", "A word for the relays that begins with Z."),
    "letters": ("Classification letter", "Five times the same, so that no garble hides it."),
    "prosign": ("Precedence", "The letter of a precedence."),
    "day": ("Day", "The day of the month, two digits."),
    "time": ("Time", "Hours and minutes; Z is universal time."),
    "month": ("Month", "Three letters."),
    "year": ("Year", "Its last two digits."),
    "name": ("Name", "The plain-language address of a post, office or collective."),
    "urgency": ("Precedence", "For this addressee alone."),
    "mcn": ("Message-continuity number", "Lets the addressee see that no message is missing."),
    "office": ("Bureau", "An office of the Department that got copies."),
    "copies": ("Copies", "How many copies the bureau got."),
    "level": ("Classification", "The level of the whole telegram."),
    "post": ("Station", "The station that sent the telegram, as its id has it."),
    "caption": ("Caption", "Limits or directs the distribution."),
    "order": ("Number of the order", "An executive order on classification."),
    "date": ("Date", "The day on which the telegram is to be declassified."),
    "term": ("Term", "A word of the order."),
    "tag": ("TAG", "One word of the filing scheme."),
    "person": ("Person", "Whom the TAG before it is about."),
    "marking": ("Marking", "The classification of what follows it alone."),
    "label": ("Letter", "The letter by which the text names the reference."),
    "reference": ("Reference", "What is cited, as the post printed it."),
    "reason": ("Reason", "A section of the order and its letter."),
    "words": ("Words", "What the line says."),
    "pilcrow": ("Paragraph sign", "Put before the number or letter by the page, or pasted for it."),
    "number": ("Paragraph number", "As printed; numbers repeat, skip or are missing."),
    "page": ("Page", "Which page begins here."),
    "pages": ("Number of pages", "How many pages there were."),
}
"""The name of a field within a line, and what it is."""
