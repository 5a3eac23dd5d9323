import { describe, expect, it } from "vitest";
import { hunks, lineDiff } from "./lineDiff";

const shown = (a: string, b: string) => lineDiff(a, b).map((l) => ({ same: " ", added: "+", removed: "-" })[l.kind] + l.text);

describe("lineDiff", () => {
  it("keeps what is equal and marks what moved", () => {
    expect(shown("a\nb\nc", "a\nx\nc")).toEqual([" a", "-b", "+x", " c"]);
    expect(shown("a\nb", "a\nb")).toEqual([" a", " b"]);
    expect(shown("", "a\nb")).toEqual(["+a", "+b"]);
    expect(shown("a\nb", "")).toEqual(["-a", "-b"]);
    expect(shown("a\nb\nc\nd", "b\nc\ne\nd")).toEqual(["-a", " b", " c", "+e", " d"]);
  });

  it("gives back both texts, whatever they are", () => {
    const words = ["a", "b", "c"];
    let seed = 7;
    const next = (n: number) => (seed = (seed * 16807) % 2147483647) % n;
    for (let round = 0; round < 300; round++) {
      const text = () => Array.from({ length: 1 + next(9) }, () => words[next(3)]).join("\n");
      const [a, b] = [text(), text()];
      const lines = lineDiff(a, b);
      expect(lines.filter((l) => l.kind !== "added").map((l) => l.text).join("\n")).toBe(a);
      expect(lines.filter((l) => l.kind !== "removed").map((l) => l.text).join("\n")).toBe(b);
      for (const l of lines) {
        if (l.old) expect(a.split("\n")[l.old - 1]).toBe(l.text);
        if (l.new) expect(b.split("\n")[l.new - 1]).toBe(l.text);
      }
    }
  });
});

describe("hunks", () => {
  it("leaves out what is far from any change", () => {
    const far = lineDiff("1\n2\n3\n4\n5\n6\n7\n8\n9", "1\n2\n3\n4\nx\n6\n7\n8\n9");
    expect(hunks(far, 1).map((l) => l?.text ?? "…")).toEqual(["…", "4", "5", "x", "6", "…"]);
  });
});
