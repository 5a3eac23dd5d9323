#!/usr/bin/env bash
# Takes the pictures of docs/screenshots anew from a fresh demonstration: scripts/shots.sh [name…]
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/browser.sh
exec npm --prefix web run --silent shots -- "$@"
