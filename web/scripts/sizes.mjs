// What script each page needs, gzipped, by Vite's manifest: so it is what the browser will fetch.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

export const LIMIT = 400 * 1000;

/**
 * pageSizes lists the shell and every lazy part of it under src/pages: `first` is the entry, what the entry imports, and the part's own
 * chunk with what that imports; `most` adds everything that the part may fetch by itself while it is shown.
 */
export function pageSizes() {
  const dist = new URL("../dist/", import.meta.url);
  const manifest = JSON.parse(readFileSync(new URL(".vite/manifest.json", dist), "utf8"));
  const sizes = new Map();

  function size(file) {
    if (!file.endsWith(".js")) return 0;
    if (!sizes.has(file)) sizes.set(file, gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length);
    return sizes.get(file);
  }

  function collect(key, into, lazy) {
    const chunk = manifest[key];
    if (!chunk || into.has(key)) return into;
    into.add(key);
    for (const dep of chunk.imports ?? []) collect(dep, into, lazy);
    if (lazy && !chunk.isEntry) for (const dep of chunk.dynamicImports ?? []) collect(dep, into, lazy);
    return into;
  }

  const total = (keys) => [...keys].reduce((sum, key) => sum + size(manifest[key].file), 0);
  const entry = Object.keys(manifest).find((key) => manifest[key].isEntry);
  const base = collect(entry, new Set(), false);
  const pages = [{ page: "(shell)", first: total(base), most: total(base) }];
  for (const [key, chunk] of Object.entries(manifest)) {
    if (!chunk.isDynamicEntry || !key.startsWith("src/pages/")) continue;
    pages.push({ page: key.replace("src/pages/", ""), first: total(collect(key, new Set(base), false)), most: total(collect(key, new Set(base), true)) });
  }
  return pages;
}
