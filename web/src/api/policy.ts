import type { Schemas } from "./types";

/** 文号 and article that a rule stands on. */
export type Clause = Schemas["Clause"];
export type PackSummary = Schemas["PolicyPackSummary"];
export type PackView = Schemas["PolicyPackView"];
export type PolicyDocument = Schemas["Document"];
export type PolicyItem = Schemas["Item"];
export type PolicyRule = Schemas["Rule"];
export type PolicyFact = Schemas["Fact"];
export type Procedure = Schemas["Procedure"];
export type ProcedureStep = Schemas["Step"];
export type Deadline = Schemas["Deadline"];
export type PolicyParameter = Schemas["PolicyParameterView"];
export type ParameterValue = Schemas["ParameterValue"];
