import { DatePicker } from "antd";
import dayjs from "dayjs";

interface Props {
  label: string;
  /** 2026-11-22 */
  value: string;
  onChange: (day: string) => void;
}

/** DayPicker chooses one day; import it lazily, because calendars are heavy. */
export default function DayPicker({ label, value, onChange }: Props) {
  return <DatePicker aria-label={label} allowClear={false} value={dayjs(value)} onChange={(day) => day && onChange(day.format("YYYY-MM-DD"))} />;
}
