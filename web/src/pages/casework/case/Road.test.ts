import { describe, expect, it } from "vitest";
import type { CaseStep } from "../types";
import { lanes } from "./Road";

const step = (name: string, parallel?: string[], round = 1): CaseStep => ({
  step: name, name, state: "coming", round, parallel, role: "", role_name: "", office: "", office_name: "", colour: "none",
});
const names = (steps: CaseStep[]) => lanes(steps).map((lane) => lane.map((s) => s.step));

describe("lanes", () => {
  it("sets parallel steps beside each other, whichever of them says so", () => {
    expect(names([step("accept"), step("verification", ["survey"]), step("survey", ["verification"]), step("opinion")])).toEqual([
      ["accept"], ["verification", "survey"], ["opinion"],
    ]);
    expect(names([step("verification"), step("survey", ["verification"])])).toEqual([["verification", "survey"]]);
  });
  it("brings them together wherever they stand", () => {
    expect(names([step("verification", ["survey"]), step("opinion"), step("survey", ["verification"])])).toEqual([["verification", "survey"], ["opinion"]]);
  });
  it("keeps a second round apart", () => {
    expect(names([step("verification", ["survey"]), step("survey", ["verification"], 2)])).toEqual([["verification"], ["survey"]]);
  });
});
