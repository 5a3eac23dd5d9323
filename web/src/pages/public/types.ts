import type { Schemas } from "@/api/types";

type Lists<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };

export type PublicNotice = Schemas["PublicNotice"];
export type PublicOffice = Schemas["Office"];
export type PublicBoard = Lists<Schemas["PublicBoard"], "notices" | "places">;
export type PublicBenefits = Lists<Schemas["PublicBenefits"], "benefits">;
export type ObjectionBody = Schemas["PublicObjection"];
export type ObjectionReceipt = Schemas["ObjectionReceipt"];
