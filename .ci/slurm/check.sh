#!/usr/bin/env bash
# Grades 40 submissions on a Slurm cluster of one node in 4 parts, of which one is killed and requeued, and compares the
# gradebook with that of a single run, byte for byte; then trains a tiny sweep in 2 parts and compares its table likewise.
# Needs root, and munged, slurmctld, slurmd and sbatch on the path.
# Usage: check.sh FOLDER, which is made and filled.
set -euo pipefail
root="$(cd "$(dirname "$0")/../.." && pwd)"
mkdir -p "$1"
work="$(cd "$1" && pwd)"
parts=4
# Ten in each part: the one that is killed after five has something kept and something left.
students=40

say() { printf '%s  %s\n' "$(date +%H:%M:%S)" "$*"; }

# --- A cluster of one node, without systemd ---------------------------------------------------------------------------
cluster="$work/cluster"
mkdir -p "$cluster/state" "$cluster/spool" /run/munge
chown munge: /run/munge
[ -s /etc/munge/munge.key ] || mungekey --create --keyfile=/etc/munge/munge.key
chown munge: /etc/munge/munge.key
host="$(hostname -s)"
cat >"$cluster/slurm.conf" <<CONF
ClusterName=tinybabel
SlurmctldHost=$host(127.0.0.1)
SlurmUser=root
AuthType=auth/munge
# A requeued job may only start when its credential has expired, which takes two minutes unless told otherwise.
AuthInfo=cred_expire=10
SchedulerParameters=sched_interval=5,bf_interval=5
StateSaveLocation=$cluster/state
SlurmdSpoolDir=$cluster/spool
SlurmctldPidFile=$cluster/slurmctld.pid
SlurmdPidFile=$cluster/slurmd.pid
SlurmctldLogFile=$cluster/slurmctld.log
SlurmdLogFile=$cluster/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core_Memory
MpiDefault=none
ReturnToService=2
KillWait=2
NodeName=$host NodeAddr=127.0.0.1 CPUs=$(nproc) RealMemory=$(awk '/^MemTotal/ { print int($2 / 1024) - 256 }' /proc/meminfo) State=UNKNOWN
PartitionName=main Nodes=ALL Default=YES MaxTime=INFINITE State=UP
CONF
export SLURM_CONF="$cluster/slurm.conf"

stop() {
  for name in slurmd slurmctld; do
    [ ! -f "$cluster/$name.pid" ] || kill "$(cat "$cluster/$name.pid")" 2>/dev/null || true
  done
  [ -z "${our_munge:-}" ] || kill "$our_munge" 2>/dev/null || true
}
trap stop EXIT

if ! munge -n >/dev/null 2>&1; then
  runuser -u munge -- munged --foreground >"$cluster/munged.log" 2>&1 &
  our_munge=$!
fi
for _ in $(seq 50); do munge -n >/dev/null 2>&1 && break; sleep 0.2; done
slurmctld
slurmd
for _ in $(seq 100); do
  sinfo -h -o %T 2>/dev/null | grep -q idle && break
  sleep 0.3
done
sinfo

# --- The submissions: right, blank, half right, hostile and broken ones -----------------------------------------------
submissions="$work/submissions"
mkdir -p "$submissions"
exercise=01-bigram-subnetworks
solution="$root/solutions/$exercise.ipynb"
blank="$root/exercises/$exercise.ipynb"
for i in $(seq -w 1 "$students"); do
  file="$submissions/student-$i.ipynb"
  case "$((10#$i % 10))" in
    0) cp "$blank" "$file" ;;
    1) sed 's/beta \* m \* (1 - m)/m * (1 - m)/' "$solution" >"$file" ;;
    2) sed 's/var n = s.length;/System.exit(0);\\n    var n = s.length;/' "$solution" >"$file" ;;
    3) head -c 2000 "$solution" >"$file" ;;
    *) cp "$solution" "$file" ;;
  esac
done

# --- Once alone, once in parts ----------------------------------------------------------------------------------------
say "single run"
code=0
"$root/tinybabel" grade "$submissions" --out "$work/single" --exercise "$exercise" >"$work/single.log" 2>&1 || code=$?
[ "$code" -eq 3 ] || { tail -n 20 "$work/single.log"; say "the single run ended with $code, not with 3"; exit 1; }
tail -n 1 "$work/single.log"

say "$parts parts"
"$root/tinybabel" slurm "$submissions" --shards "$parts" --out "$work/parts" --exercise "$exercise" --cpus 1 \
  --time 00:20:00 >"$work/grade.slurm"
bash "$work/grade.slurm"

# Part 3 is requeued in the midst of its work, which kills it.
killed=no
for _ in $(seq 1200); do
  if [ "$killed" = no ] && grep -q '^\[5/' "$work/parts/slurm-part-2.log" 2>/dev/null; then
    job="$(squeue -h -r -o '%i %j' | awk '/_2 tinybabel-grade/ { print $1 }')"
    scontrol requeue "$job"
    killed=yes
    say "requeued $job after $(find "$work/parts/results" -name '*.json' | wc -l) results"
  fi
  [ -n "$(squeue -h)" ] || break
  sleep 0.5
done
[ -z "$(squeue -h)" ] || { squeue; say "jobs are still running"; exit 1; }
[ "$killed" = yes ] || { say "part 3 was never requeued"; exit 1; }
grep -q 'graded already and kept' "$work/parts/slurm-part-2.log" || { say "the requeued part kept nothing"; exit 1; }

tail -n 3 "$work/parts/slurm-merge.log"
cmp "$work/single/gradebook.csv" "$work/parts/gradebook.csv"
lines="$(wc -l <"$work/parts/gradebook.csv")"
[ "$lines" -eq "$((students + 1))" ] || { say "the gradebook has $lines lines"; exit 1; }
grep -q 'full (bubblewrap' "$work/parts/gradebook.csv" || say "tasks had no full isolation"
say "the two gradebooks are equal, byte for byte: $students submissions, $parts parts, one killed and requeued"

# --- A sweep: four units in two parts ---------------------------------------------------------------------------------
say "sweep"
cat >"$work/grid.json" <<'GRID'
{"seeds": [0, 1], "checkpoints": [20, 40], "testSentences": 20,
 "sizes": [{"width": 8, "mixtures": [[0.5, 0.3, 0.2], [0.1, 0.1, 0.8]]}, {"width": 12, "mixtures": [[0.5, 0.3, 0.2]]}]}
GRID
"$root/tinybabel" sweep scaling --grid "$work/grid.json" --out "$work/sweep-single" 2>"$work/sweep-single.log"
"$root/tinybabel" sweep merge "$work/sweep-single" -o "$work/sweep-single.csv"
"$root/tinybabel" slurm --sweep "$work/grid.json" --shards 2 --out "$work/sweep-parts" --cpus 1 \
  --time 00:10:00 >"$work/sweep.slurm"
bash "$work/sweep.slurm"
for _ in $(seq 600); do
  [ -n "$(squeue -h)" ] || break
  sleep 0.5
done
cat "$work"/sweep-parts/slurm-*.log
cmp "$work/sweep-single.csv" "$work/sweep-parts/multilingual-scaling-laws.csv"
lines="$(wc -l <"$work/sweep-single.csv")"
[ "$lines" -eq 37 ] || { say "the table of the sweep has $lines lines"; exit 1; }
say "the two tables are equal, byte for byte: 4 units in 2 parts"
