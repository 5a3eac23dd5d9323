import type { Schemas } from "@/api/types";

type Lists<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };

export type PayrollSummary = Schemas["PayrollSummary"] & { division_name?: string };
export type TownTotal = Schemas["TownTotal"];
export type PayrollDetail = Lists<Schemas["PayrollDetail"], "towns"> & { division_name?: string };
export type PayrollPage = Lists<Schemas["PayrollPage"], "payrolls">;
export type PayrollLine = Schemas["PayrollLine"];
export type PayrollLinePage = Lists<Schemas["PayrollLinePage"], "lines">;
export type Entitlement = Schemas["Entitlement"];
export type EntitlementPage = Lists<Schemas["EntitlementPage"], "entitlements">;
