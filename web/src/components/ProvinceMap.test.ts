import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { classOf, mapClasses, outlineOf, shade, type ProvinceOutline } from "./ProvinceMapData";

describe("classes", () => {
  it.each<[string, number[], [number, number][]]>([
    ["nothing to draw", [], []],
    ["nothing late anywhere", [0, 0, 0], [[0, 0]]],
    ["one number", [7, 7], [[7, 7]]],
    ["no more classes than numbers", [0, 4, 2, 2, 2, 0], [[0, 0], [2, 2], [4, 4]]],
    ["numbers close to each other together", [1, 2, 3, 50, 51, 100, 200, 201, 400], [[1, 3], [50, 51], [100, 100], [200, 201], [400, 400]]],
    ["zero alone, four for the rest", [0, 1, 2, 3, 50, 51, 100, 400], [[0, 0], [1, 3], [50, 51], [100, 100], [400, 400]]],
  ])("%s", (_, values, want) => expect(mapClasses(values).map((c) => [c.from, c.to])).toEqual(want));

  it("holds every number in exactly one class, at most five, in order", () => {
    let seed = 7;
    const next = (below: number) => (seed = (seed * 48271) % 2147483647) % below;
    for (let round = 0; round < 300; round++) {
      const values = Array.from({ length: 1 + next(22) }, () => next(next(2) ? 12 : 5000));
      const classes = mapClasses(values);
      expect(classes.length).toBeLessThanOrEqual(5);
      for (const v of values) expect(classes.filter((c) => v >= c.from && v <= c.to), `${v} of ${values}`).toHaveLength(1);
      classes.slice(1).forEach((c, i) => expect(c.from).toBeGreaterThan(classes[i]!.to));
      const shades = classes.map((c) => shade(classes, c.from));
      expect(new Set(shades).size, `${values}`).toBe(classes.length);
      expect(shades).toEqual([...shades].sort((a, b) => a - b));
      expect(shades.every((s) => s >= 0 && s <= 5)).toBe(true);
    }
  });

  it("finds no class for a number that was not there", () => expect(classOf(mapClasses([1, 9]), 5)).toBe(-1));
  it.each([[[0, 3], [0, 3]], [[0, 3, 9], [0, 1, 5]], [[1, 10, 100, 1000, 10000], [1, 2, 3, 4, 5]]])(
    "shades %j as %j: white is kept for nothing", (values, want) => expect(values.map((v) => shade(mapClasses(values), v))).toEqual(want),
  );
});

it.each([["440000000000", "440000"], ["370000000000", "370000"], ["440100000000", undefined], ["430000000000", undefined], ["440104000000", undefined]])(
  "%s has the outline %s", (division, want) => expect(outlineOf(division)).toBe(want),
);

describe.each([["440000", 21], ["370000", 16]])("outline of %s", (province, cities) => {
  const text = readFileSync(`public/maps/${province}.json`);
  const map = JSON.parse(text.toString()) as ProvinceOutline;
  const [x, y, width, height] = map.box;

  it("weighs no more than 60 kB packed", () => expect(gzipSync(text).length).toBeLessThan(60_000));
  it(`has ${cities} cities of the province, each once`, () => {
    expect(new Set(map.places.map((p) => p.adcode)).size).toBe(cities);
    for (const p of map.places) {
      expect(p.adcode).toMatch(new RegExp(`^${province.slice(0, 2)}\\d\\d00$`));
      expect(p.name).toMatch(/市$/);
    }
  });
  it("draws every city inside the sheet, with its number inside the city's own box", () => {
    for (const p of map.places) {
      const points = trace(p.d);
      expect(points.length, p.name).toBeGreaterThan(8);
      for (const [px, py] of points) {
        expect(px >= x && px <= x + width && py >= y && py <= y + height, `${p.name} at ${px},${py}`).toBe(true);
      }
      const xs = points.map((q) => q[0]), ys = points.map((q) => q[1]);
      expect(p.at[0] > Math.min(...xs) && p.at[0] < Math.max(...xs) && p.at[1] > Math.min(...ys) && p.at[1] < Math.max(...ys), p.name).toBe(true);
    }
  });
});

/** trace walks a path of relative lines and gives its corners. */
function trace(d: string): [number, number][] {
  return d.split("z").filter(Boolean).flatMap((ring) => {
    const numbers = (ring.match(/-?\d+/g) ?? []).map(Number);
    let [px, py] = [0, 0];
    return Array.from({ length: numbers.length / 2 }, (_, i): [number, number] => {
      px += numbers[2 * i]!;
      py += numbers[2 * i + 1]!;
      return [px, py];
    });
  });
}
