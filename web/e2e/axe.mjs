import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"];

/** What every page of a signed-in person has around it. */
const frame = [".zf-head", ".zf-side"];

/**
 * axe returns what is wrong with the page as it stands, one line for each kind of fault. Without the frame it looks at the page's own
 * content only: for one more page in a frame that was looked at before.
 */
export async function axe(page, { withoutFrame = false } = {}) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(source); // through the debugger: the page's own policy allows no foreign script
  return page.evaluate(async ([tags, exclude]) => {
    const { violations } = await window.axe.run(exclude.length > 0 ? { exclude } : document, { runOnly: tags, resultTypes: ["violations"] });
    return violations.map((v) => `${v.id}: ${v.help} — ${v.nodes.slice(0, 4).map((n) => `${n.target.join(" ")} ${n.html.slice(0, 140)} ${n.any.map((a) => a.message).join("; ").slice(0, 160)}`).join(" | ")}`);
  }, [tags, withoutFrame ? frame : []]);
}

/** accessible fails with what axe says of the page as it stands, and keeps a picture of it where pictures are wanted. */
export async function accessible(page, name) {
  const shots = process.env.E2E_SHOTS;
  if (shots) await page.screenshot({ path: `${shots}/state-${name}.png` });
  assert.deepEqual(await axe(page, { withoutFrame: true }), [], name);
}
