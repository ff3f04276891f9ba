"""TAGS: words of traffic analysis by geography and subject, also glued and garbled (2.5)."""

from __future__ import annotations

from typing import Final

from reader.cable.patterns import pattern
from reader.cable.vocabulary import known_tags

# CLINTON, HILLARY, in the brackets after OVIP
NAME_IN_BRACKETS: Final = pattern(r"\((?P<name>[^()\n]{1,60})\)")

# A word of a TAGS line: PARM, KNNP, UNGA/C-1, AFL-CIO, G-77, BA'ATH
WORD: Final = pattern(r"[A-Z0-9][A-Z0-9&/'-]{0,40}")

# What stands between two TAGS, besides blanks.
PARTS: Final = pattern(r"[,;.:\n]")

# What the head of a page leaves in the field, and the field's own name (TELEGRAM.md 1.12).
NO_TAGS: Final = frozenset(
    {"TAGS", "TAG", "SIPDIS", "UNCLASSIFIED", "CONFIDENTIAL", "SECRET", "NOFORN", "N/A", "NONE"}
)

# Common nouns with which a topic of several words ends: CONSULAR AFFAIRS, POLITICAL PARTIES.
TOPIC_ENDS: Final = frozenset(
    {
        "ACCORD", "ACTIVITIES", "AFFAIRS", "AGREEMENT", "ARMS", "ASSISTANCE", "CLEARANCE",
        "CONTROL", "COOPERATION", "CRIME", "CRISIS", "DEFENSE", "DEMOCRACY", "DEVELOPMENT",
        "DISARMAMENT", "DISENGAGEMENT", "DRUGS", "ECONOMY", "ELECTION", "ELECTIONS", "ENERGY",
        "ENFORCEMENT", "ENVIRONMENT", "FINANCE", "FORCES", "FREEDOM", "GOVERNMENT", "HEALTH",
        "INVESTMENT", "ISSUES", "LABOR", "LAW", "MATTERS", "MEETING", "MEETINGS", "MIGRATION",
        "NARCOTICS", "NEGOTIATIONS", "ORGANIZATION", "ORGANIZATIONS", "PARTIES", "PARTY", "PEACE",
        "POLICIES", "POLICY", "POLITICS", "PROCESS", "PROGRAM", "PROGRAMS", "PROLIFERATION",
        "REACTION", "REFORM", "RELATIONS", "RELIGION", "RIGHTS", "SANCTIONS", "SECURITY",
        "SERVICES", "SOCIETY", "SUMMIT", "TERRORISM", "TRADE", "TRAFFICKING", "TREATY", "VISIT",
        "VISITS", "WAR", "WEAPONS",
    }
)  # fmt: skip

# Words that stand within a topic, and in no person's name.
CONNECTIVES: Final = frozenset({"AND", "IN", "OF", "THE", "FOR", "ON", "TO", "WITH"})

# TAGS with which persons are named.
PERSONS: Final = frozenset({"OVIP", "CASC", "CJAN", "CVIS", "PINR", "PHUM"})

# The first letter of a subject TAG says which: administration, business, consular... K, program.
FIRST_LETTERS: Final = "ABCEKMOPST"

# TAGS of several words that are one word.
ONE_WORD: Final = {"COUNTER TERRORISM": "COUNTERTERRORISM"}

LONGEST_GLUED: Final = 60
"""Letters of a word that may be several TAGS without blanks between them."""


def read_tags(value: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The TAGS of a field, in capitals and in order, and the words that were mended for it.

    A run of TAGS that stands twice is a list that was repeated and counts once; a single TAG that
    stands twice was printed so.
    """
    text = value.upper()
    words = text.replace(",", " ").split()
    known = known_tags()
    if known.issuperset(words) or all(word in known or _has_shape(word) for word in words):
        return _without_repeated_runs(words), ()
    words = []
    mended: list[str] = []
    place = 0
    for match in NAME_IN_BRACKETS.finditer(text) if "(" in text else ():
        _add_words(text[place : match.start()], words, mended)
        words.append(", ".join(part.strip() for part in match["name"].split(",")))
        place = match.end()
    _add_words(text[place:], words, mended)
    return _without_repeated_runs(words), tuple(mended)


def looks_like_tags(text: str) -> bool:
    """Whether a line without the field's name goes on with TAGS: every word could be one."""
    words = text.upper().replace(",", " ").replace(";", " ").split()
    return bool(words) and all(_has_shape(word) or word in known_tags() for word in words)


def _has_shape(word: str) -> bool:
    """Whether a word has the shape of a TAG: two letters, or four of which the first tells what."""
    return word.isalpha() and (len(word) == 2 or (len(word) == 4 and word[0] in FIRST_LETTERS))


def _add_words(text: str, words: list[str], mended: list[str]) -> None:
    """The TAGS of a stretch of text without brackets, after those that were found before it."""
    for part in PARTS.split(text):
        run: list[str] = []
        for match in WORD.finditer(part):
            word = match.group().strip("-'/")
            if not word or word in NO_TAGS:
                continue
            found = None if run and word in CONNECTIVES else _known(word, in_run=bool(run))
            if found is None:
                run.append(word)
                continue
            words += _topics(run, words)
            run = []
            if found != (word,):
                mended.append(word)
            words += [tag for tag in found if len(found) == 1 or tag not in words]
        words += _topics(run, words)


def _known(word: str, *, in_run: bool) -> tuple[str, ...] | None:
    """The TAG or the TAGS that a word is: glued ones come apart, a letter too many is taken out.

    None for a word of a name or a topic; after such a word, a shape alone makes no TAG.
    """
    known = known_tags()
    if word in known:
        return (word,)
    if "0" in word and (mended := word.replace("0", "O")) in known:
        return (mended,)
    if _has_shape(word) and not in_run:
        return (word,)
    if in_run or len(word) < 5 or not word.isalpha():
        return None
    shorter = {word[:place] + word[place + 1 :] for place in range(len(word))}
    near = [tag for tag in shorter if len(tag) != 5 and tag in known]
    if len(near) == 1:
        return (near[0],)
    return _unglued(word)


def _unglued(word: str) -> tuple[str, ...] | None:
    """The TAGS of PRELPGOV or ETRDEINVCS: known ones of four letters, and of two at the ends."""
    if len(word) > LONGEST_GLUED:
        return None
    known = known_tags()
    for start in (0, 2):
        for end in (len(word), len(word) - 2):
            length = end - start
            if length < 4 or length % 4:
                continue
            tags = [word[place : place + 4] for place in range(start, end, 4)]
            tags = [tag for tag in (word[:start], *tags, word[end:]) if tag]
            if len(tags) > 1 and all(tag in known for tag in tags):
                return tuple(tags)
    return None


def _topics(run: list[str], before: list[str]) -> list[str]:
    """The names and topics that a run of other words is: CONSULAR AFFAIRS; CLINTON, HILLARY."""
    if len(run) < 2:
        return run
    if all(len(word) <= 4 for word in run) and not any(word in CONNECTIVES for word in run):
        return run
    topics: list[str] = []
    start = 0
    for place, word in enumerate(run):
        following = run[place + 1] if place + 1 < len(run) else ""
        if word not in TOPIC_ENDS or following in CONNECTIVES or following in TOPIC_ENDS:
            continue
        size = place + 1 - start
        modifiers = 3 if size <= 3 or (size - 3) % 2 == 0 else 2
        begin = max(start, place + 1 - modifiers)
        topics += _names(run[start:begin], before)
        topics.append(_topic(run[begin : place + 1]))
        start = place + 1
    return topics + _names(run[start:], before)


def _names(words: list[str], before: list[str]) -> list[str]:
    """Persons by surname and given name; where nothing speaks of persons, the words as they are."""
    if not words:
        return []
    if len(words[-1]) == 1 and len(words) > 2:
        words = [*words[:-2], f"{words[-2]} {words[-1]}"]
    if len(words) % 2 or not (len(words) > 2 or PERSONS.intersection(before)):
        return [_topic(words)]
    if CONNECTIVES.intersection(words):
        return [_topic(words)]
    return [f"{words[place]}, {words[place + 1]}" for place in range(0, len(words), 2)]


def _topic(words: list[str]) -> str:
    topic = " ".join(words)
    return ONE_WORD.get(topic, topic)


def _without_repeated_runs(words: list[str]) -> tuple[str, ...]:
    if len(set(words)) == len(words):
        return tuple(words)
    seen: set[str] = set()
    repeats: list[bool] = []
    words = [word for place, word in enumerate(words) if words[place - 1 : place] != [word]]
    for word in words:
        repeats.append(word in seen)
        seen.add(word)
    repeats.append(False)
    return tuple(
        word
        for place, word in enumerate(words)
        if not (repeats[place] and (repeats[place + 1] or repeats[place - 1]))
    )
