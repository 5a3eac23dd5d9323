import { DatePicker } from "antd";
import dayjs, { type Dayjs } from "dayjs";

interface Props {
  id?: string;
  value?: Dayjs | null;
  onChange?: (day: Dayjs | null) => void;
  /** The first and the last day that can be chosen. */
  from?: string;
  to: string;
  placeholder?: string;
}

/** DayPicker picks one day; a chunk of its own, because calendars are heavy. */
export default function DayPicker({ from, to, ...field }: Props) {
  const first = from ? dayjs(from) : undefined;
  const last = dayjs(to);
  return (
    <DatePicker
      {...field}
      style={{ width: "100%" }}
      disabledDate={(day) => day.isAfter(last, "day") || (first !== undefined && day.isBefore(first, "day"))}
    />
  );
}
