"""Completion of the command line for bash, zsh and fish."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.cli import commands
from reader.cli.options import EVERYWHERE
from reader.cli.window import WINDOW
from reader.registering.entries import NAME
from rendering.tables import ALL_COMMANDS

if TYPE_CHECKING:
    from reader.cli.options import Command, Option


def _words(options: tuple[Option, ...]) -> list[str]:
    return [word for each in (*options, *EVERYWHERE) for word in (each.name, each.short) if word]


def bash_completion() -> str:
    """Completion for bash: commands, options, their few values, else files."""
    cases = []
    for command in commands():
        cases += [f"        {command.name}) options='{' '.join(_words(command.options))}' ;;"]
    values = [
        f"        '{command.name} {option.name}')\n            COMPREPLY=($(compgen -W "
        f"'{' '.join(option.choices)}' -- \"$word\"))\n            return\n            ;;"
        for command in commands()
        for option in command.options
        if option.choices
    ]
    return f"""\
# Completion of {NAME} for bash.
_cable_reader() {{
    local word=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD-1]}} options
    COMPREPLY=()
    case "${{COMP_WORDS[1]}} $before" in
{chr(10).join(values)}
    esac
    case ${{COMP_WORDS[1]}} in
{chr(10).join(cases)}
        *) options='{" ".join(_words(WINDOW.options))}' ;;
    esac
    if [[ $word == -* ]]; then
        COMPREPLY=($(compgen -W "$options" -- "$word"))
        return
    fi
    compopt -o filenames 2>/dev/null
    if ((COMP_CWORD == 1)); then
        COMPREPLY=($(compgen -W '{" ".join(each.name for each in commands())}' -- "$word"))
    fi
    local IFS=$'\\n'
    COMPREPLY+=($(compgen -f -- "$word"))
}}
complete -F _cable_reader {NAME} {NAME}-window
"""


def zsh_completion() -> str:
    """Completion for zsh."""
    described = "\n".join(f"        '{each.name}:{_quoted(each.says)}'" for each in commands())
    cases = "\n".join(
        f"        {each.name})\n            _arguments \\\n{_zsh_options(each)}\n            ;;"
        for each in commands()
    )
    return f"""\
#compdef {NAME} {NAME}-window
# Completion of {NAME} for zsh.
_cable_reader() {{
    local -a commands=(
{described}
    )
    if (( CURRENT == 2 )) && [[ $PREFIX != -* ]]; then
        _describe command commands
        _files
        return
    fi
    case $words[2] in
{cases}
        *)
            _arguments \\
{_zsh_options(WINDOW)}
            ;;
    esac
}}
_cable_reader "$@"
"""


def _zsh_options(command: Command) -> str:
    rows = []
    for option in (*command.options, *EVERYWHERE):
        value = ""
        if option.value:
            value = f":{option.value}:({' '.join(option.choices)})"
        rows.append(f"                '{option.name}[{_quoted(option.says)}]{value}' \\")
    return "\n".join([*rows, "                '*:file:_files'"])


def fish_completion() -> str:
    """Completion for fish."""
    lines = [f"# Completion of {NAME} for fish."]
    names = " ".join(each.name for each in commands())
    lines += [
        f"complete -c {NAME} -n __fish_use_subcommand -a {each.name} -d '{_quoted(each.says)}'"
        for each in commands()
    ]
    for command in ALL_COMMANDS:
        seen = f"__fish_seen_subcommand_from {command.name or names}"
        when = f"'{seen}'" if command.name else f"'not {seen}'"
        for option in (*command.options, *EVERYWHERE):
            line = f"complete -c {NAME} -n {when} -l {option.name[2:]}"
            line += f" -s {option.short[1:]}" if option.short else ""
            line += " -x" if option.value else ""
            line += f" -a '{' '.join(option.choices)}'" if option.choices else ""
            lines.append(f"{line} -d '{_quoted(option.says)}'")
    return "\n".join([*lines, ""])


def _quoted(text: str) -> str:
    """A text within single quotes of a shell, and of a description that colons would end."""
    for sign in "'[]:":
        text = text.replace(sign, "")
    return text
