#!/usr/bin/env bash
# All tests: Go (with a PostgreSQL cluster of their own), TypeScript, browser.
set -uo pipefail
cd "$(dirname "$0")/.."
trap 'scripts/stop-test-database.sh' EXIT
failed=0
step() {
  echo "== $1"
  shift
  "$@" || failed=1
}
step "go vet" go vet ./...
step "gofmt" bash -c 'test -z "$(gofmt -l cmd internal migrations policies)" || { gofmt -l cmd internal migrations policies; false; }'
step "go test" go test ./...
step "web" bash -c 'cd web && npm run --silent check'
step "browser" bash -c 'cd web && npm run --silent e2e'
exit $failed
