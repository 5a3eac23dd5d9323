import { yuan } from "./format";
import { Unknown } from "./Unknown";

interface Props {
  /** Amount in fen; null or undefined is unknown, never zero. */
  fen: number | null | undefined;
  /** Shown after the number, for instance "元" or "元/月". */
  unit?: string;
  why?: string;
}

/** MoneyText shows fen as yuan, right-aligned figures: "2,658.00". */
export function MoneyText({ fen, unit, why }: Props) {
  if (fen === null || fen === undefined) return <Unknown why={why} />;
  return <span className="zf-num">{yuan(fen)}{unit && <span className="zf-unit"> {unit}</span>}</span>;
}
