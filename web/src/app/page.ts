import type { ReactNode } from "react";
import type { MenuGroup } from "./menu";

/** One page of the front end. routes.tsx is the list of them. */
export interface PageDef {
  /** Path in TanStack Router form: "/cases/$id". */
  path: string;
  /** Shown in the browser tab and, with a group, in the menu. */
  title: string;
  load: () => Promise<{ default: () => ReactNode }>;
  /** Absent: the page is reached from other pages and stands in no menu. */
  group?: MenuGroup;
  icon?: ReactNode;
  /** The role needs any one of these (names of the access table); absent: every signed-in person. */
  actions?: readonly string[];
  /** With the letter g before it: "h" makes "g h" jump here. */
  hotkey?: string;
  /** staff (default): header and menu, needs a session. public: a plain page for everybody. bare: nothing round it. */
  frame?: "staff" | "public" | "bare";
}
