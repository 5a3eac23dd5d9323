import { expect, test } from "vitest";
import { factsBody } from "./PersonFields";
import { sealedChange } from "./SealedItem";

test("a sealed field is kept, cleared or changed, and opened without a word it is kept", () => {
  expect(sealedChange(undefined)).toBeUndefined();
  expect(sealedChange(" ")).toBeUndefined();
  expect(sealedChange("")).toBe("");
  expect(sealedChange(" 13800000000 ")).toBe("13800000000");
});

test("what is not known is sent as empty, and disability as numbers", () => {
  const body = factsBody({ disability_type: "4", disability_grade: "2", bank_name: " 农业银行 " });
  expect(body).toMatchObject({ disability_type: 4, disability_grade: 2, bank_name: "农业银行", marital: "" });
  expect(factsBody({}).disability_type).toBe(0);
});
