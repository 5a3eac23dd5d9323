export interface Difference {
  field: string;
  before: string;
  after: string;
}

function text(value: unknown): string {
  if (value === undefined || value === null || value === "") return "—";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

function asRecord(value: unknown): Record<string, unknown> {
  if (value === null || value === undefined) return {};
  return typeof value === "object" && !Array.isArray(value) ? (value as Record<string, unknown>) : { 内容: value };
}

/** differences lists the fields that an event changed, in the order of their names; equal fields are left out. */
export function differences(before: unknown, after: unknown): Difference[] {
  const [a, b] = [asRecord(before), asRecord(after)];
  return [...new Set([...Object.keys(a), ...Object.keys(b)])]
    .filter((field) => JSON.stringify(a[field]) !== JSON.stringify(b[field]))
    .sort((x, y) => x.localeCompare(y))
    .map((field) => ({ field, before: text(a[field]), after: text(b[field]) }));
}
