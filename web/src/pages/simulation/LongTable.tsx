import { Button } from "antd";
import { useState } from "react";
import { TableView, type Column } from "@/components/TableView";
import type { Key } from "react";

const short = 12; // rows

/** LongTable shows the first rows of a long table, and all of them when asked. */
export function LongTable<T>({ label, columns, rows, rowKey }: { label: string; columns: readonly Column<T>[]; rows: readonly T[]; rowKey: (row: T) => Key }) {
  const [all, setAll] = useState(false);
  return (
    <>
      <TableView<T> label={label} columns={columns} rows={all ? rows : rows.slice(0, short)} rowKey={rowKey} />
      {rows.length > short && (
        <Button style={{ marginBlockStart: 8 }} aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? "只看前几行" : `显示全部 ${rows.length} 行（${label}）`}
        </Button>
      )}
    </>
  );
}
