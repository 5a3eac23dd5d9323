// Writes public/maps/<province>.json, the outlines that ProvinceMap draws: one SVG path per city, already projected.
//
//   npm pack echarts@4.9.0 && tar xzf echarts-4.9.0.tgz && node scripts/maps.mjs package/map/json/province
//
// The geometry is that of Apache ECharts 4.9.0, (c) The Apache Software Foundation, Apache License 2.0; it is decoded,
// projected and simplified here. It is a sketch for comparing places and says nothing about where a border runs.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { simplifyRings } from "./maps-simplify.mjs";

const LIMIT = 60 * 1000; // gzip bytes per province
const WIDTH = 2000; // units of the drawing: a third of a pixel at its widest
const TOLERANCE = 1.3; // units a simplified line may leave the true one
const SMALLEST = 30; // square units an island must have to be drawn; the largest part of a place always is

const provinces = [
  {
    file: "guangdong", code: "440000", merged: {},
    // 东沙岛 is missing in the source and too small to be seen: a symbol stands for it.
    symbols: { 441500: [[116.72, 20.7]] },
  },
  // 莱芜市 became part of 济南市 in 2019.
  { file: "shandong", code: "370000", merged: { 371200: "370100" }, symbols: {} },
];

/** decode undoes the zigzag deltas of the encoded geometry; the result is in 1/1024 degree. */
function decode(text, [x, y]) {
  const back = (c) => ((c - 64) >> 1) ^ -((c - 64) & 1);
  const ring = [];
  for (let i = 0; i < text.length; i += 2) {
    x += back(text.charCodeAt(i));
    y += back(text.charCodeAt(i + 1));
    ring.push([x, y]);
  }
  if (String(ring[0]) === String(ring.at(-1))) ring.pop();
  return ring.filter((p, i) => String(p) !== String(ring[(i + 1) % ring.length]));
}

function ringsOf({ type, coordinates, encodeOffsets }) {
  const polygons = type === "Polygon" ? [coordinates] : coordinates;
  const offsets = type === "Polygon" ? [encodeOffsets] : encodeOffsets;
  return polygons.flatMap((rings, i) => rings.map((text, k) => decode(text, offsets[i][k])));
}

/** dissolve takes away the edges that two rings share and chains what is left: the outline of both together. */
function dissolve(rings) {
  const next = new Map();
  const edges = new Set(rings.flatMap((r) => r.map((p, i) => `${p}|${r[(i + 1) % r.length]}`)));
  for (const edge of edges) {
    const [a, b] = edge.split("|");
    if (edges.has(`${b}|${a}`)) continue;
    next.set(a, [...(next.get(a) ?? []), b]);
  }
  const out = [];
  while (next.size > 0) {
    const start = next.keys().next().value;
    const ring = [];
    for (let at = start; next.has(at); ) {
      ring.push(at.split(",").map(Number));
      const ways = next.get(at);
      const to = ways.pop();
      if (ways.length === 0) next.delete(at);
      at = to;
    }
    out.push(ring);
  }
  return out;
}

const area = (ring) => Math.abs(ring.reduce((sum, [x, y], i) => {
  const [u, v] = ring[(i + 1) % ring.length];
  return sum + x * v - u * y;
}, 0) / 2);

function inside([x, y], ring) {
  let odd = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [[a, b], [c, d]] = [ring[i], ring[j]];
    if (b > y !== d > y && x < ((c - a) * (y - b)) / (d - b) + a) odd = !odd;
  }
  return odd;
}

function toEdge([x, y], ring) {
  let least = Infinity;
  ring.forEach(([a, b], i) => {
    const [c, d] = ring[(i + 1) % ring.length];
    const length = (c - a) ** 2 + (d - b) ** 2;
    const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - a) * (c - a) + (y - b) * (d - b)) / length));
    least = Math.min(least, Math.hypot(x - a - t * (c - a), y - b - t * (d - b)));
  });
  return least;
}

/** heart is the point deepest inside a ring: there its number stands. */
function heart(ring) {
  const xs = ring.map((p) => p[0]), ys = ring.map((p) => p[1]);
  let [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  let best = { at: ring[0], depth: 0 };
  for (let round = 0; round < 3; round++) {
    const [w, h] = [(x1 - x0) / 24, (y1 - y0) / 24];
    for (let x = x0; x <= x1; x += w) for (let y = y0; y <= y1; y += h) {
      if (!inside([x, y], ring)) continue;
      const depth = toEdge([x, y], ring);
      if (depth > best.depth) best = { at: [x, y], depth };
    }
    const [x, y] = best.at;
    [x0, x1, y0, y1] = [x - w, x + w, y - h, y + h];
  }
  return best.at.map(Math.round);
}

function path(ring) {
  let [x, y] = ring[0];
  let d = `M${x} ${y}l`;
  d += ring.slice(1).map(([a, b]) => {
    const step = `${a - x} ${b - y}`;
    [x, y] = [a, b];
    return step;
  }).join(" ");
  return `${d.replaceAll(" -", "-")}z`;
}

for (const { file, code, merged, symbols } of provinces) {
  const source = JSON.parse(readFileSync(join(process.argv[2] ?? ".", `${file}.json`), "utf8"));
  const places = new Map();
  for (const { id, geometry, properties } of source.features) {
    const to = merged[id] ?? id;
    const known = places.get(to) ?? { adcode: to, name: "", rings: [] };
    if (to === id) known.name = properties.name;
    known.rings.push(...ringsOf(geometry));
    places.set(to, known);
  }
  for (const to of Object.values(merged)) places.get(to).rings = dissolve(places.get(to).rings);

  const all = [...places.values()].flatMap((p) => p.rings.flat());
  const xs = all.map((p) => p[0]), ys = all.map((p) => p[1]);
  const [west, east, south, north] = [xs, ys].flatMap((v) => [v.reduce((a, b) => Math.min(a, b)), v.reduce((a, b) => Math.max(a, b))]);
  const squeeze = Math.cos(((south + north) / 2 / 1024) * (Math.PI / 180));
  const scale = WIDTH / ((east - west) * squeeze);
  const project = ([x, y]) => [(x - west) * squeeze * scale, (north - y) * scale];

  const list = [...places.values()].sort((a, b) => a.adcode.localeCompare(b.adcode));
  const simple = simplifyRings(list.map((p) => p.rings.map((r) => r.map(project))), TOLERANCE);
  const drawn = [];
  const out = list.map(({ adcode, name }, i) => {
    const rings = simple[i].sort((a, b) => area(b) - area(a)).filter((r, k) => r.length > 2 && (k === 0 || area(r) >= SMALLEST));
    const dots = (symbols[adcode] ?? []).map(([lon, lat]) => {
      const [x, y] = project([lon * 1024, lat * 1024]).map(Math.round);
      return [[x - 8, y], [x, y - 8], [x + 8, y], [x, y + 8]];
    });
    drawn.push(...rings.flat(), ...dots.flat());
    return { adcode, name, at: heart(rings[0]), d: [...rings, ...dots].map(path).join("") };
  });
  const [left, right, top, bottom] = [0, 1].flatMap((k) => [drawn.reduce((a, p) => Math.min(a, p[k]), Infinity) - 6, drawn.reduce((a, p) => Math.max(a, p[k]), -Infinity) + 6]);
  const text = JSON.stringify({ province: code, box: [left, top, right - left, bottom - top], places: out });
  const packed = gzipSync(text, { level: 9 }).length;
  writeFileSync(new URL(`../public/maps/${code}.json`, import.meta.url), `${text}\n`);
  console.log(`${code}: ${out.length} places, ${(text.length / 1000).toFixed(1)} kB, ${(packed / 1000).toFixed(1)} kB gzip`);
  if (packed > LIMIT) throw new Error(`${code} is over ${LIMIT / 1000} kB gzip`);
}
