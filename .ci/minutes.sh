# Tells where the minutes of a script go; sourced by .ci/run. Set most_minutes first. When the script ends, well or not, there
# is a line for each step, and the script fails if all of them together took longer: longer on a machine like that on which the
# limit was set. A slower one, as take_pace finds it, gets more time, since its minutes say nothing about a change.

step_names=()
step_begins=()
step_logs=()

# The processor time of javac for the file of take_pace, in milliseconds, on the machine on which the limit was set.
pace_of_limit=3500
# What this machine needs, in per cent of that.
pace=100

# Finds out how fast this machine is, by what most of the minutes go into: javac in a new virtual machine.
take_pace() {
  local folder user system i TIMEFORMAT='%U %S'
  folder="$(mktemp -d)"
  {
    echo 'class Pace {'
    for i in {1..600}; do
      echo "  static int f$i(java.util.List<Integer> x) { return x.stream().map(y -> y + $i).mapToInt(y -> y).sum(); }"
    done
    echo '}'
  } >"$folder/Pace.java"
  read -r user system < <({ time javac -d "$folder" "$folder/Pace.java"; } 2>&1 | tail -n 1)
  # What stands behind the point, or the comma of another language, are thousandths.
  pace=$((100 * (10#${user/[.,]/} + 10#${system/[.,]/}) / pace_of_limit))
  rm -rf "$folder"
}

# Begins a step: step NAME
step() {
  printf '\n== %s (%s)\n' "$*" "$(date +%H:%M:%S)"
  step_names+=("$*")
  step_begins+=("$SECONDS")
  step_logs+=("")
}

# The modules of this step are told, too, as Maven sums them up in its log: modules_from FILE
modules_from() { step_logs[${#step_logs[@]} - 1]="$1"; }

# Seconds and name of each module, from Maven's log: "[INFO] TinyBabel lab ... SUCCESS [01:02 min]"
modules() {
  awk '
    /^\[INFO\] Reactor Summary/ { summary = 1 }
    summary && match($0, / (SUCCESS|FAILURE) \[ *[0-9.:]+ (s|min|h)\]$/) {
      name = substr($0, 8, RSTART - 8)
      sub(/ \.*$/, "", name)
      split(substr($0, RSTART), words, /[][ ]+/)
      split(words[3], parts, ":")
      seconds = words[4] == "s" ? words[3] : words[4] == "min" ? 60 * parts[1] + parts[2] : 3600 * parts[1] + 60 * parts[2]
      printf "%.0f %s\n", seconds, name
    }' "$1"
}

# A line of the table: row SECONDS OF-SECONDS NAME
row() { printf '%4d:%02d %4d %%  %s\n' "$(($1 / 60))" "$(($1 % 60))" "$((100 * $1 / ($2 > 0 ? $2 : 1)))" "$3"; }

# The table: table STATUS END, where END is a count of seconds like those of the steps' begins
table() {
  local i seconds name last=$((${#step_names[@]} - 1)) all=$(($2 - step_begins[0]))
  printf '\n== Where the minutes went\n'
  for i in "${!step_names[@]}"; do
    name="${step_names[i]}"
    [ "$i" -ne "$last" ] || [ "$1" -eq 0 ] || name+=" (failed)"
    row "$((${step_begins[i + 1]:-$2} - step_begins[i]))" "$all" "$name"
    [ ! -f "${step_logs[i]}" ] || modules "${step_logs[i]}" | while read -r seconds name; do
      row "$seconds" "$all" "    $name"
    done
  done
  row "$all" "$all" "all"
}

finish() {
  local status=$? end=$SECONDS
  [ "${#step_names[@]}" -gt 0 ] || exit "$status"
  table "$status" "$end"
  printf 'This machine needs %s %% of the time of that on which the limit of %s minutes was set.\n' "$pace" "$most_minutes"
  if [ "$((100 * (end - step_begins[0])))" -gt "$((60 * most_minutes * (pace > 100 ? pace : 100)))" ]; then
    printf 'Too long: all steps together may take %s minutes (most_minutes).\n' "$most_minutes"
    [ "$status" -ne 0 ] || status=1
  fi
  exit "$status"
}
trap finish EXIT
