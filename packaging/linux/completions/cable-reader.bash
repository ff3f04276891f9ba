# Completion of cable-reader for bash.
_cable_reader() {
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} options
    COMPREPLY=()
    case "${COMP_WORDS[1]} $before" in
        'show --format')
            COMPREPLY=($(compgen -W 'text markdown json' -- "$word"))
            return
            ;;
        'bookmarks --format')
            COMPREPLY=($(compgen -W 'json w3c csv spreadsheet markdown html' -- "$word"))
            return
            ;;
    esac
    case ${COMP_WORDS[1]} in
        inspect) options='--json --jsonl --text --year --help -h --version' ;;
        show) options='--format --help -h --version' ;;
        cite) options='--style --form --paragraph --list --help -h --version' ;;
        bookmarks) options='--format --dry-run --help -h --version' ;;
        *) options='--new-window --register --unregister --where --help -h --version' ;;
    esac
    if [[ $word == -* ]]; then
        COMPREPLY=($(compgen -W "$options" -- "$word"))
        return
    fi
    compopt -o filenames 2>/dev/null
    if ((COMP_CWORD == 1)); then
        COMPREPLY=($(compgen -W 'inspect show cite bookmarks' -- "$word"))
    fi
    local IFS=$'\n'
    COMPREPLY+=($(compgen -f -- "$word"))
}
complete -F _cable_reader cable-reader cable-reader-window
