import type { Schemas } from "@/api/types";

type Lists<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };

export type Choice = Schemas["Choice"];
export type Who = Schemas["Who"];
export type Question = Schemas["Question"];
export type CheckScreen = Omit<Schemas["Screen"], "questions"> & { questions: Question[] };
export type CheckStart = Omit<Lists<Schemas["Start"], "relations">, "themes"> & { themes: Lists<Schemas["Theme"], "items">[] };
export type Finding = Lists<Schemas["Finding"], "reasons" | "unknown" | "materials" | "notes">;
export type CheckReply = Omit<Schemas["Reply"], "results" | "screen"> & { results: Finding[]; screen?: CheckScreen };
export type CheckBody = Schemas["Answers"];
