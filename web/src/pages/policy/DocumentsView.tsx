import type { PolicyDocument } from "@/api/policy";
import { DateText, StatusTag, TableView, type Column, type Tone } from "@/components";
import { readings } from "./words";

const tones: Record<string, Tone> = { regulation: "green", mirrored: "amber", sample: "red" };

const columns: Column<PolicyDocument>[] = [
  { key: "number", title: "文号", render: (d) => d.number },
  { key: "title", title: "名称", wrap: true, render: (d) => d.title },
  { key: "from", title: "施行", render: (d) => <DateText value={d.in_force} /> },
  { key: "reading", title: "文本依据", render: (d) => <StatusTag tone={tones[d.reading] ?? "grey"}>{readings[d.reading] ?? d.reading}</StatusTag> },
  { key: "note", title: "说明", wrap: true, render: (d) => d.note ?? "" },
];

/** DocumentsView lists the sources of the pack, and how sure their text is. */
export function DocumentsView({ documents }: { documents: PolicyDocument[] }) {
  return <div className="zf-panel zf-list"><TableView label="政策文件" columns={columns} rows={documents} rowKey={(d) => d.id} /></div>;
}
