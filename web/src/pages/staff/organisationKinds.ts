/** Kinds of organisations that staff belong to. */
export const organisationKinds = [
  { value: "civil_affairs", label: "民政部门" },
  { value: "township", label: "乡镇人民政府（街道办事处）" },
  { value: "village_committee", label: "村（居）民委员会" },
  { value: "verification_centre", label: "核对机构" },
  { value: "finance", label: "财政部门" },
  { value: "department", label: "其他部门" },
  { value: "audit", label: "审计机构" },
];

export function kindLabel(kind: string): string {
  return organisationKinds.find((k) => k.value === kind)?.label ?? kind;
}
