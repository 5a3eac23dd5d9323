import { PrinterOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { api } from "@/api/http";
import { date, Panel } from "@/components";
import { useMay } from "@/app/session";
import { paperNames } from "../names";
import { blankPath, paperPath } from "../parts/papers";
import type { CasePageData } from "../types";

interface PaperKind { id: string; name: string; blank: boolean; item?: string }

/** PaperPanel opens issued papers in a tab of their own, as they print, and empty forms for the field. */
export function PaperPanel({ data }: { data: CasePageData }) {
  const may = useMay("case.paper");
  const kinds = useQuery({ queryKey: ["paper-kinds"], queryFn: ({ signal }) => api.get<{ kinds: PaperKind[] }>("/api/paper-kinds", undefined, signal), enabled: may, staleTime: Infinity });
  const name = (kind: string) => kinds.data?.kinds.find((k) => k.id === kind)?.name ?? paperNames[kind] ?? kind;
  const blanks = kinds.data?.kinds.filter((k) => k.blank && (!k.item || k.item === data.case.item)) ?? [];
  if (!may) return null;
  return (
    <Panel title="文书">
      {data.papers.length === 0 && <p className="zf-help">还没有出具文书。</p>}
      <ul className="cw-rows">
        {data.papers.map((p) => (
          <li key={p.id}>
            <a href={paperPath(data.case.id, p.id)} target="_blank" rel="noreferrer"><PrinterOutlined aria-hidden /> {name(p.kind)}<span className="zf-hidden">（新标签页）</span></a>
            <span className="zf-help">{p.number} · {date(p.issued_at)}</span>
          </li>
        ))}
      </ul>
      {blanks.length > 0 && data.case.status === "open" && (
        <details>
          <summary className="zf-help">打印空白表（已填好姓名）</summary>
          <ul className="cw-rows">
            {blanks.map((k) => <li key={k.id}><a href={blankPath(data.case.id, k.id)} target="_blank" rel="noreferrer">{k.name}<span className="zf-hidden">（新标签页）</span></a></li>)}
          </ul>
        </details>
      )}
    </Panel>
  );
}
