import {
  CheckCircleOutlined, ClockCircleOutlined, CloseCircleOutlined, InfoCircleOutlined, MinusCircleOutlined,
} from "@ant-design/icons";
import type { ReactNode } from "react";

export type Tone = "blue" | "green" | "amber" | "red" | "grey";

const icons: Record<Tone, ReactNode> = {
  blue: <InfoCircleOutlined aria-hidden />,
  green: <CheckCircleOutlined aria-hidden />,
  amber: <ClockCircleOutlined aria-hidden />,
  red: <CloseCircleOutlined aria-hidden />,
  grey: <MinusCircleOutlined aria-hidden />,
};

/** StatusTag shows a state: blue in hand, green done, amber due, red late or refused, grey at rest. Its own mark stands in place of the tone's. */
export function StatusTag({ tone = "grey", mark, children }: { tone?: Tone; mark?: ReactNode; children: ReactNode }) {
  return <span className={`zf-tag zf-${tone}`}>{mark ?? icons[tone]} {children}</span>;
}
