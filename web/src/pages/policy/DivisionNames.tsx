import { useQueries } from "@tanstack/react-query";
import { childrenQuery } from "@/components/divisions";

/** parentOf is the division above a prefix (2, 4, 6, 9 or 12 digits); provinces stand under nothing. */
export function parentOf(prefix: string): string {
  const above = [9, 6, 4, 2].find((length) => length < prefix.length);
  return above ? prefix.slice(0, above).padEnd(12, "0") : "";
}

/** DivisionNames writes the prefixes of a parameter ("4401") as names; a code whose name is not known stays a code. */
export function DivisionNames({ codes }: { codes: string[] }) {
  const prefixes = codes.filter((code) => code !== "all");
  const parents = [...new Set(prefixes.map(parentOf))];
  const lists = useQueries({ queries: parents.map((parent) => childrenQuery(parent, true)) });
  const names = new Map(lists.flatMap((list) => (list.data ?? []).map((d) => [d.code, d.name] as const)));
  if (codes.includes("all")) return <>全部地区</>;
  return <>{prefixes.map((prefix) => names.get(prefix.padEnd(12, "0")) ?? prefix).join("、")}</>;
}
