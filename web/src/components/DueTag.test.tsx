import { expect, it } from "vitest";
import { dueText } from "./DueTag";

it.each([
  [2, false, "剩 2 个工作日"], [0, false, "今天到期"], [-1, false, "逾期 1 天"], [7, true, "剩 7 天"], [-30, true, "逾期 30 天"],
])("%i days left (natural %s) is said as %s", (days, natural, text) => expect(dueText(days, natural)).toBe(text));
