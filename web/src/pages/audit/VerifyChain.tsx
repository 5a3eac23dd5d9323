import { useMutation } from "@tanstack/react-query";
import { Alert, Button } from "antd";
import { api } from "@/api/http";
import type { AuditVerification } from "@/api/types";
import { count, date, dateTime, ErrorState } from "@/components";

/** VerifyChain recomputes the chain of the audit record and names each event that does not fit. */
export function VerifyChain() {
  const verify = useMutation({ mutationFn: () => api.post<AuditVerification>("/api/audit/verify") });
  const result = verify.data;
  return (
    <section className="zf-panel" aria-label="核验审计链">
      <div className="zf-page-actions" style={{ alignItems: "center" }}>
        <Button type="primary" loading={verify.isPending} onClick={() => verify.mutate()}>核验审计链</Button>
        <span className="zf-help">逐条重算摘要，与封存值比对。记录多时需要一些时间。</span>
      </div>
      <div aria-live="polite">
        {verify.isError && <ErrorState error={verify.error} onRetry={() => verify.mutate()} />}
        {result && (
          <Alert
            style={{ marginTop: 12 }}
            showIcon
            type={result.faults.length === 0 ? "success" : "error"}
            title={
              result.faults.length === 0
                ? `审计链完整：共 ${count(result.events)} 条，已封存 ${count(result.sealed)} 条。`
                : `发现 ${result.faults.length} 处异常，请立即报告。`
            }
            description={
              result.faults.length === 0 ? (
                <>核验至 {dateTime(result.checked_to)}，未发现改动、缺失或插入。</>
              ) : (
                <ul style={{ paddingLeft: 18 }}>
                  {result.faults.map((fault) => (
                    <li key={`${fault.event}${fault.kind}`}>{fault.at ? `${date(fault.at)} ` : ""}{fault.text} <code>{fault.event}</code></li>
                  ))}
                </ul>
              )
            }
          />
        )}
      </div>
    </section>
  );
}
