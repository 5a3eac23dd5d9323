import { Input, Modal } from "antd";
import { useState } from "react";
import { api } from "@/api/http";
import type { Schemas } from "@/api/types";
import { EmptyState } from "@/components/EmptyState";
import { ErrorState } from "@/components/ErrorState";
import { TableView, type Column } from "@/components/TableView";
import type { Who } from "./who";

type Line = Schemas["PersonLine"];

const columns: readonly Column<Line>[] = [
  { key: "name", title: "姓名", primary: true, render: (p) => p.name },
  { key: "id", title: "身份证号", render: (p) => <span className="zf-num">{p.id_mask}</span> },
  { key: "age", title: "年龄", align: "right", render: (p) => p.age },
  { key: "place", title: "村（居）", render: (p) => p.division_name },
];

/** FindPerson finds one person of the register; what is typed travels in a body. */
export function FindPerson({ title, onFound, onClose }: { title: string; onFound: (who: Who) => void; onClose: () => void }) {
  const [rows, setRows] = useState<Line[] | null>(null);
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const search = async (query: string) => {
    if (!query.trim()) return;
    setError(undefined);
    setBusy(true);
    try {
      setRows((await api.post<Schemas["SearchPage"]>("/api/registry/search", { query: query.trim(), limit: 20 })).items ?? []);
    } catch (thrown) {
      setError(thrown);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal open title={title} width={720} footer={null} onCancel={onClose} destroyOnHidden>
      <Input.Search aria-label="身份证号、姓名或编号" placeholder="身份证号、姓名或人员编号" enterButton="查找" autoFocus loading={busy} onSearch={(q) => void search(q)} autoComplete="off" />
      {error !== undefined && <ErrorState error={error} />}
      {rows?.length === 0 && <EmptyState title="没有找到" next="请核对号码；不在您管辖范围内的人不会列出。" />}
      {rows && rows.length > 0 && <TableView<Line> label="找到的人" columns={columns} rows={rows} rowKey={(p) => p.person_id} onOpen={(p) => onFound({ id: p.person_id, name: p.name, birth: p.birth })} />}
    </Modal>
  );
}
