export interface Place {
  code: string;
  /** From the province down; empty for a division outside the data. */
  name: string;
}

/** A person as screens show it: personal data masked. */
export interface PersonDetail {
  id: string;
  number: string;
  version: number;
  name: string;
  sex: string;
  birth: string;
  age: number;
  death_date?: string;
  id_mask: string;
  phone_mask: string;
  account_mask: string;
  account_holder: string;
  bank_name: string;
  address_mask: string;
  place: Place;
  register: Place;
  residence: Place;
  ethnicity: string;
  marital: string;
  health: string;
  education: string;
  schooling: string;
  work_ability: string;
  serious_illness: string;
  disability_mask: string;
  /** 0 = none. */
  disability_type: number;
  disability_grade: number;
}

/** A line of a file: one thing that touched the person or household. */
export interface Touch {
  at: string;
  kind: string;
  title: string;
  text: string;
  link?: string;
}

export interface HouseholdMember {
  person_id: string;
  number: string;
  name: string;
  sex: string;
  birth: string;
  age: number;
  id_mask: string;
  phone_mask: string;
  relation: string;
  relation_label: string;
  lives_together: boolean;
  since: string;
  until?: string;
  death_date?: string;
  categories: string[];
}

export interface HouseholdDetail {
  id: string;
  number: string;
  version: number;
  place: Place;
  urban: boolean;
  address_mask: string;
  head_id: string;
  /** The head died or left: a new one must be named. */
  head_departed: boolean;
  since: string;
  until?: string;
  /** Present members first, then former ones. */
  members: HouseholdMember[];
}

export interface CodeEntry {
  code: string;
  label: string;
  group?: boolean;
}

export interface CodeTable {
  name: string;
  title: string;
  standard: string;
  entries: CodeEntry[];
}

/** What an ID number says by itself. */
export interface IdReading {
  birth: string;
  sex: string;
  age: number;
  /** Of the first registration; the county may no longer exist, its name is then empty. */
  division: Place;
}

/** A line of the search result. */
export interface PersonLine {
  person_id: string;
  number: string;
  name: string;
  sex: string;
  birth: string;
  age: number;
  id_mask: string;
  phone_mask: string;
  household_id?: string;
  household_number?: string;
  division_name: string;
  categories: string[];
  status: "living" | "deceased";
}

export interface SearchPage {
  /** What the query was taken for. */
  by: "id_number" | "phone" | "number" | "name";
  items: PersonLine[];
  next?: string;
}

/** A household that a person belongs to or belonged to. */
export interface PersonHousehold {
  household_id: string;
  number: string;
  place: Place;
  relation: string;
  relation_label: string;
  lives_together: boolean;
  head: boolean;
  since: string;
  until?: string;
}

/** An identity (身份) over time. */
export interface PersonCategory {
  kind: string;
  label: string;
  since: string;
  until?: string;
  case_id?: string;
  source: string;
}

/** 一人一档案: the person with everything that touched them. */
export interface PersonFile {
  person: PersonDetail;
  households: PersonHousehold[];
  categories: PersonCategory[];
  touches: Touch[];
}

/** One file per household. */
export interface HouseholdFile {
  household: HouseholdDetail;
  touches: Touch[];
}
