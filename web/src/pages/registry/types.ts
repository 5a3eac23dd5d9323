import type { Schemas } from "@/api/types";

/** Filled says that the lists of an answer are there: the register always sends lists, empty ones included. */
export type Filled<T> = { [K in keyof T]: NonNullable<T[K]> extends readonly (infer E)[] ? Filled<E>[] : T[K] };

export type Place = Schemas["Place"];
export type PersonDetail = Schemas["PersonDetail"];
export type PersonLine = Filled<Schemas["PersonLine"]>;
export type SearchPage = Filled<Schemas["SearchPage"]>;
export type IdReading = Schemas["IDReading"];
export type Touch = Schemas["Touch"];
export type PersonHousehold = Schemas["PersonMembering"];
export type PersonCategory = Schemas["HeldCategory"];
export type PersonFile = Filled<Schemas["PersonFile"]>;
export type HouseholdMember = Filled<Schemas["HouseholdMember"]>;
export type HouseholdDetail = Filled<Schemas["HouseholdDetail"]>;
export type CodeTable = Filled<Schemas["Table"]>;
export type CodeEntry = Schemas["Entry"];

/** One file per household (一户一档). */
export interface HouseholdFile {
  household: HouseholdDetail;
  touches: Touch[];
}

export type PersonBody = Schemas["PersonBody"];
export type PersonChangeBody = Schemas["PersonChangeBody"];
export type DeathBody = Schemas["DeathBody"];
export type HouseholdBody = Schemas["HouseholdBody"];
export type NewMemberBody = Schemas["NewMemberBody"];
export type LeavingBody = Schemas["LeavingBody"];
export type NewHeadBody = Schemas["NewHeadBody"];
export type MoveHouseholdBody = Schemas["MoveHouseholdBody"];
