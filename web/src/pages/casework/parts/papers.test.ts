import { expect, it } from "vitest";
import { withoutScripts } from "./papers";

it("takes scripts and buttons out of a preview, and nothing else", () => {
  const html = '<h1>公示</h1><script src="/paper-assets/print.js" defer></script><button type="button">打印</button><p>陈桂兰</p>';
  expect(withoutScripts(html)).toBe("<h1>公示</h1><p>陈桂兰</p>");
});
