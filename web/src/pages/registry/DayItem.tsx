import { Form } from "antd";
import type { Dayjs } from "dayjs";
import { lazy, Suspense, type ComponentProps } from "react";
import { useSession } from "@/app/session";

const LazyPicker = lazy(() => import("./DayPicker"));

function Picker(props: ComponentProps<typeof LazyPicker>) {
  return <Suspense fallback={<div style={{ height: 36 }} />}><LazyPicker {...props} /></Suspense>;
}

interface Props {
  name: string;
  label: string;
  help?: string;
  /** The first day that can be chosen. */
  from?: string;
  /** Said where the day must be given; absent: nothing chosen is today. */
  required?: string;
}

/** DayItem asks a day that has been: today at the latest, by the clock of the server. */
export function DayItem({ name, label, help, from, required }: Props) {
  const today = useSession().now.slice(0, 10);
  return (
    <Form.Item name={name} label={label} extra={help} rules={required ? [{ required: true, message: required }] : []}>
      <Picker from={from} to={today} placeholder={required ? "选择日期" : `${today}（今天）`} />
    </Form.Item>
  );
}

/** dayText is a chosen day as the server takes it; nothing chosen is today. */
export function dayText(day: Dayjs | null | undefined): string | undefined {
  return day ? day.format("YYYY-MM-DD") : undefined;
}
