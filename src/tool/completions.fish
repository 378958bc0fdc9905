# Offers files with this ending, and folders; if there are none, all files. Each with the text before it in its word.
function _ehc_files --argument-names prefix current ending
    set -l files (__fish_complete_suffix "$current" "$ending")
    set -l wanted (string match -r -- '.*(?:/|'(string escape --style=regex -- $ending)')$' $files)
    test (count $wanted) -gt 0; and set files $wanted
    for file in $files
        printf '%s%s\n' "$prefix" $file
    end
end

function _ehc_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    set -l command timeline
    set -l prefix ''
    set -l kind ''
    set -l count 1
    set -e words[1]
    if test (count $words) -eq 0; and not string match -q -- '-*' $current; or test "$words[1]" = help
        _ehc_commands
        return
    end
    if test -n "$(_ehc_options $words[1])"
        set command $words[1]
        set words[1] --
    end
    for word in $words
        if test -n "$kind"
            set kind ''
        else if not string match -q -- '-?*' $word
            set count (math $count + 1)
        else
            set kind (_ehc_kind $word)
        end
    end
    if test -z "$kind"; and string match -q -- '--*=*' $current
        set -l parts (string split -m 1 = -- $current)
        set kind (_ehc_kind $parts[1])
        set prefix $parts[1]=
        set current $parts[2]
    else if test -z "$kind"; and string match -q -- '-*' $current
        _ehc_options $command
        return
    else if test -z "$kind"
        set kind (_ehc_kind $command $count)
    end
    switch "$kind"
        case file
            _ehc_files "$prefix" "$current" ''
        case folder
            string replace -r '^' -- $prefix (__fish_complete_directories "$current" '')
        case case
            _ehc_files "$prefix" "$current" .ini
        case caseload
            _ehc_files "$prefix" "$current" .csv
        case calendar
            _ehc_files "$prefix" "$current" .ics
        case event
            string match -q -- '*=*' $current; or printf "$prefix%s\n" (_ehc_choices event)
        case '*'
            _ehc_choices $kind | string replace -r '^' -- $prefix
    end
end

complete -c ehc -f -k -a '(_ehc_complete)'
