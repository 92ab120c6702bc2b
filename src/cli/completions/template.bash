# Completions of papi-plan for bash.
_papi__plan() {
    local current="$2" command="" option="" words="" word
    COMPREPLY=()
    # Bash takes --option=value apart at the "=".
    [[ $current == = ]] && current=""
    for word in "${COMP_WORDS[@]:1:COMP_CWORD - 1}"; do
        if [[ $word == = ]]; then
            continue
        elif [[ -n $option ]]; then
            option=""
        elif [[ $word == -* ]]; then
            case "$command $word" in
                @wanting@
            esac
        elif [[ -z $command ]]; then
            command="$word"
        fi
    done
    case "$command $option" in
        @offered@
    esac
    # Where these words do not fit, no file does.
    compopt +o default 2>/dev/null
    COMPREPLY=($(compgen -W "$words" -- "$current"))
}

# Without words of ours bash offers files, and quotes their names as they need it.
complete -o default -F _papi__plan papi-plan
