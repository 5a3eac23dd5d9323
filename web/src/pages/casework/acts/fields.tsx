import { Form, Input, type InputProps } from "antd";
import type { TextAreaProps } from "antd/es/input";
import { useSession } from "@/app/session";
import { date } from "@/components";

type Path = string | (string | number)[];

/** DayItem asks for a day that is not after today. */
export function DayItem({ name, label, required = true, extra, ...rest }: { name: Path; label: string; required?: boolean; extra?: string } & Omit<InputProps, "name">) {
  const { now } = useSession();
  const today = date(now);
  return (
    <Form.Item
      name={name}
      label={label}
      extra={extra}
      rules={[
        { required, message: `请填写${label}。` },
        { validator: async (_, v?: string) => { if (v && v > today) throw new Error(`${label}不能晚于今天。`); } },
      ]}
    >
      <Input type="date" max={today} {...rest} />
    </Form.Item>
  );
}

/** WordsItem asks for words. */
export function WordsItem({ name, label, required = true, extra, min = 2, ...rest }: { name: Path; label: string; required?: boolean; extra?: string; min?: number } & Omit<TextAreaProps, "name">) {
  return (
    <Form.Item
      name={name}
      label={label}
      extra={extra}
      rules={[
        { required, whitespace: required, message: `请填写${label}。` },
        { validator: async (_, v?: string) => { if (v && v.trim() && v.trim().length < min) throw new Error(`${label}至少 ${min} 个字。`); } },
      ]}
    >
      <Input.TextArea rows={4} showCount maxLength={2000} {...rest} />
    </Form.Item>
  );
}
