/** Words of the policy packs, as people read them. */
export const kinds: Record<string, string> = {
  basic: "基本生活救助", special: "专项救助", emergency: "急难救助", service: "服务类救助", charity: "慈善帮扶", other: "其他",
};

export const units: Record<string, string> = { household: "按户", person: "按人" };

export const levels: Record<string, string> = { province: "省级", city: "市级", county: "县级", town: "镇街", village: "村级" };

export const sinces: Record<string, string> = {
  step_start: "本环节开始", acceptance: "受理", decision: "作出决定", submission: "提交申请",
};

export const readings: Record<string, string> = {
  regulation: "法规原文", mirrored: "转载页面，引用前复核", sample: "没有来源，仅作示例",
};

export const factTypes: Record<string, string> = {
  money: "金额", money_monthly: "金额（每月）", int: "整数", bool: "是否", date: "日期", enum: "选项", decimal: "小数", division: "行政区划",
};

export const sensitivities: Record<string, string> = { public: "公开", sensitive: "敏感", secret: "保密" };

const unitWords: Record<string, string> = {
  fen_per_month: "元/月", fen: "元", fen_per_year: "元/年", fen_once: "元（一次）", kwh_per_month: "度/月", days: "天", months: "个月", count: "", persons: "人", points: "分", ratio: "倍", percent: "%",
};

/** written shows a value as the pack writes it (money in yuan, ratios as decimals) with its unit. */
export function written(value: string, type: string, unit: string): string {
  if (type === "bool") return value.toLowerCase() === "true" ? "是" : "否";
  const word = unitWords[unit] ?? unit;
  const text = type === "money" ? value.replace(/^(\d+)(\.\d+)?$/, (_, whole: string, part = "") => `${whole.replace(/\B(?=(\d{3})+$)/g, ",")}${(part || ".00").padEnd(3, "0")}`) : value;
  return word ? `${text} ${word}` : text;
}

/** computed shows a value as the engine sees it: money in fen, ratios in ten-thousandths. */
export function computed(value: unknown, type: string, unit: string): string {
  if (value === null || value === undefined) return "未知";
  if (typeof value === "boolean") return value ? "是" : "否";
  if (typeof value !== "number") return String(value);
  if (type === "money") return written((value / 100).toFixed(2), type, unit);
  return written(String(type === "ratio" ? value / 10_000 : value), type, unit);
}
