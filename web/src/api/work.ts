import type { Page } from "./types";

/** One duty of an inbox. */
export interface TaskRow {
  root_id: string;
  id: string;
  kind: string;
  step?: string;
  division: string;
  division_name: string;
  title: string;
  subject: string;
  /** Path in this front end. */
  link: string;
  mine: boolean;
  opened_at: string;
  due?: string | null;
  left_days?: number | null;
  colour: "late" | "soon" | "ok" | "none";
  escalated_here: boolean;
}

export type TaskPage = Page<TaskRow>;

export interface TaskCounts {
  mine: number;
  office: number;
  unclaimed: number;
  soon: number;
  late: number;
  escalated: number;
}

/** What the home page of a role shows. */
export interface HomeNumbers {
  today: string;
  tasks_open: number;
  tasks_soon: number;
  tasks_late: number;
  tasks_escalated: number;
  cases_by_step: { step: string; name: string; count: number; late: number }[] | null;
  cases_open: number;
  submitted_this_month: number;
  confirmed_this_month: number;
  refused_this_month: number;
  areas: { division: string; division_name: string; open: number; late: number }[] | null;
}
