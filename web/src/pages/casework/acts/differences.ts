import { yuan } from "@/components/format";
import type { FactSides, PolicyResult } from "../types";

export type Source = "declared" | "verified" | "surveyed";

export const sources: readonly (readonly [Source, string])[] = [["declared", "申报"], ["verified", "核对"], ["surveyed", "入户"]];

/** DifferenceGroup are the open differences that came about in the same way, and may be settled in the same way. */
export interface DifferenceGroup {
  id: "silent" | "found" | "seen";
  title: string;
  facts: FactSides[];
  /** Sources that every fact of the group has, and that say something of at least one. */
  sources: Source[];
}

const titles: Record<DifferenceGroup["id"], string> = {
  silent: "核对没有查明", found: "核对查到的与申报或入户不同", seen: "入户所见与申报不同",
};

/** groupsOf puts open differences together by how they came about, in the order of the facts within each. */
export function groupsOf(open: readonly FactSides[]): DifferenceGroup[] {
  return (Object.keys(titles) as DifferenceGroup["id"][]).flatMap((id) => {
    const facts = open.filter((f) => kindOf(f) === id);
    const common = sources.map(([s]) => s).filter((s) => facts.every((f) => f[s]) && facts.some((f) => f[s]?.value !== null));
    return facts.length > 0 ? [{ id, title: titles[id], facts, sources: common }] : [];
  });
}

function kindOf(f: FactSides): DifferenceGroup["id"] {
  if (!f.verified) return "seen";
  return f.verified.value === null ? "silent" : "found";
}

const outcomes: Record<string, string> = { eligible: "符合条件", ineligible: "不符合条件" };

/** changeText tells what believing so changes in the conclusion and in money. */
export function changeText(before: Pick<PolicyResult, "outcome" | "amount_fen">, after: Pick<PolicyResult, "outcome" | "amount_fen">): string {
  const told = (r: typeof before) => `${outcomes[r.outcome] ?? "证据不足"}${r.outcome === "eligible" && r.amount_fen != null ? `，每月 ${yuan(r.amount_fen)} 元` : ""}`;
  if (told(before) === told(after)) return "";
  const more = before.outcome === "eligible" && after.outcome === "eligible" && before.amount_fen != null && after.amount_fen != null ? after.amount_fen - before.amount_fen : 0;
  const by = more === 0 ? "" : `（每月${more > 0 ? "增加" : "减少"} ${yuan(Math.abs(more))} 元）`;
  return `采信前：${told(before)}；采信后：${told(after)}${by}。`;
}
