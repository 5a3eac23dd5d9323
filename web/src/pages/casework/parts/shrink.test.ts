import { describe, expect, it } from "vitest";
import { fit, shrink } from "./shrink";

describe("fit", () => {
  it.each([
    [4000, 3000, 2400, 1800],
    [3000, 4000, 1800, 2400],
    [800, 600, 800, 600],
    [10000, 1, 2400, 1],
  ])("%i × %i becomes %i × %i", (w, h, width, height) => expect(fit(w, h)).toEqual({ width, height }));
});

describe("shrink", () => {
  it("leaves small pictures and other files alone", async () => {
    const photo = new File(["x"], "a.jpg", { type: "image/jpeg" });
    const pdf = new File([new Uint8Array(2_000_000)], "a.pdf", { type: "application/pdf" });
    expect(await shrink(photo)).toBe(photo);
    expect(await shrink(pdf)).toBe(pdf);
  });
});
