import type { FormInstance } from "antd";
import { asApiError, type FieldError } from "@/api/errors";

export type NamePath = (string | number)[];

/** namePath reads the server's name of a field: "members[0].id_number" → ["members", 0, "id_number"]. */
export function namePath(name: string): NamePath {
  return name
    .split(/[.[\]/]+/)
    .filter(Boolean)
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

export interface Summary {
  /** The message for the whole form, with the reference to tell support. */
  message: string;
  reference: string;
  fields: { path: NamePath; message: string }[];
}

/** summaryOf makes the error summary of a failed submit and marks the fields the server named. */
export function summaryOf(form: FormInstance, thrown: unknown): Summary {
  const problem = asApiError(thrown);
  const fields = problem.errors.map((e: FieldError) => ({ path: namePath(e.name), message: e.message }));
  form.setFields(fields.map((f) => ({ name: f.path, errors: [f.message] })));
  return { message: problem.message, reference: problem.reference, fields };
}

/** jumpTo scrolls to a field and puts the cursor in it. */
export function jumpTo(form: FormInstance, path: NamePath): void {
  form.scrollToField(path, { block: "center" });
  const field: unknown = form.getFieldInstance(path);
  if (field && typeof field === "object" && "focus" in field && typeof field.focus === "function") field.focus();
  else document.getElementById(path.join("_"))?.focus(); // fields of our own carry the id and have no instance
}
