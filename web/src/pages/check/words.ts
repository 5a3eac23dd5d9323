import { plainYuan } from "@/pages/public/words";

const periods: Record<string, string> = { fen_per_month: "每月大约 ", fen_per_year: "每年大约 ", fen_once: "一次大约 ", fen: "大约 " };

/** amountText says an estimate as people say it. */
export function amountText(amount: number, unit: string): string {
  if (unit === "kwh_per_month") return `每月大约 ${amount} 度电`;
  return `${periods[unit] ?? "大约 "}${plainYuan(amount)}`;
}
