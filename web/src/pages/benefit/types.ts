/** One monthly payment list (月发放册) of a county and a benefit. */
export interface PayrollSummary {
  id: string;
  number: string;
  /** 12-digit code of the county. */
  division: string;
  division_name?: string;
  item: string;
  item_name: string;
  /** 2026-12 */
  month: string;
  state: "draft" | "approved";
  households: number;
  people: number;
  total_fen: number;
  /** The total in 大写. */
  total_chinese: string;
  /** Lines that a person has to look at. */
  problems: number;
  made_at: string;
  made_by_name: string;
  approved_at?: string;
  approved_by_name?: string;
  /** SM3 over the lines, once approved. */
  digest?: string;
  version: number;
}

export interface TownTotal {
  division: string;
  name: string;
  households: number;
  people: number;
  amount_fen: number;
  problems: number;
}

export interface PayrollDetail extends PayrollSummary {
  towns: TownTotal[];
}

export interface PayrollItem {
  id: string;
  name: string;
}

export interface PayrollPage {
  payrolls: PayrollSummary[];
  /** Benefits that lists can be made for. */
  items: PayrollItem[];
  next?: string;
}

/** One household on a list, identity and account masked. */
export interface PayrollLine {
  seq: number;
  household_id: string;
  payee_name: string;
  id_masked: string;
  bank_name: string;
  account_masked: string;
  member_count: number;
  amount_fen: number;
  division: string;
  division_name: string;
  problem?: string;
}

export interface PayrollLinePage {
  lines: PayrollLine[];
  next?: string;
}

/** What a household is due each month. */
export interface Entitlement {
  id: string;
  household_id: string;
  case_id: string;
  item: string;
  item_name: string;
  payee_id: string;
  payee_name: string;
  bank_name: string;
  /** Empty when none is registered. */
  account_masked: string;
  member_count: number;
  amount_fen: number;
  first_month: string;
  /** The first month that is no longer paid. */
  end_month?: string;
  ended_reason?: string;
  opened_at: string;
  division: string;
  division_name: string;
}

export interface EntitlementPage {
  entitlements: Entitlement[];
  next?: string;
}
