"""The citation styles: one file of `resources/styles` each, read when it is first asked for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from reader.cable.citation.fields import citation_fields
from reader.cable.citation.template import Run, render
from reader.cable.patterns import pattern
from reader.errors import UsageError
from reader.resources import resource_path

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from reader.cable.model import Cable

MARKDOWN_SIGNS: Final = pattern(r"[\\`*_\[\]<>]")

# What ends or splits a template of Wikipedia.
WIKI_SIGNS: Final = {"|": "{{!}}", "[": "&#91;", "]": "&#93;", "{": "&#123;", "}": "&#125;",
                     "<": "&lt;", ">": "&gt;", "&": "&amp;"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Style:
    """How citations are set by one manual."""

    name: str
    """As on the command line."""
    title: str
    is_adapted: bool
    """Whether the manual has no rule for cables, and its nearest one was taken."""
    forms: Mapping[str, str]
    """Templates by the name of the form: note, bibliography...; the first is the usual one."""
    escape: str = ""
    """The language whose signs are escaped in what fields hold: empty, or `wikitext`."""


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation, set."""

    runs: tuple[Run, ...]

    @property
    def plain(self) -> str:
        """Its words alone."""
        return "".join(run.text for run in self.runs)

    @property
    def markdown(self) -> str:
        """With asterisks around slanted words."""
        return "".join(
            f"*{escaped}*" if run.is_slanted else escaped
            for run in self.runs
            for escaped in [MARKDOWN_SIGNS.sub(r"\\\g<0>", run.text)]
        )

    @property
    def html(self) -> str:
        """With `<i>` around slanted words."""
        from html import escape as escape_html  # noqa: PLC0415 - few citations are set so

        return "".join(
            f"<i>{escape_html(run.text)}</i>" if run.is_slanted else escape_html(run.text)
            for run in self.runs
        )


@cache
def styles() -> Mapping[str, Style]:
    """The styles by name, in the order of their titles."""
    found = [_read(path) for path in resource_path("styles").glob("*.toml")]
    return {style.name: style for style in sorted(found, key=lambda style: style.title)}


def cite(
    cable: Cable, style: str, form: str = "", *, first: int | None = None, last: int | None = None
) -> Citation:
    """The citation of a cable, or of its paragraphs from one ordinal to another.

    Without a form it is the style's usual one. Raises UsageError for a style or form that is not
    known.
    """
    chosen = styles().get(style)
    if chosen is None:
        raise UsageError(
            f"There is no citation style {style!r}.",
            hint=f"There are {', '.join(styles())}.",
        )
    template = chosen.forms.get(form or next(iter(chosen.forms)))
    if template is None:
        raise UsageError(
            f"{chosen.title} has no form {form!r}.", hint=f"It has {', '.join(chosen.forms)}."
        )
    fields = citation_fields(cable, first, last)
    return Citation(render(template, fields, ESCAPES[chosen.escape]))


def cite_in_all_styles(
    cable: Cable, *, first: int | None = None, last: int | None = None
) -> Iterator[tuple[Style, str, Citation]]:
    """The same citation in every form of every style: the style, the form's name, the citation."""
    # What a long cable says of itself is asked for once.
    fields = citation_fields(cable, first, last)
    for style in styles().values():
        for form, template in style.forms.items():
            yield style, form, Citation(render(template, fields, ESCAPES[style.escape]))


def _read(path: Path) -> Style:
    import tomllib  # noqa: PLC0415 - only who cites needs it

    found: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    return Style(
        path.stem, found["title"], found["is_adapted"], found["forms"], found.get("escape", "")
    )


def _wikitext(text: str) -> str:
    return "".join(WIKI_SIGNS.get(sign, sign) for sign in text)


ESCAPES: Final[Mapping[str, Callable[[str], str]]] = {"": str, "wikitext": _wikitext}
