/** The roles a person can hold, in the order screens show them, with the levels they exist at (1 province … 5 village). */
export const roles = [
  { value: "village_assistant", label: "村级协理员", levels: [5] },
  { value: "town_clerk", label: "镇街经办", levels: [4] },
  { value: "town_head", label: "镇街负责人", levels: [4] },
  { value: "county_reviewer", label: "县级审核", levels: [3] },
  { value: "county_approver", label: "县级确认", levels: [3] },
  { value: "verification_officer", label: "核对人员", levels: [3] },
  { value: "finance_officer", label: "资金发放", levels: [3] },
  { value: "department_desk", label: "部门窗口", levels: [1, 2, 3, 4] },
  { value: "city_supervisor", label: "市级监管", levels: [2] },
  { value: "province_supervisor", label: "省级监管", levels: [1] },
  { value: "auditor", label: "审计人员", levels: [1, 2, 3] },
  { value: "administrator", label: "系统管理员", levels: [1, 2, 3] },
] as const;

export const levelNames: Record<number, string> = { 1: "省", 2: "市", 3: "县", 4: "镇街", 5: "村" };

export function roleLabel(role: string): string {
  return roles.find((r) => r.value === role)?.label ?? role;
}

export function roleLevels(role: string | undefined): readonly number[] | undefined {
  return roles.find((r) => r.value === role)?.levels;
}
