"""Three hundred values that break whoever takes a field for more than its words.

Formulas, markup of every language that we write, line ends, controls, signs that turn the
direction, quotation marks, braces, tags of RIS and BibTeX, numbers, and the same in made-up order.
"""

from __future__ import annotations

from random import Random

SHORT = (
    "=1+1", "+1", "-1", "@SUM(A1)", "=HYPERLINK(\"x\";\"y\")", "\t=1", "\r=1", "'quoted", "''",
    "%x", "|calc", "＝1", "＋1", "－1", "＠x", "<b>bold</b>", "<img src=x>", "</script>", "<!-- x",
    "-->", "--!>", "]]>", "&amp;", "&lt;", "&#13;", "&#0;", "&", "&&&", "<", ">", "\"", "'", "`",
    "``` \n# x", "# heading", "## two", "### three", "- item", "+ item", "1. one", "12) twelve",
    "===", "---", "***", "* * *", "> quote", "    code", "\tcode", "![x](y)", "![x][y]", "[x](y)",
    "[x]: y", "\\", "\\\\", "\\*", "a\\", "a\\\\", "{", "}", "{}", "}{", "{{", "}}", "{{!}}",
    "{{x|y}}", "[[x]]", "|", "||", "| x |", "$x$", "$", "%", "% comment", "^", "_", "~", "#",
    "\\input{x}", "\\write18{x}", "\\end{document}", "}, title = {x", "@misc{x,", "@comment{x}",
    "@string{x = y}", "TY  - JOUR", "ER  - ", "x\nER  - ", "x\r\nTY  - BOOK", "AU  - x",
    "x\nKW  - y", "a, b", "a,b", ",", ";", "a;b", ": ", "a: b", "Note:", "Note:\n\n> x",
    "- Labels: x", "- Status: used", "- Colour: pink", "<!-- mark {} -->", "### ¶1: x", "null",
    "None", "true", "0", "-0", "1e9", "NaN", "Infinity", "2009", "09OSLO9004", "cable:x#p1",
    "text:x", "urn:uuid:x", "javascript:x", "file:///x", "\\\\server\\share", "a/b", "a\\b",
    "../x", "C:\\x", "~user", "\x00", "a\x00b", "\x01", "\x07", "\x08", "\x0b", "\x0c", "\x1b[31m",
    "\x1b]0;x\x07", "\x7f", "\x80", "\x85", "\x9f", "a\nb", "a\r\nb", "a\rb", "\n", "\r", "\r\n",
    "\n\n", "a\n\nb", "\n\na", "a\n\n", "a\n> b", "a\n    b", "a\n# b", "a\n- b", " ", "  ", " a",
    "a ", "  a  ", "a  b", "\t", "a\tb", "\xa0", "\xa0a", "\u2003", "\u200b", "\u200d", "\u200e",
    "\u200f", "\u2028", "\u2029", "\u202a", "\u202e", "abc\u202edef", "\u2066x\u2069", "\ufeff",
    "\ufeffx", "\ufffd", "\ufffe", "\xad", "e\u0301", "\xe9", "ﬁ", "ß", "İ", "ı", "Ω", "א", "ا",
    "日本", "𝔘", "👍🏽", "\U000e0041", "%41", "%00", "%2F", "%", "%%", "a%20b", "+", "a+b", "?",
    "a?b=c&d", "a#b", "\"\"", "\",\"", "\"\n\"", "a\"b", "\"a", "a\"", "'a'", "“a”", "‘a’", "«a»",
    "...", "…", "--", "–", "—", "a--b", "(", ")", "()", "(a)", "[", "]", "[]", "[a]", "<>", "<a",
    "a>", "a" * 400, "=" * 300, "\\" * 99, "`" * 99, "a" + "\n" * 20 + "b", "{" * 50 + "}" * 50,
    "[" * 99, "<" * 99, "&" * 99, "*" * 99, ">" * 99,
)  # fmt: skip


def hostile_values(count: int = 300) -> list[str]:
    """The values above, and made-up joints of them up to `count`; the same ones every time."""
    random = Random(300)
    values = list(dict.fromkeys(SHORT))
    while len(values) < count:
        joint = random.choice(("", " ", "\n", "a"))
        values.append(joint.join(random.sample(SHORT, 3))[:450])
    return values[: max(count, len(set(SHORT)))]
