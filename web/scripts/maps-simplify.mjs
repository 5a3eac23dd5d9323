// Simplifies the rings of neighbouring places so that a border both share stays one line: rings are cut where three lines
// meet, and every piece is simplified once, in one direction, whichever place it belongs to.

const key = (p) => `${p[0]} ${p[1]}`;

/** simplifyRings takes rings per place and returns them with whole coordinates, simplified to a tolerance. */
export function simplifyRings(places, tolerance) {
  const neighbours = new Map();
  for (const ring of places.flat()) {
    ring.forEach((p, i) => {
      const set = neighbours.get(key(p)) ?? new Set();
      set.add(key(ring[(i + 1) % ring.length])).add(key(ring.at(i - 1)));
      neighbours.set(key(p), set);
    });
  }
  const done = new Map();
  const piece = (line) => {
    const forward = line.map(key).join();
    const backward = [...line].reverse().map(key).join();
    const turned = backward < forward;
    const name = turned ? backward : forward;
    if (!done.has(name)) done.set(name, thin(turned ? [...line].reverse() : line, tolerance).map((p) => p.map(Math.round)));
    const result = done.get(name);
    return turned ? [...result].reverse() : result;
  };
  return places.map((rings) => rings.map((ring) => {
    const cuts = ring.flatMap((p, i) => (neighbours.get(key(p)).size > 2 ? [i] : []));
    if (cuts.length === 0) cuts.push(lowest(ring));
    const out = cuts.flatMap((from, n) => {
      const to = cuts[(n + 1) % cuts.length];
      const line = to > from ? ring.slice(from, to + 1) : [...ring.slice(from), ...ring.slice(0, to + 1)];
      return piece(line).slice(0, -1);
    });
    return out.filter((p, i) => key(p) !== key(out[(i + 1) % out.length]));
  }));
}

/** lowest is where a ring without neighbours begins, the same whoever holds it. */
function lowest(ring) {
  return ring.reduce((best, p, i) => (p[0] < ring[best][0] || (p[0] === ring[best][0] && p[1] < ring[best][1]) ? i : best), 0);
}

/** thin is Douglas and Peucker's: keep the point that is farthest off while it is off by more than the tolerance. */
function thin(line, tolerance) {
  if (line.length < 3) return line;
  const [a, b] = [line[0], line.at(-1)];
  let far = 0, most = -1;
  for (let i = 1; i < line.length - 1; i++) {
    const off = distance(line[i], a, b);
    if (off > most) [far, most] = [i, off];
  }
  if (most <= tolerance) return [a, b];
  return [...thin(line.slice(0, far + 1), tolerance).slice(0, -1), ...thin(line.slice(far), tolerance)];
}

function distance([x, y], [a, b], [c, d]) {
  const length = Math.hypot(c - a, d - b);
  return length === 0 ? Math.hypot(x - a, y - b) : Math.abs((c - a) * (b - y) - (a - x) * (d - b)) / length;
}
