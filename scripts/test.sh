#!/usr/bin/env bash
# All tests: Go (with a PostgreSQL cluster of their own), TypeScript, browser. The browser suite runs beside the others: it
# takes longest and much of it waits for pages. Its output is kept and shown whole, in its turn.
set -uo pipefail
cd "$(dirname "$0")/.."
logs=$(mktemp -d)
beside=""
tidy() {
  [ -n "$beside" ] && kill -- "-$beside" 2>/dev/null && wait "$beside" 2>/dev/null
  scripts/stop-test-database.sh
  rm -rf "$logs"
}
trap tidy EXIT
trap 'exit 130' INT TERM
failed=()
now() { date +%s; }
begun=$(now)

# step NAME COMMAND…: runs in view.
step() {
  local name=$1 since
  shift
  since=$(now)
  echo "== $name"
  if "$@"; then echo "-- $name: passed, $(($(now) - since)) s"; else failed+=("$name"); echo "-- $name: FAILED, $(($(now) - since)) s"; fi
}

# kept NAME COMMAND…: runs into $logs/NAME, its exit code into $logs/NAME.code.
kept() {
  local name=$1 since code
  shift
  since=$(now)
  "$@" >"$logs/$name" 2>&1
  code=$?
  echo "$(($(now) - since))" >"$logs/$name.seconds"
  echo "$code" >"$logs/$name.code"
}

# shown NAME: what a kept step said. A step without an exit code was cut off: that is a failure too.
shown() {
  local name=$1 code seconds
  code=$(cat "$logs/$name.code" 2>/dev/null || echo 1)
  seconds=$(cat "$logs/$name.seconds" 2>/dev/null || echo "?")
  echo "== $name"
  cat "$logs/$name" 2>/dev/null
  if [ "$code" = 0 ]; then echo "-- $name: passed, $seconds s"; else failed+=("$name"); echo "-- $name: FAILED ($code), $seconds s"; fi
}

unformatted() {
  local files
  files=$(gofmt -l cmd internal migrations policies)
  [ -z "$files" ] || { echo "$files"; return 1; }
}
web() { (cd web && exec npm run --silent "$1"); }

set -m # a process group of its own, so that an interrupted run leaves no browser and no program behind
(kept browser web e2e) &
beside=$!
set +m
step "gofmt" unformatted
# One run of vet with all its checks, on the packages as the tests build them; `go vet` before would check all types again.
# Without DWARF each of the forty test programs links in a third of the time; traces need none of it.
# The browser suite takes longest: the Go tests give way to it.
step "go vet, go test" nice -n 5 go test -vet=all -ldflags="-s -w" ./...
step "web" web check
wait "$beside"
beside=""
shown "browser"
echo "== $(($(now) - begun)) s in all"
if [ ${#failed[@]} -gt 0 ]; then
  printf 'FAILED: %s\n' "${failed[@]}"
  exit 1
fi
