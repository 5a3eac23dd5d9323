import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"];

/** axe returns what is wrong with the page as it stands, one line for each kind of fault. */
export async function axe(page) {
  await page.evaluate(source); // through the debugger: the page's own policy allows no foreign script
  return page.evaluate(async (tags) => {
    const { violations } = await window.axe.run(document, { runOnly: tags, resultTypes: ["violations"] });
    return violations.map((v) => `${v.id}: ${v.help} — ${v.nodes.slice(0, 4).map((n) => `${n.target.join(" ")} ${n.html.slice(0, 140)} ${n.any.map((a) => a.message).join("; ").slice(0, 160)}`).join(" | ")}`);
  }, tags);
}
