# Offers lines of a word, a tab and its help. The arguments after the first two go to compadd.
_ehc_offer() {
    local tag=$1 tab=$'\t'
    local -a lines=("${(@f)2}")
    shift 2
    lines=("${(@)lines//:/\\:}")
    lines=("${(@)lines/$tab/:}")
    _describe -t $tag $tag lines "$@"
}

_ehc() {
    local word current=$words[CURRENT] command=timeline kind='' count=1
    local -a before=("${(@)words[2,CURRENT-1]}")
    if [[ $#before -eq 0 && $current != -* || $before[1] == help ]]; then
        _ehc_offer command "$(_ehc_commands)"
        return
    fi
    if [[ -n "$(_ehc_options "$before[1]")" ]]; then
        command=$before[1]
        before[1]=--
    fi
    for word in "${(@)before}"; do
        if [[ -n $kind ]]; then
            kind=''
        elif [[ $word != -?* ]]; then
            (( count++ ))
        else
            kind=$(_ehc_kind "$word")
        fi
    done
    if [[ -z $kind && $current == --*=* ]]; then
        kind=$(_ehc_kind "${current%%=*}")
        compset -P '[^=]#='
    elif [[ -z $kind && $current == -* ]]; then
        _ehc_offer option "$(_ehc_options $command)"
        return
    elif [[ -z $kind ]]; then
        kind=$(_ehc_kind "$command $count")
    fi
    case $kind in
    free) _message 'date or text' ;;
    file) _files ;;
    folder) _files -/ ;;
    case) _files -g '*.ini' ;;
    caseload) _files -g '*.csv' ;;
    calendar) _files -g '*.ics' ;;
    event) [[ $PREFIX == *=* ]] || _ehc_offer event "$(_ehc_choices event)" -S '' ;;
    *) _ehc_offer $kind "$(_ehc_choices $kind)" ;;
    esac
}

_ehc "$@"
