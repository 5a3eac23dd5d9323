#!/usr/bin/env bash
# Stops the cluster that the Go tests share, if it runs. Its data lies in .data/test, or, when the work tree is closed to
# the unprivileged user that PostgreSQL runs as, where .data/test.at says.
cd "$(dirname "$0")/.." || exit 0
dir=.data/test
[ -f .data/test.at ] && dir=$(cat .data/test.at)
[ -f "$dir/postmaster.pid" ] || exit 0
pid=$(head -1 "$dir/postmaster.pid")
kill -INT "$pid" 2>/dev/null || exit 0
for _ in $(seq 100); do kill -0 "$pid" 2>/dev/null || exit 0; sleep 0.1; done
