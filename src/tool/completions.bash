# Offers the lines of standard input that begin with the typed text. bash does not replace `prefix` by itself, so it is added.
_ehc_offer() {
    local line
    while IFS= read -r line; do
        line=${line%%$'\t'*}
        [[ $line == "$current"* ]] && COMPREPLY+=("$prefix$line")
    done
    [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *= ]] && compopt -o nospace 2>/dev/null
}

# Offers files with this ending, and folders; if there are none, what bash itself offers.
_ehc_offer_files() {
    local line
    compopt -o filenames -o default 2>/dev/null
    while IFS= read -r line; do
        COMPREPLY+=("$prefix$line")
    done < <(compgen -f -X "!*$1" -- "$current"; [[ -n $1 ]] && compgen -d -- "$current")
}

_ehc() {
    local word previous='' current prefix='' command=timeline kind='' count=1 i
    local -a words=()
    COMPREPLY=()
    # bash cuts words at "=" too: they are put together again.
    for ((i = 1; i <= COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        if [[ $word == = || $previous == = ]] && ((${#words[@]} > 0)); then
            words[${#words[@]} - 1]+=$word
        else
            words+=("$word")
        fi
        previous=$word
    done
    current=${words[${#words[@]} - 1]}
    unset "words[${#words[@]} - 1]"
    if ((${#words[@]} == 0)) && [[ $current != -* ]] || [[ ${words[0]} == help ]]; then
        _ehc_offer < <(_ehc_commands)
        return
    fi
    if [[ -n $(_ehc_options "${words[0]}") ]]; then
        command=${words[0]}
        words[0]=--
    fi
    for word in "${words[@]}"; do
        if [[ -n $kind ]]; then
            kind=''
        elif [[ $word != -?* ]]; then
            ((count++))
        else
            kind=$(_ehc_kind "$word")
        fi
    done
    if [[ -z $kind && $current == --*=* ]]; then
        kind=$(_ehc_kind "${current%%=*}")
        [[ $COMP_WORDBREAKS == *=* ]] || prefix=${current%%=*}=
        current=${current#*=}
    elif [[ -z $kind && $current == -* ]]; then
        _ehc_offer < <(_ehc_options "$command")
        return
    elif [[ -z $kind ]]; then
        kind=$(_ehc_kind "$command $count")
    fi
    case $kind in
    file) _ehc_offer_files '' ;;
    folder)
        compopt -o filenames 2>/dev/null
        _ehc_offer < <(compgen -d -- "$current")
        ;;
    case) _ehc_offer_files .ini ;;
    caseload) _ehc_offer_files .csv ;;
    calendar) _ehc_offer_files .ics ;;
    event) [[ $current == *=* ]] || _ehc_offer < <(_ehc_choices event) ;;
    *) _ehc_offer < <(_ehc_choices "$kind") ;;
    esac
}

complete -F _ehc ehc
