const names: Record<string, string> = {
  person: "人员", household: "家庭", case: "案件", staff: "工作人员", organisation: "机构", session: "登录", task: "待办",
  entitlement: "待遇", payroll: "发放册", notice: "公示", objection: "异议", attachment: "材料", paper: "文书", policy: "政策包",
  category: "身份", survey: "入户调查", division: "行政区划", audit: "审计", liveness_campaign: "活体认证批次",
  request: "被拒绝的访问", verification_order: "核对委托", verification_report: "核对报告", verification_household: "核对家庭", verification_objection: "核对异议",
  verification_client: "委托单位", authorisation: "核对授权", self_service_link: "自助链接", exchange_source: "信息来源", exchange_message: "查询报文",
};

/** objectKind names in Chinese what an audit event is about. */
export function objectKind(kind: string): string {
  return names[kind] ?? kind;
}
