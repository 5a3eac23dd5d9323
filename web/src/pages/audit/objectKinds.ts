const names: Record<string, string> = {
  person: "人员", household: "家庭", case: "案件", staff: "工作人员", organisation: "机构", session: "登录", task: "待办",
  entitlement: "待遇", payroll: "发放册", notice: "公示", objection: "异议", attachment: "材料", paper: "文书", policy: "政策包",
  category: "身份", survey: "入户调查", division: "行政区划", audit: "审计", liveness_campaign: "活体认证批次",
};

/** objectKind names in Chinese what an audit event is about. */
export function objectKind(kind: string): string {
  return names[kind] ?? kind;
}
