/** What the server says about cases, drafts and tasks (internal/casework and internal/task hold the meaning). */

export type Colour = "late" | "soon" | "ok" | "none";
export type CaseStatus = "open" | "confirmed" | "refused" | "withdrawn" | "terminated";
export type FactKind = "declared" | "verified" | "surveyed" | "adopted";
export type FactType = "money" | "money_monthly" | "int" | "bool" | "date" | "enum" | "decimal" | "division";
/** A fact as it is sent: fen, number, text, yes or no; null = asked, but the source does not know. */
export type FactValue = string | number | boolean | null;
export type Facts = Record<string, FactValue>;

export interface PackRef { name: string; version: string; digest: string }

export interface CaseSummary {
  id: string;
  number: string;
  item: string;
  item_name: string;
  division: string;
  division_name: string;
  applicant_name: string;
  member_count: number;
  status: CaseStatus;
  status_name: string;
  steps: string[];
  step_names: string[];
  submitted_at: string;
  step_due?: string;
  due?: string;
  left_days?: number;
  colour: Colour;
  amount_fen?: number;
  forwarded: boolean;
}

export interface CaseState {
  id: string;
  number: string;
  status: CaseStatus;
  version: number;
  open: { step: string; name: string; role: string; office: string; due?: string }[];
  message: string;
  again?: boolean;
  due?: string;
}

export interface CaseHeader {
  id: string;
  number: string;
  item: string;
  item_name: string;
  division: string;
  division_name: string;
  handed_in_division: string;
  handed_in_name: string;
  forwarded: boolean;
  household_id: string;
  applicant_id: string;
  applicant_name: string;
  member_count: number;
  status: CaseStatus;
  status_name: string;
  urban: boolean;
  proxy?: string;
  relative_declared: boolean;
  county_visit: "undrawn" | "not_drawn" | "drawn" | "relative" | "done";
  extended: boolean;
  submitted_at: string;
  accepted_at?: string;
  closed_at?: string;
  due?: string;
  total_days: number;
  used_days: number;
  left_days?: number;
  colour: Colour;
  amount_fen?: number;
  version: number;
  pack: PackRef;
  pack_changed: boolean;
}

export interface CaseStep {
  id?: string;
  step: string;
  name: string;
  state: "open" | "done" | "cancelled" | "coming";
  round: number;
  parallel?: string[];
  role: string;
  role_name: string;
  office: string;
  office_name: string;
  holder?: string;
  opened_at?: string;
  start_by?: string;
  due?: string;
  left_days?: number;
  colour: Colour;
  closed_at?: string;
  done_by?: string;
  exit?: string;
  exit_name?: string;
  comment?: string;
  data?: Record<string, unknown>;
  clause?: string;
}

export interface CaseMember {
  person_id: string;
  name: string;
  id_masked: string;
  relation: string;
  role: "applicant" | "member" | "supporter";
  sex: number;
  birth: string;
  age: number;
  authorised: boolean;
}

export interface FactCell {
  value: FactValue;
  text: string;
  source: string;
  note?: string;
  at: string;
  by_name: string;
}

/** One fact with its sources side by side. */
export interface FactSides {
  person_id?: string;
  member_name?: string;
  key: string;
  label: string;
  section: string;
  type: FactType;
  unit?: string;
  declared?: FactCell;
  verified?: FactCell;
  surveyed?: FactCell;
  adopted?: FactCell;
  best: FactValue;
  best_kind?: FactKind | "";
  differs: boolean;
  unexplained: boolean;
}

export interface Clause { id: string; document: string; article: string }

export interface ValueResult { id: string; label: string; unit: string; value: unknown; text: string }
export interface MissingFact { member?: string; fact: string; label: string }
export interface RuleResult {
  id: string;
  name: string;
  passed: boolean | null;
  text: string;
  reason: string;
  clause: Clause;
  values: ValueResult[] | null;
  missing?: MissingFact[];
}
export interface MemberResult {
  id: string;
  counted: boolean | null;
  exclusion?: string;
  reason?: string;
  clause?: Clause | null;
  values: ValueResult[] | null;
}
export interface ParameterUsed {
  id: string;
  label: string;
  unit: string;
  value: number | boolean | null;
  area?: string;
  status: string;
  carried?: boolean;
  source: Clause;
  note?: string;
}
export interface PolicyResult {
  item: string;
  item_name: string;
  date: string;
  outcome: "eligible" | "ineligible" | "needs_evidence";
  amount_fen: number | null;
  values: ValueResult[] | null;
  rules: RuleResult[] | null;
  missing: MissingFact[] | null;
  members: MemberResult[] | null;
  parameters: ParameterUsed[] | null;
  pack: PackRef;
}

export interface Objection {
  id: string;
  name?: string;
  contact?: string;
  text: string;
  channel: string;
  at: string;
  handled_at?: string;
  handled_by?: string;
  outcome?: string;
  answer?: string;
}

export interface Notice {
  id: string;
  posted_on: string;
  last_day: string;
  ended_at?: string;
  amount_fen: number;
  running: boolean;
  objections: number;
}

export interface Act { act: string; name: string; step?: string; blocked?: string }

export interface CaseEvent {
  id: string;
  at: string;
  actor_name: string;
  role_name: string;
  kind: string;
  step?: string;
  text: string;
  data?: Record<string, unknown>;
}

export interface CaseAttachment { id: string; kind: string; name: string; mime: string; size: number; by_name: string; at: string }
export interface CasePaper { id: string; kind: string; number: string; issued_at: string; by_name: string }
export interface Authorisation {
  person_id: string;
  name: string;
  number: string;
  signed_by: string;
  guardian: boolean;
  signed_on: string;
  withdrawn_at?: string;
}
export interface Relative { person_id: string; member: string; staff_name: string; office: string; relation: string }
export interface Decision { outcome: "confirmed" | "refused"; amount_fen: number; reason?: string; decided_at: string; by_name: string; pack: PackRef }

export interface CasePageData {
  case: CaseHeader;
  steps: CaseStep[];
  members: CaseMember[];
  facts: FactSides[];
  result?: PolicyResult;
  result_problem?: string;
  authorisations: Authorisation[];
  relatives: Relative[];
  notices: Notice[];
  objections: Objection[];
  decision?: Decision;
  events: CaseEvent[];
  papers: CasePaper[];
  attachments: CaseAttachment[];
  acts: Act[];
}

export interface FactField {
  key: string;
  label: string;
  help?: string;
  of: "household" | "member";
  type: FactType;
  unit?: string;
  options?: { code: string; label: string }[];
  section: string;
  sensitivity: string;
  asked: boolean;
  min?: number;
  max?: number;
}

export interface ItemMaterial { id: string; name: string; required: boolean; when?: string }
export interface ItemStep { step: string; name: string; role: string; level: string; days: number; calendar: string }
export interface ItemForm {
  id: string;
  name: string;
  kind: string;
  unit: "household" | "person";
  apply_text?: string;
  apply_at?: string;
  materials: ItemMaterial[];
  steps: ItemStep[];
  total_days: number;
  facts: FactField[];
}
export interface ItemForms { pack: PackRef; items: ItemForm[] }

export interface DraftSummary { id: string; kind: string; title: string; division: string; version: number; updated_at: string }

export interface TaskRow {
  root_id: string;
  id: string;
  kind: string;
  step?: string;
  division: string;
  division_name: string;
  title: string;
  subject: string;
  link: string;
  role: string;
  assignee?: string;
  mine: boolean;
  opened_at: string;
  due?: string;
  left_days?: number;
  colour: Colour;
  escalated_at?: string;
  escalated_here: boolean;
}
export interface TaskCounts { mine: number; office: number; unclaimed: number; soon: number; late: number; escalated: number }
