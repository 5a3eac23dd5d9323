import { Input, Radio, Select } from "antd";
import { lazy, Suspense } from "react";
import type { FactField } from "../types";
import type { FactText } from "./factValue";
import { unitOf } from "./factValue";

const DivisionPicker = lazy(() => import("@/components/DivisionPicker").then((m) => ({ default: m.DivisionPicker })));

interface Props {
  field: FactField;
  id?: string;
  value?: FactText;
  onChange?: (value: FactText) => void;
  /** Shown in an empty field. */
  empty?: string;
  disabled?: boolean;
  "aria-label"?: string;
}

/** FactControl asks for one fact of the catalogue in the way of its type; empty always means that nobody knows. */
export function FactControl({ field, value, onChange, empty = "不知道可不填", ...rest }: Props) {
  const set = (text: string | undefined) => onChange?.(text === "" ? undefined : text);
  switch (field.type) {
    case "bool":
      return (
        <Radio.Group
          {...rest}
          className="cw-yesno"
          value={value ?? "unknown"}
          onChange={(e) => set(e.target.value === "unknown" ? undefined : String(e.target.value))}
          options={[{ value: "yes", label: "是" }, { value: "no", label: "否" }, { value: "unknown", label: "不知道" }]}
        />
      );
    case "enum":
      return (
        <Select
          {...rest}
          allowClear
          showSearch={{ optionFilterProp: "label" }}
          placeholder={empty}
          value={value}
          onChange={(code?: string) => set(code)}
          options={(field.options ?? []).map((o) => ({ value: o.code, label: o.label }))}
        />
      );
    case "date":
      return <Input {...rest} type="date" max="2100-12-31" value={value ?? ""} onChange={(e) => set(e.target.value)} />;
    case "division":
      return (
        <Suspense fallback={<Input disabled aria-label={rest["aria-label"] ?? "正在打开地区选择"} />}>
          <DivisionPicker {...rest} value={value} onChange={(code) => set(code)} />
        </Suspense>
      );
    default:
      return (
        <Input
          {...rest}
          inputMode={field.type === "int" ? "numeric" : "decimal"}
          autoComplete="off"
          placeholder={empty}
          maxLength={20}
          suffix={<span className="zf-unit">{unitOf(field)}</span>}
          value={value ?? ""}
          onChange={(e) => set(e.target.value)}
        />
      );
  }
}
