#!/usr/bin/env bash
# Makes sure that Chromium and Chinese fonts are there for the browser tests (Debian packages). Where Debian has it, also
# chromium-headless-shell: the same engine without a window around it costs the tests a quarter less. It is not needed.
set -euo pipefail
have_font() { command -v fc-list >/dev/null 2>&1 && fc-list 2>/dev/null | grep -q 'Noto Sans CJK'; }
chromium=${CHROMIUM:-/usr/bin/chromium}
sudo=""
[ "$(id -u)" = 0 ] || sudo="sudo -n"
export DEBIAN_FRONTEND=noninteractive
shell() {
  [ -z "${CHROMIUM:-}" ] && [ ! -x /usr/bin/chromium-headless-shell ] && command -v apt-get >/dev/null 2>&1 || return 0
  # Its version has to be that of the Chromium that is there; nothing else may change.
  timeout 90 $sudo apt-get install -y --no-install-recommends --no-remove --no-upgrade chromium-headless-shell >/dev/null 2>&1 || true
}
if [ -x "$chromium" ] && have_font; then
  shell
  exit 0
fi
if ! command -v apt-get >/dev/null 2>&1; then
  echo "浏览器测试需要 Chromium 和中文字体（fonts-noto-cjk）；请安装后设置 CHROMIUM" >&2
  exit 1
fi
echo "安装 chromium 与 fonts-noto-cjk…"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if ! { $sudo apt-get update && $sudo apt-get install -y --no-install-recommends chromium fonts-noto-cjk fontconfig; } >"$log" 2>&1; then
  tail -5 "$log" >&2
  exit 1
fi
shell
