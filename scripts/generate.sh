#!/usr/bin/env bash
# Generated code, committed: Go from queries.sql, TypeScript from the API's description.
set -euo pipefail
cd "$(dirname "$0")/.."
sqlc_version=v1.31.1
export GOBIN="$PWD/.data/gobin"
[ -x "$GOBIN/sqlc" ] || go install "github.com/sqlc-dev/sqlc/cmd/sqlc@$sqlc_version"
for config in internal/*/sqlc.yaml; do (cd "$(dirname "$config")" && "$GOBIN/sqlc" generate); done
mkdir -p .data
go run ./cmd/zhongfu openapi > .data/openapi.json
cd web && npm run --silent api -- ../.data/openapi.json
