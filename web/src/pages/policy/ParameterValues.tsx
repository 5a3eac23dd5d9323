import { Button, Drawer } from "antd";
import { useState } from "react";
import type { ParameterValue, PolicyParameter } from "@/api/policy";
import { SampleMark, TableView, type Column } from "@/components";
import { ClauseText } from "./ClauseText";
import { DivisionNames } from "./DivisionNames";
import { Span } from "./Span";
import { written } from "./words";

function columnsFor({ type, unit }: PolicyParameter): Column<ParameterValue & { key: number }>[] {
  const value = (v: ParameterValue) => {
    if (v.unknown) return "未知";
    if (v.value) return written(v.value, type, unit);
    return <>城镇 {v.urban ? written(v.urban, type, unit) : "未知"}<br />农村 {v.rural ? written(v.rural, type, unit) : "未知"}</>;
  };
  return [
    { key: "where", title: "地区", wrap: true, render: (v) => <DivisionNames codes={v.divisions ?? []} /> },
    { key: "when", title: "时间", render: (v) => <Span from={v.from} until={v.until} /> },
    { key: "value", title: "值", align: "right", render: value },
    { key: "status", title: "状态", render: (v) => (v.unknown ? "没有查到" : v.status === "official" ? "公布值" : <SampleMark status={v.status} />) },
    { key: "source", title: "来源", wrap: true, render: (v) => <><ClauseText clause={v.source} />{v.note && <span className="zf-help">　{v.note}</span>}</> },
  ];
}

/** ParameterValues opens all values of a parameter, by place and time, with their sources. */
export function ParameterValues({ parameter }: { parameter: PolicyParameter }) {
  const [open, setOpen] = useState(false);
  const values = parameter.values ?? [];
  return (
    <>
      <Button type="link" size="small" onClick={() => setOpen(true)} aria-label={`${parameter.label}：查看 ${values.length} 个取值`}>
        {values.length} 个取值
      </Button>
      {open && (
        <Drawer open onClose={() => setOpen(false)} size={960} title={parameter.label}>
          <TableView
            label={parameter.label}
            columns={columnsFor(parameter)}
            rows={values.map((v, key) => ({ ...v, key }))}
            rowKey={(v) => v.key}
          />
        </Drawer>
      )}
    </>
  );
}
