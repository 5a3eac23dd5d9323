// Fails when a page needs more script at first load than it may: the entry, what the entry imports, and the page's own
// chunk with what that imports, all gzipped. Reads Vite's manifest, so it sees what the browser will fetch.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const LIMIT = 400 * 1000;
const dist = new URL("../dist/", import.meta.url);
const manifest = JSON.parse(readFileSync(new URL(".vite/manifest.json", dist), "utf8"));
const sizes = new Map();

function size(file) {
  if (!file.endsWith(".js")) return 0;
  if (!sizes.has(file)) sizes.set(file, gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length);
  return sizes.get(file);
}

function collect(key, into) {
  const chunk = manifest[key];
  if (!chunk || into.has(key)) return into;
  into.add(key);
  for (const dep of chunk.imports ?? []) collect(dep, into);
  return into;
}

const total = (keys) => [...keys].reduce((sum, key) => sum + size(manifest[key].file), 0);
const entry = Object.keys(manifest).find((key) => manifest[key].isEntry);
const base = collect(entry, new Set());
const rows = [["(shell)", total(base)]];
for (const [key, chunk] of Object.entries(manifest)) {
  if (!chunk.isDynamicEntry || !key.startsWith("src/pages/")) continue;
  rows.push([key.replace("src/pages/", ""), total(collect(key, new Set(base)))]);
}
rows.sort((a, b) => b[1] - a[1]);
for (const [name, bytes] of rows) console.log(`${(bytes / 1000).toFixed(1).padStart(7)} kB  ${name}`);
const over = rows.filter(([, bytes]) => bytes > LIMIT);
if (over.length > 0) {
  console.error(`\n${over.length} page(s) over ${LIMIT / 1000} kB gzip at first load: ${over.map(([n]) => n).join(", ")}`);
  process.exit(1);
}
