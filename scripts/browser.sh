#!/usr/bin/env bash
# Makes sure that Chromium and Chinese fonts are there for the browser tests (Debian packages).
set -euo pipefail
have_font() { command -v fc-list >/dev/null 2>&1 && fc-list 2>/dev/null | grep -q 'Noto Sans CJK'; }
chromium=${CHROMIUM:-/usr/bin/chromium}
if [ -x "$chromium" ] && have_font; then exit 0; fi
if ! command -v apt-get >/dev/null 2>&1; then
  echo "浏览器测试需要 Chromium 和中文字体（fonts-noto-cjk）；请安装后设置 CHROMIUM" >&2
  exit 1
fi
sudo=""
[ "$(id -u)" = 0 ] || sudo="sudo"
echo "安装 chromium 与 fonts-noto-cjk…"
export DEBIAN_FRONTEND=noninteractive
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if ! { $sudo apt-get update && $sudo apt-get install -y --no-install-recommends chromium fonts-noto-cjk fontconfig; } >"$log" 2>&1; then
  tail -5 "$log" >&2
  exit 1
fi
