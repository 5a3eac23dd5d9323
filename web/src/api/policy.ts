/** 文号 and article that a rule stands on. */
export interface Clause {
  id: string;
  document: string;
  article: string;
}

export interface PackSummary {
  name: string;
  title: string;
  version: string;
  digest: string;
  parent: string;
  items: number;
  rules: number;
  cases: number;
}

export interface PolicyDocument {
  id: string;
  number: string;
  title: string;
  in_force?: string;
  reading: "regulation" | "mirrored" | "sample";
  note?: string;
}

export interface PolicyRule {
  id: string;
  name: string;
  when?: string;
  item?: string;
  text: string;
  reason: string;
  clause: Clause;
  from?: string;
  until?: string;
  origin: string;
}

export interface PolicyExclusion {
  id: string;
  name: string;
  when: string;
  reason: string;
  clause: Clause;
  origin: string;
}

export interface PolicyItem {
  id: string;
  name: string;
  kind: string;
  unit: string;
  from?: string;
  clause: Clause | null;
  apply?: { who: string; where: string; text: string; clause: Clause };
  materials: { id: string; name: string; required: boolean; when?: string; clause: Clause }[] | null;
  exclusions: PolicyExclusion[] | null;
  values: { id: string; label: string; unit: string; expr?: string; sum?: string; count?: string; any?: string; over?: string; hidden?: boolean }[] | null;
  rules: PolicyRule[] | null;
  amount?: { expr: string; label: string; unit: string; clause: Clause; rounding: { rule: string; status: string; note?: string } };
  procedure: string;
  variants?: Record<string, string>;
  reverification?: { what: string; who: string; months: number; clause: Clause }[];
  derives?: { name: string; clause: Clause }[];
  excludes?: { name: string; clause: Clause }[];
}

export interface Deadline {
  calendar: string;
  since: string;
  days: number;
  status: string;
  clause: Clause;
}

export interface ProcedureStep {
  id: string;
  name: string;
  actor: { role: string; level: string };
  starts_within?: Deadline;
  deadline?: Deadline;
  after?: string[];
  clock: string;
  exits: { action: string; name: string; to: string[]; returns?: boolean }[];
  clause: Clause;
}

export interface Procedure {
  id: string;
  name: string;
  start: string;
  ends: { code: string; label: string }[];
  steps: ProcedureStep[];
  totals: { id: string; name: string; deadline: Deadline }[];
  clause: Clause;
}

export interface PolicyFact {
  key: string;
  label: string;
  help?: string;
  of: string;
  type: string;
  section: string;
  sensitivity: string;
  asked: boolean;
}

export interface PackView extends PackSummary {
  documents: PolicyDocument[];
  item_list: PolicyItem[];
  procedures: Procedure[];
  facts: PolicyFact[];
  sources: string[];
}

export interface ParameterValue {
  divisions: string[];
  from: string;
  until?: string;
  known_until?: string;
  value?: string;
  urban?: string;
  rural?: string;
  status: string;
  source: Clause;
  note?: string;
}

export interface PolicyParameter {
  id: string;
  label: string;
  type: string;
  unit: string;
  fallback?: string;
  values: ParameterValue[];
  now?: { value: number | boolean | null; area?: string; status: string; carried?: boolean; source: Clause; note?: string };
}
