import { useNavigate, useSearch } from "@tanstack/react-router";
import { api } from "@/api/http";
import type { Page } from "@/api/types";
import { useMay } from "@/app/session";
import { DataTable, PageHeader } from "@/components";
import { colourNames } from "../names";
import type { CaseSummary } from "../types";
import { caseColumns } from "./CasesPage";
import "../casework.css";

const desks = [
  { step: "review", name: "待审核", about: "镇街已提出初审意见、公示已满，等待审核的案件。" },
  { step: "confirm", name: "待确认", about: "已审核，等待作出决定的案件。" },
  { step: "letter", name: "待送达", about: "已作出决定，等待书面送达的案件。" },
] as const;

/** ReviewPage is the desk of those who review, decide and deliver: one queue for each, the most urgent visible by its colour. */
export default function ReviewPage() {
  const { desk } = useSearch({ strict: false }) as { desk?: string };
  const decides = useMay("case.confirm") && !useMay("case.review");
  const navigate = useNavigate();
  const now = desks.find((d) => d.step === desk) ?? desks[decides ? 1 : 0];
  return (
    <>
      <PageHeader title="审核确认" about={now.about} />
      <div className="cw-tabs" role="group" aria-label="审核阶段">
        {desks.map((d) => (
          <button key={d.step} type="button" aria-pressed={d === now} className={d === now ? "cw-tab cw-on" : "cw-tab"} onClick={() => void navigate({ to: "/review", search: { desk: d.step } })}>
            {d.name}
          </button>
        ))}
      </div>
      <DataTable<CaseSummary>
        key={now.step}
        name="review"
        label={now.name}
        fetchPage={(query, signal) => api.get<Page<CaseSummary>>("/api/cases", { ...query, status: "open", step: now.step, limit: 50 }, signal)}
        rowKey={(c) => c.id}
        rowTo={(c) => ({ to: "/cases/$id", params: { id: c.id } })}
        filters={[
          { kind: "select", name: "due", label: "时限", options: colourNames, width: 140 },
          { kind: "division", name: "division", label: "镇街、村（社区）", levels: [4, 5] },
        ]}
        columns={caseColumns}
        empty={{ title: `没有${now.name}的案件`, next: "到了这一步的案件会出现在这里。" }}
      />
    </>
  );
}
