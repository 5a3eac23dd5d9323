import { describe, expect, it } from "vitest";
import { clauseText, grouped, lacking } from "./ResultPanel";

const members = [{ person_id: "p1", name: "李建国" }];
const missing = [
  { member: "p1", fact: "income_wage", label: "工资性收入" },
  { member: "p1", fact: "income_other", label: "其他应计入的收入" },
  { fact: "vehicles", label: "机动车辆数" },
];

describe("missing evidence in words", () => {
  it("names the person, never the key of the record", () => {
    expect(grouped(missing, members)).toEqual(["李建国：工资性收入、其他应计入的收入", "全家：机动车辆数"]);
    expect(lacking(missing, members)).toBe("未知：李建国的工资性收入、李建国的其他应计入的收入等 3 项");
    expect(lacking([], members)).toBe("");
  });
});

describe("clauseText", () => {
  it("is the number of the document and the article", () => {
    expect(clauseText({ id: "MZF57", document: "民发〔2021〕57号", article: "第十三条" })).toBe("民发〔2021〕57号第十三条");
    expect(clauseText(null)).toBe("");
  });
});
