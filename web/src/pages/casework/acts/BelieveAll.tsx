import { App, Button, Form, Input, Radio, type FormInstance } from "antd";
import { useState } from "react";
import { sources, type DifferenceGroup, type Source } from "./differences";
import { household } from "./memberFacts";

interface Props {
  group: DifferenceGroup;
  form: FormInstance;
  /** Keeps what was set: a form notices by itself only what was typed. */
  onSet: () => void;
}

interface Before { name: (string | number)[]; value: unknown }

/**
 * BelieveAll believes one source for all open differences of a kind, with one reason. It fills in each of them below, where it can
 * be changed one by one, and is taken back with a button until the opinion is given.
 */
export function BelieveAll({ group, form, onSet }: Props) {
  const { message } = App.useApp();
  const [source, setSource] = useState<Source>();
  const [reason, setReason] = useState("");
  const [wrong, setWrong] = useState("");
  const [before, setBefore] = useState<Before[] | null>(null);
  const n = group.facts.length;
  const set = (values: Before[]) => {
    form.setFields(values.map((v) => ({ ...v, errors: [] })));
    onSet();
  };
  const apply = () => {
    if (!source || reason.trim().length < 2) {
      setWrong(source ? "请写明采信理由，至少 2 个字。" : "请先选定采信哪个来源。");
      return;
    }
    setWrong("");
    const paths = group.facts.flatMap((f) => (["kind", "note"] as const).map((part) => ({ part, name: ["adopted", f.person_id ?? household, f.key, part] })));
    setBefore(paths.map(({ name }) => ({ name, value: form.getFieldValue(name) as unknown })));
    set(paths.map(({ part, name }) => ({ name, value: part === "kind" ? source : reason.trim() })));
    void message.success(`已为 ${n} 项填上，还没有提交。`);
  };
  const undo = () => {
    if (before) set(before);
    setBefore(null);
    void message.info(`${n} 项已恢复原样。`);
  };
  const label = `一并采信：${group.title}的 ${n} 项`;
  return (
    <div className="cw-believe" role="group" aria-label={label}>
      <strong>{label}</strong>
      <Radio.Group
        aria-label="采信来源"
        value={source}
        onChange={(e) => setSource(e.target.value as Source)}
        options={sources.filter(([s]) => group.sources.includes(s)).map(([value, name]) => ({ value, label: name }))}
      />
      <Form.Item className="cw-believe-why" required label="共同的采信理由" htmlFor={`believe-${group.id}`} validateStatus={wrong ? "error" : undefined} help={wrong || undefined}>
        <Input id={`believe-${group.id}`} value={reason} maxLength={300} autoComplete="off" onChange={(e) => setReason(e.target.value)} onPressEnter={(e) => { e.preventDefault(); apply(); }} />
      </Form.Item>
      <span className="cw-inline">
        <Button onClick={apply}>填到这 {n} 项</Button>
        {before && <Button onClick={undo}>撤销</Button>}
      </span>
    </div>
  );
}
