import { Link } from "@tanstack/react-router";
import { placeSearch } from "./address";

const tabs = [
  { to: "/policies", label: "政策清单" },
  { to: "/policies/standards", label: "各地标准" },
  { to: "/policies/documents", label: "政策文件" },
] as const;

/** PolicyNav leads between the three parts of the library and keeps the chosen place. */
export function PolicyNav({ here, division }: { here: (typeof tabs)[number]["to"] | ""; division: string }) {
  return (
    <nav aria-label="政策库" className="zb-tabs zp-screen">
      {tabs.map((tab) => (
        <Link key={tab.to} to={tab.to} search={placeSearch(division) as never} activeOptions={{ exact: true }} aria-current={here === tab.to ? "page" : undefined}>
          {tab.label}
        </Link>
      ))}
    </nav>
  );
}
