import { Button, Checkbox, Input, Select } from "antd";
import { lazy, Suspense, useEffect, useState, type ReactNode } from "react";
import type { FilterDef, FilterValues } from "./filters";

const DivisionPicker = lazy(() => import("./DivisionPicker").then((m) => ({ default: m.DivisionPicker })));
const DateRange = lazy(() => import("./DateRange"));

interface Props {
  filters: readonly FilterDef[];
  values: FilterValues;
  onChange: (values: FilterValues) => void;
  extra?: ReactNode;
}

/** FilterBar is the one row of filters above a list. */
export function FilterBar({ filters, values, onChange, extra }: Props) {
  const set = (patch: Record<string, string | undefined>) => {
    const next: FilterValues = {};
    for (const [name, value] of Object.entries({ ...values, ...patch })) if (value) next[name] = value;
    onChange(next);
  };
  return (
    <div className="zf-filters" role="group" aria-label="筛选">
      <Suspense fallback={null}>{filters.map((f) => <Filter key={"name" in f ? f.name : f.from} def={f} values={values} set={set} />)}</Suspense>
      {Object.keys(values).length > 0 && <Button type="link" onClick={() => onChange({})}>清除筛选</Button>}
      {extra && <span className="zf-filters-extra">{extra}</span>}
    </div>
  );
}

interface FilterProps {
  def: FilterDef;
  values: FilterValues;
  set: (patch: Record<string, string | undefined>) => void;
}

function Filter({ def, values, set }: FilterProps) {
  switch (def.kind) {
    case "text":
      return <TextFilter label={def.label} width={def.width} value={values[def.name] ?? ""} onChange={(v) => set({ [def.name]: v })} />;
    case "select":
      return (
        <Select
          aria-label={def.label}
          placeholder={def.label}
          allowClear
          style={{ width: def.width ?? 150 }}
          value={values[def.name]}
          options={[...def.options]}
          showSearch={def.options.length > 12 ? { optionFilterProp: "label" } : false}
          onChange={(v?: string) => set({ [def.name]: v })}
        />
      );
    case "division":
      return (
        <DivisionPicker
          aria-label={def.label}
          placeholder={def.label}
          levels={def.levels}
          style={{ width: def.width ?? 220 }}
          value={values[def.name]}
          onChange={(code) => set({ [def.name]: code })}
        />
      );
    case "dates":
      return <DateRange label={def.label} from={values[def.from]} to={values[def.to]} onChange={(from, to) => set({ [def.from]: from, [def.to]: to })} />;
    case "check":
      return <Checkbox checked={values[def.name] === "true"} onChange={(e) => set({ [def.name]: e.target.checked ? "true" : undefined })}>{def.label}</Checkbox>;
  }
}

interface TextProps {
  label: string;
  width?: number;
  value: string;
  onChange: (value: string) => void;
}

/** Typing asks the server after a pause, not at every letter; a text that changes from outside is taken over. */
function TextFilter({ label, width = 200, value, onChange }: TextProps) {
  const [text, setText] = useState(value);
  const [known, setKnown] = useState(value);
  if (known !== value) {
    setKnown(value);
    setText(value);
  }
  useEffect(() => {
    if (text.trim() === value) return;
    const timer = setTimeout(() => onChange(text.trim()), 350);
    return () => clearTimeout(timer);
  }, [text, value, onChange]);
  return (
    <Input
      aria-label={label}
      placeholder={label}
      allowClear
      style={{ width }}
      value={text}
      onChange={(e) => setText(e.target.value)}
      onPressEnter={() => onChange(text.trim())}
    />
  );
}
