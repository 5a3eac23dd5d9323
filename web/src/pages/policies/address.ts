import { useNavigate, useSearch } from "@tanstack/react-router";

/** What the address of a policy page says: the place and the search, so that a link opens what somebody saw. */
export interface PolicyAddress {
  division?: number;
  q?: string;
  theme?: string;
  department?: string;
}

/** divisionOf reads a place from an address; anything that is no 12-digit code is no place. */
export function divisionOf(value: unknown): string {
  const code = String(value ?? "");
  return /^\d{12}$/.test(code) ? code : "";
}

/** placeSearch is the part of an address that keeps the place on the way to another page. */
export function placeSearch(division: string): PolicyAddress {
  return division ? { division: Number(division) } : {};
}

export function usePolicyAddress() {
  const asked = useSearch({ strict: false }) as Record<string, unknown>;
  const navigate = useNavigate();
  const text = (name: string) => (asked[name] === undefined ? "" : String(asked[name]));
  const address = { division: divisionOf(asked.division), q: text("q"), theme: text("theme"), department: text("department") };
  const change = (next: Partial<typeof address>, replace = false) => {
    const to = { ...address, ...next };
    void navigate({
      to: ".",
      replace,
      resetScroll: false,
      search: { ...placeSearch(to.division), q: to.q || undefined, theme: to.theme || undefined, department: to.department || undefined } as never,
    });
  };
  return { address, change };
}
