import { Button, Form, Input } from "antd";

interface ControlProps {
  id?: string;
  value?: string;
  onChange?: (value: string | undefined) => void;
  mask: string;
  maxLength?: number;
  inputMode?: "tel" | "numeric" | "text";
}

/** The sealed value is not known to this page: undefined leaves it, "" clears it, a text replaces it. */
function SealedControl({ id, value, onChange, mask, maxLength, inputMode }: ControlProps) {
  if (mask && value === undefined) {
    return (
      <span className="zr-sealed">
        <span className="zf-num">{mask}</span>
        <Button id={id} size="small" onClick={() => onChange?.(" ")}>更改</Button>
        <Button size="small" type="text" onClick={() => onChange?.("")}>清除</Button>
      </span>
    );
  }
  if (mask && value === "") {
    return (
      <span className="zr-sealed">
        <span>保存后清除</span>
        <Button id={id} size="small" onClick={() => onChange?.(undefined)}>不清除</Button>
      </span>
    );
  }
  return (
    <span className="zr-sealed">
      <Input
        id={id}
        value={value?.trimStart() ?? ""}
        maxLength={maxLength}
        inputMode={inputMode}
        autoComplete="off"
        onChange={(e) => onChange?.(e.target.value || (mask ? " " : undefined))}
      />
      {mask && <Button onClick={() => onChange?.(undefined)}>不改</Button>}
    </span>
  );
}

interface Props extends Pick<ControlProps, "maxLength" | "inputMode"> {
  name: string;
  label: string;
  /** What the file holds now, masked; empty where it holds nothing. */
  mask: string;
  help?: string;
}

/** SealedItem edits personal data that the page only knows masked: keep, change or clear. */
export function SealedItem({ name, label, help, ...control }: Props) {
  return (
    <Form.Item name={name} label={label} extra={help}>
      <SealedControl {...control} />
    </Form.Item>
  );
}

/** sealedChange is what to send: absent leaves the value, "" clears it; an opened field left blank changes nothing. */
export function sealedChange(value: string | undefined): string | undefined {
  if (value === undefined || value === "") return value;
  return value.trim() || undefined;
}
