import { DatePicker } from "antd";
import dayjs from "dayjs";

interface Props {
  label: string;
  from?: string;
  to?: string;
  onChange: (from: string | undefined, to: string | undefined) => void;
}

/** DateRange filters by days, both ends included; a chunk of its own, because calendars are heavy. */
export default function DateRange({ label, from, to, onChange }: Props) {
  return (
    <DatePicker.RangePicker
      aria-label={label}
      placeholder={[`${label}自`, "至"]}
      allowEmpty={[true, true]}
      value={[from ? dayjs(from) : null, to ? dayjs(to) : null]}
      onChange={(range) => onChange(range?.[0]?.format("YYYY-MM-DD"), range?.[1]?.format("YYYY-MM-DD"))}
    />
  );
}
