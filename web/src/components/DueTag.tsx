import { CheckCircleOutlined, ClockCircleOutlined, ExclamationCircleOutlined, WarningOutlined } from "@ant-design/icons";

interface Props {
  /** Working days left; 0 is today, negative is late. */
  daysLeft: number | null | undefined;
  /** Natural days where the law counts so (公示). */
  natural?: boolean;
  done?: boolean;
}

/** dueText is the sentence of a deadline: 剩 2 个工作日, 今天到期, 逾期 1 天. */
export function dueText(daysLeft: number, natural = false): string {
  if (daysLeft < 0) return `逾期 ${-daysLeft} 天`;
  if (daysLeft === 0) return "今天到期";
  return natural ? `剩 ${daysLeft} 天` : `剩 ${daysLeft} 个工作日`;
}

/** DueTag shows the time left with colour, icon and words, never colour alone. */
export function DueTag({ daysLeft, natural, done }: Props) {
  if (done) return <span className="zf-tag zf-green"><CheckCircleOutlined aria-hidden /> 已办结</span>;
  if (daysLeft === null || daysLeft === undefined) return <span className="zf-tag zf-grey">不计时限</span>;
  const text = dueText(daysLeft, natural);
  if (daysLeft < 0) return <span className="zf-tag zf-red"><ExclamationCircleOutlined aria-hidden /> {text}</span>;
  if (daysLeft <= 2) return <span className="zf-tag zf-amber"><WarningOutlined aria-hidden /> {text}</span>;
  return <span className="zf-tag zf-grey"><ClockCircleOutlined aria-hidden /> {text}</span>;
}
