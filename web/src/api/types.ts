import type { components } from "./schema";

/** The shapes of the server's own description; a change there is a type error here. */
export type Schemas = components["schemas"];

/** A page of a list: the rows and the cursor of the next page, absent on the last. */
export interface Page<T> {
  items: T[] | null;
  next?: string | null;
}

/** Who is signed in, in which role at which place, and what that role may do. */
export type Session = Schemas["SessionView"];
export type Assignment = Schemas["SessionDuty"];
export type SignInResult = Schemas["SignInProgress"];
export type SignInState = SignInResult["state"];
export type DemoAccount = Schemas["DemoAccountView"];
export type SessionRow = Schemas["OpenSessionView"];
export type Division = Schemas["DivisionView"];
export type Staff = Schemas["StaffView"];
export type StaffPassword = Schemas["StaffPassword"];
export type Organisation = Schemas["OrganisationView"];
export type AccessTable = Schemas["AccessTable"];
export type AccessRow = Schemas["AccessRow"];
export type AuditRow = Schemas["AuditLine"];
export type AuditVerification = Schemas["AuditVerification"];
