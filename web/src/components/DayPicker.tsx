import { DatePicker } from "antd";
import dayjs from "dayjs";

interface Props {
  label: string;
  /** 2026-11-22 */
  value: string;
  onChange: (day: string) => void;
  /** The day may stay empty. */
  optional?: boolean;
}

/** DayPicker chooses one day; import it lazily, because calendars are heavy. */
export default function DayPicker({ label, value, onChange, optional = false }: Props) {
  return (
    <DatePicker
      aria-label={label} allowClear={optional} placeholder={optional ? "不填" : undefined} value={value ? dayjs(value) : null}
      onChange={(day) => (day || optional) && onChange(day ? day.format("YYYY-MM-DD") : "")}
    />
  );
}
