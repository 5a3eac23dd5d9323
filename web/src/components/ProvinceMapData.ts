import { queryOptions } from "@tanstack/react-query";

/** One place as drawn: `d` is its SVG path, `at` the point deepest inside, where its number stands. */
export interface MapShape {
  adcode: string;
  name: string;
  at: [number, number];
  d: string;
}

/** The outlines of one province; made by scripts/maps.mjs. */
export interface ProvinceOutline {
  province: string;
  /** x, y, width and height of what is drawn. */
  box: [number, number, number, number];
  places: MapShape[];
}

const outlined = new Set(["370000", "440000"]);

/** outlineOf names the outlines of a 12-digit division code; undefined where there are none to draw. */
export function outlineOf(division: string): string | undefined {
  const province = `${division.slice(0, 2)}0000`;
  return outlined.has(province) && division === `${province}000000` ? province : undefined;
}

/** outlineQuery fetches the outlines from our own host, once. */
export function outlineQuery(province: string) {
  return queryOptions({
    queryKey: ["maps", province],
    queryFn: async ({ signal }) => {
      const answer = await fetch(`/maps/${province}.json`, { signal });
      if (!answer.ok) throw new Error("地图没有取到，请重试。");
      return (await answer.json()) as ProvinceOutline;
    },
    staleTime: Infinity,
    gcTime: 30 * 60_000,
  });
}

/** One class of a map: the least and the greatest number in it. */
export interface MapClass {
  from: number;
  to: number;
}

/**
 * mapClasses puts numbers into at most `most` classes, so that numbers close to each other are of one class (Fisher's
 * natural breaks: the least sum of squared deviations). Zero is a class of its own: nothing is not little.
 */
export function mapClasses(values: readonly number[], most = 5): MapClass[] {
  const zero: MapClass[] = values.some((v) => v === 0) ? [{ from: 0, to: 0 }] : [];
  const rest = values.filter((v) => v !== 0).sort((a, b) => a - b);
  return [...zero, ...naturalBreaks(rest, most - zero.length)];
}

/** classOf is the index of the class that holds a value. */
export function classOf(classes: readonly MapClass[], value: number): number {
  return classes.findIndex((c) => value >= c.from && value <= c.to);
}

/** shade is 0 (white) for nothing and 1 (palest) to 5 for the rest; few classes are spread over the whole range. */
export function shade(classes: readonly MapClass[], value: number): number {
  if (value === 0) return 0;
  const some = classes.filter((c) => c.from !== 0);
  return some.length === 1 ? 3 : 1 + Math.round((classOf(some, value) / (some.length - 1)) * 4);
}

function naturalBreaks(sorted: readonly number[], most: number): MapClass[] {
  const distinct = [...new Set(sorted)];
  const counts = distinct.map((v) => sorted.filter((s) => s === v).length);
  const n = distinct.length;
  const k = Math.min(most, n);
  // best[c][j]: least deviation of the first j distinct values in c classes; cut[c][j]: where the last class begins.
  const best = Array.from({ length: k + 1 }, () => new Array<number>(n + 1).fill(Infinity));
  const cut = Array.from({ length: k + 1 }, () => new Array<number>(n + 1).fill(0));
  best[0]![0] = 0;
  for (let c = 1; c <= k; c++) {
    for (let j = c; j <= n; j++) {
      let weight = 0, sum = 0, squares = 0;
      for (let i = j - 1; i >= c - 1; i--) {
        const v = distinct[i]!, times = counts[i]!;
        weight += times;
        sum += times * v;
        squares += times * v * v;
        const total = best[c - 1]![i]! + squares - (sum * sum) / weight;
        if (total < best[c]![j]!) {
          best[c]![j] = total;
          cut[c]![j] = i;
        }
      }
    }
  }
  const out: MapClass[] = [];
  for (let c = k, end = n; c > 0; c--) {
    const begin = cut[c]![end]!;
    out.unshift({ from: distinct[begin]!, to: distinct[end - 1]! });
    end = begin;
  }
  return out;
}
