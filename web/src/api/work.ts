import type { Schemas } from "./types";

/** One duty of an inbox; its link is a path of this front end. */
export type TaskRow = Schemas["TaskRow"];
export type TaskPage = Schemas["TaskPage"];
export type TaskCounts = Schemas["TaskCounts"];

/** What the home page of a role shows. */
export type HomeNumbers = Schemas["HomeNumbers"];
