import type { Schemas } from "@/api/types";

export type PolicyList = Schemas["PolicyList"];
export type PolicyCard = Schemas["PolicyCard"];
export type PolicyPage = Schemas["PolicyPage"];
export type PolicyRoad = Schemas["PolicyRoadView"];
export type PolicyCondition = Schemas["PolicyCondition"];
export type FilterChoice = Schemas["FilterChoice"];
export type Standard = Schemas["PublicStandard"];
export type StandardValue = Schemas["PublicStandardValue"];
export type StandardList = Schemas["PublicStandardList"];
export type DocumentCard = Schemas["DocumentCard"];
export type DocumentPage = Schemas["DocumentPage"];
export type ClauseView = Schemas["ClauseView"];
export type ClauseStanding = Schemas["ClauseStanding"];
export type ClauseLinkData = Schemas["ClauseLink"];
