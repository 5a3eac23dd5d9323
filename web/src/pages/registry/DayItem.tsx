import { DatePicker, Form } from "antd";
import dayjs, { type Dayjs } from "dayjs";
import { useSession } from "@/app/session";

/** DayItem asks a day that has been: today at the latest, by the clock of the server. */
export function DayItem({ name, label, help, from }: { name: string; label: string; help?: string; from?: string }) {
  const { now } = useSession();
  const today = dayjs(now.slice(0, 10));
  return (
    <Form.Item name={name} label={label} extra={help}>
      <DatePicker
        style={{ width: "100%" }}
        placeholder={`${today.format("YYYY-MM-DD")}（今天）`}
        disabledDate={(d) => d.isAfter(today, "day") || (from !== undefined && d.isBefore(dayjs(from), "day"))}
      />
    </Form.Item>
  );
}

/** dayText is a chosen day as the server takes it; nothing chosen is today. */
export function dayText(day: Dayjs | null | undefined): string | undefined {
  return day ? day.format("YYYY-MM-DD") : undefined;
}
