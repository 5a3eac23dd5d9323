// What holds on every page: it is usable by everybody (axe), asks nobody but our own server, throws nothing, and loads
// little script.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { axe } from "./axe.mjs";
import { phone, withWindow } from "./browser.mjs";
import { LIMIT, pageSizes } from "../scripts/sizes.mjs";
import { pages } from "./pages.mjs";

/** Pages of which the build does not tell that they keep to the limit, whatever they fetch while they are shown: these are measured. */
const heavy = new Set(pageSizes().filter((p) => p.most > LIMIT).map((p) => p.page));
const source = readFileSync(new URL("../src/routes.tsx", import.meta.url), "utf8");
const fileOf = new Map([...source.matchAll(/path: "([^"]+)".*?import\("\.\/pages\/([^"]+)"\)/g)].map((m) => [m[1], `${m[2]}.tsx`]));

export function quality(world) {
  // Two people at a time: much of a page's test is waiting for the page to fall silent.
  describe("every page", { concurrency: 2 }, () => {
    test("of routes.tsx is looked at", () => {
      const routes = [...source.matchAll(/path: "([^"]+)"/g)].map((m) => m[1]);
      const seen = new Set(pages.map((p) => p.route));
      assert.ok(routes.length > 20);
      assert.deepEqual(routes.filter((r) => !seen.has(r)), []);
      assert.deepEqual(routes.filter((r) => !fileOf.has(r)), []);
      assert.ok(heavy.size > 0 && heavy.size < routes.length);
    });

    for (const login of new Set(pages.map((p) => p.login))) {
      test(`is accessible, quiet and light: ${login ?? "without sign-in"}`, () =>
        withWindow(world, login, async (window) => {
          const faults = [];
          const framed = new Set();
          for (const page of pages.filter((p) => p.login === login)) faults.push(...(await look(window, page, framed)));
          assert.deepEqual(faults, []);
        }));
    }
  });
}

/** look opens a page at both widths and says what is wrong with it. framed are the widths at which the frame was looked at. */
async function look(window, def, framed) {
  const name = def.name ?? def.route;
  const faults = [];
  const path = def.at ? await def.at(window) : def.route;
  const first = framed.size === 0; // a person begins by loading the program
  if (first || heavy.has(fileOf.get(def.route))) {
    const script = await measureScript(window, path);
    if (script < LIMIT / 4) faults.push(`${name}: only ${script} bytes of script were counted`);
    if (script > LIMIT) faults.push(`${name}: ${Math.round(script / 1000)} kB of script at first load`);
  } else {
    await window.go(path);
  }
  for (const viewport of def.narrow ? [null, phone] : [null]) {
    const where = viewport ? `${name} at ${viewport.width} px` : name;
    if (viewport) await window.page.setViewportSize(viewport);
    if (viewport && def.open) await window.open(path);
    if (def.open) await def.open(window.page);
    await window.settled();
    if (viewport) {
      const wider = await window.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      if (wider > 0) faults.push(`${where}: ${wider} px wider than the screen`);
    }
    const width = viewport?.width ?? "wide";
    faults.push(...(await axe(window.page, { withoutFrame: framed.has(width) })).map((fault) => `${where}: ${fault}`));
    framed.add(width);
  }
  await window.page.setViewportSize({ width: 1440, height: 900 });
  return faults;
}

/** measureScript loads the page anew and counts the bytes of its script, compressed: the browser knows them for what it had kept, too. */
async function measureScript(window, path) {
  await window.open(path);
  return window.page.evaluate(() =>
    performance.getEntriesByType("resource").filter((e) => new URL(e.name).pathname.endsWith(".js")).reduce((sum, e) => sum + e.encodedBodySize, 0));
}
