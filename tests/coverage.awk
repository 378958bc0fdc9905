# Sums what gcov prints for each file of src/lib and src/view: lines, and branches taken at least once.
function percent(part, whole) { return whole > 0 ? 100 * part / whole : 100 }
function put(name, l, ld, b, bt) {
    printf "%-32s %6.1f%% of %5d lines  %6.1f%% of %5d branches\n", name, percent(ld, l), l, percent(bt, b), b
}
# "Lines executed:98.44% of 313"
function share() { split($0, part, /[:%]/); return part[2] }
function end_file() {
    if (ours)
        put(file, l, ld, b, bt)
    if (ours) { lines += l; lines_done += ld; branches += b; branches_taken += bt }
    ours = 0
}
/^File '/ { end_file(); file = $2; gsub(/'/, "", file); ours = file ~ /src\/(lib|view)\//; l = ld = b = bt = 0 }
/^$/ { end_file() }
# The total comes last, after the last file and without one.
ours && l == 0 && /^Lines executed:/ { l = $NF; ld = share() * l / 100 }
ours && /^Taken at least once:/ { b = $NF; bt = share() * b / 100 }
END { end_file(); put("src/lib and src/view", lines, lines_done, branches, branches_taken) }
