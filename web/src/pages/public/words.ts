import { yuan } from "@/components/format";

/** chineseDay writes 2026-12-03 as people say it: 12月3日. */
export function chineseDay(value: string): string {
  const [, month, day] = value.split("-");
  return `${Number(month)}月${Number(day)}日`;
}

/** chineseMonth writes 2026-12-01 as 2026年12月. */
export function chineseMonth(value: string): string {
  const [year, month] = value.split("-");
  return `${year}年${Number(month)}月`;
}

/** plainYuan leaves out the decimals where there are none, so that the amount is read at a glance: 265800 → 2,658元. */
export function plainYuan(fen: number): string {
  return `${yuan(fen).replace(/\.00$/, "")}元`;
}

/** leftText says how long an opinion can still be given. */
export function leftText(daysLeft: number, lastDay: string): string {
  if (daysLeft <= 0) return `今天（${chineseDay(lastDay)}）是最后一天`;
  return `还剩 ${daysLeft} 天，到${chineseDay(lastDay)}为止`;
}
