# Sums what gcov prints for each file of src: lines and branches, executed and in all.
/^File '/ { file = $2; gsub(/'/, "", file); ours = file ~ /src\/(lib|view)\// }
ours && /^Lines executed:/ { split($0, part, /[:% ]+/); total = $NF; lines += total; done += part[3] * total / 100
    printf "%-40s %6.1f%% of %4d lines", file, part[3], total }
ours && /^Branches executed:/ { split($0, part, /[:% ]+/); branches += $NF; taken_at = $NF }
ours && /^Taken at least once:/ { split($0, part, /[:% ]+/); n = split($0, word, " "); taken += part[5] * word[n] / 100
    printf "  %6.1f%% of %4d branches\n", part[5], word[n] }
END { if (lines > 0) printf "%-40s %6.1f%% of %4d lines  %6.1f%% of %4d branches\n", "src/lib and src/view", 100 * done / lines, lines,
    branches > 0 ? 100 * taken / branches : 0, branches }
