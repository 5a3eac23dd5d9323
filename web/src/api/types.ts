/** A page of a list: the rows and the cursor of the next page, absent on the last. */
export interface Page<T> {
  items: T[];
  next?: string | null;
}

export interface Assignment {
  assignment_id: string;
  role: string;
  role_label: string;
  level: number;
  division: string;
  division_name: string;
  organisation: string;
}

/** Who is signed in, in which role at which place, and what that role may do. */
export interface Session {
  staff: { id: string; login: string; name: string };
  current: Assignment;
  assignments: Assignment[];
  actions: string[];
  csrf: string;
  demo: boolean;
  now: string;
}

export type SignInState = "signed_in" | "totp_required" | "totp_setup" | "password_change";

export interface SignInResult {
  state: SignInState;
  csrf: string;
  totp_uri?: string;
}

export interface DemoAccount {
  login: string;
  name: string;
  role_label: string;
  division_name: string;
  password: string;
}

export interface SessionRow {
  id: string;
  created_at: string;
  last_seen_at: string;
  remote: string;
  user_agent: string;
  current: boolean;
}

export interface Division {
  code: string;
  name: string;
  full_name: string;
  level: number;
  has_children: boolean;
  placeholder: boolean;
}

export interface StaffAssignment {
  role: string;
  role_label: string;
  division: string;
  division_name: string;
}

export interface Staff {
  id: string;
  login: string;
  name: string;
  organisation_id: string;
  organisation: string;
  assignments: StaffAssignment[];
  status: string;
  locked: boolean;
  /** An authenticator is set up. */
  totp?: boolean;
  version?: number;
  last_seen_at?: string | null;
}

export interface Organisation {
  id: string;
  name: string;
  kind: string;
  division: string;
  division_name: string;
  phone: string;
  address: string;
  active: boolean;
}

export interface AccessRow {
  action: string;
  label: string;
  grants: { role: string; levels: number[] }[];
}

export interface AuditRow {
  id: string;
  at: string;
  actor_name: string;
  role_label: string;
  action: string;
  action_label: string;
  object_kind: string;
  object_id: string;
  division_name: string;
  before?: unknown;
  after?: unknown;
  purpose?: string;
  sealed: boolean;
}

export interface AuditVerification {
  events: number;
  sealed: number;
  faults: { kind: string; event: string; at: string; text: string }[];
  checked_to: string;
}
