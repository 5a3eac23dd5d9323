import { useQuery } from "@tanstack/react-query";
import { Button, Input } from "antd";
import { useId, useState } from "react";
import { api } from "@/api/http";
import type { Schemas } from "@/api/types";
import { ErrorState } from "@/components/ErrorState";
import { count } from "@/components/format";
import { TableView, type Column } from "@/components/TableView";

export type Resolved = Schemas["ResolvedPerson"];
type Found = Schemas["ResolvedPeople"];

interface Props {
  /** Ids of the people chosen. */
  value?: string[];
  onChange?: (ids: string[]) => void;
  purpose: string;
  classes: string[];
}

const most = 500;

/** PeoplePicker takes a list of ID numbers as a department hands it over, and shows who they are and what may be asked. The numbers stay in this field only. */
export function PeoplePicker({ value = [], onChange, purpose, classes }: Props) {
  const id = useId();
  const [text, setText] = useState("");
  const [missing, setMissing] = useState<string[]>([]);
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const chosen = useQuery({
    queryKey: ["verification", "people", [...value].sort(), purpose, classes],
    queryFn: ({ signal }) => api.post<Found>("/api/verification/people", { ids: value, purpose, classes }, { signal }),
    enabled: value.length > 0,
    placeholderData: (before) => before,
  });
  const numbers = text.split(/[\s,，;；、]+/).filter(Boolean);
  const add = async () => {
    setError(undefined);
    setBusy(true);
    try {
      const found = await api.post<Found>("/api/verification/people", { numbers: numbers.slice(0, most), purpose, classes });
      const ids = [...new Set([...value, ...(found.people ?? []).map((p) => p.person_id)])];
      const lost = (found.missing ?? []).map((line) => numbers[line - 1] ?? "");
      setMissing(lost);
      setText(lost.join("\n"));
      onChange?.(ids.slice(0, most));
    } catch (thrown) {
      setError(thrown);
    } finally {
      setBusy(false);
    }
  };
  const columns: readonly Column<Resolved>[] = [
    { key: "name", title: "姓名", primary: true, render: (p) => p.name },
    { key: "id", title: "身份证号", render: (p) => <span className="zf-num">{p.id_mask}</span> },
    { key: "place", title: "村（居）", render: (p) => p.place_name },
    { key: "may", title: "有授权的数据项", render: (p) => (p.may === 0 ? "没有有效授权，不会查询" : `${p.may} 项`) },
    { key: "act", title: "操作", render: (p) => <Button size="small" type="link" aria-label={`去掉${p.name}`} onClick={() => onChange?.(value.filter((v) => v !== p.person_id))}>去掉</Button> },
  ];
  return (
    <>
      <label htmlFor={id} className="zf-help">身份证号，一行一个，最多 {most} 个</label>
      <Input.TextArea id={id} rows={4} value={text} onChange={(e) => setText(e.target.value)} autoComplete="off" />
      <p>
        <Button onClick={() => void add()} loading={busy} disabled={numbers.length === 0}>查找并加入{numbers.length > 0 && `（${numbers.length} 个）`}</Button>
        {missing.length > 0 && <span role="alert" className="zf-help"> 有 {missing.length} 个号码不对，或不在您的管辖范围内，留在框里。</span>}
      </p>
      {error !== undefined && <ErrorState error={error} onRetry={() => void add()} />}
      {value.length > 0 && (
        <>
          <p>已选 {count(value.length)} 人。</p>
          <TableView<Resolved> label="被核对人" columns={columns} rows={(chosen.data?.people ?? []).filter((p) => value.includes(p.person_id))} rowKey={(p) => p.person_id} stale={chosen.isFetching} />
        </>
      )}
    </>
  );
}
