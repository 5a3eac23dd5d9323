import { expect, it } from "vitest";
import { namePath } from "./formErrors";

it.each([
  ["login", ["login"]],
  ["members[0].id_number", ["members", 0, "id_number"]],
  ["body.members.12.name", ["body", "members", 12, "name"]],
  ["assignments/1/division", ["assignments", 1, "division"]],
])("%s is the path of a form field", (name, path) => expect(namePath(name)).toEqual(path));
