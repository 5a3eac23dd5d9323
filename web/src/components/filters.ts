/** One filter of a list; all of them stand in one row. */
export type FilterDef =
  /** secret: personal data (a name, an ID number) that must not stay in the browser. */
  | { kind: "text"; name: string; label: string; width?: number; secret?: boolean }
  | { kind: "select"; name: string; label: string; options: readonly { value: string; label: string }[]; width?: number }
  | { kind: "division"; name: string; label: string; levels?: readonly number[]; width?: number }
  | { kind: "dates"; from: string; to: string; label: string; width?: number }
  | { kind: "check"; name: string; label: string };

export type FilterValues = Record<string, string>;

/** Names that a filter writes into the query. */
export function namesOf(filters: readonly FilterDef[]): string[] {
  return filters.flatMap((f) => (f.kind === "dates" ? [f.from, f.to] : [f.name]));
}

function keyOf(staffId: string, list: string): string {
  return `zf.filters.${staffId}.${list}`;
}

/**
 * initialFilters: what the address asks for wins (a chart or the search opened the list), else what this person used last
 * on this list, else the defaults. Names the list does not know are dropped.
 */
export function initialFilters(
  staffId: string, list: string, filters: readonly FilterDef[], asked: Record<string, unknown>, defaults: FilterValues,
): FilterValues {
  const names = namesOf(filters);
  const pick = (from: Record<string, unknown>): FilterValues =>
    Object.fromEntries(
      names.filter((n) => from[n] !== undefined && from[n] !== null && from[n] !== "").map((n) => [n, String(from[n])]),
    );
  const fromAddress = pick(asked);
  if (Object.keys(fromAddress).length > 0) return fromAddress;
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(staffId, list)) ?? "null");
    if (kept && typeof kept === "object") return pick(kept as Record<string, unknown>);
  } catch {
    // an unreadable memory is no reason to fail: the defaults serve
  }
  return pick(defaults);
}

/** rememberFilters keeps what a person chose on a list for the next time, without what is secret. */
export function rememberFilters(staffId: string, list: string, values: FilterValues, filters: readonly FilterDef[] = []): void {
  const secret = new Set(filters.flatMap((f) => (f.kind === "text" && f.secret ? [f.name] : [])));
  const kept = Object.fromEntries(Object.entries(values).filter(([name]) => !secret.has(name)));
  localStorage.setItem(keyOf(staffId, list), JSON.stringify(kept));
}
