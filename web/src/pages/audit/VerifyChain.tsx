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
        {result && <Result result={result} />}
      </div>
    </section>
  );
}

function Result({ result }: { result: AuditVerification }) {
  const faults = result.faults ?? [];
  if (result.sound) {
    return (
      <Alert
        style={{ marginTop: 12 }}
        showIcon
        type="success"
        title={`审计链完整：共 ${count(result.events)} 条，已封存 ${count(result.sealed)} 条${result.waiting > 0 ? `，${count(result.waiting)} 条待封存` : ""}。`}
        description={
          <>
            {result.checked_to && <>核验至 {dateTime(result.checked_to)}，未发现改动、缺失或插入。</>}
            {result.head && <p className="zf-help">链头 <code className="zf-break">{result.head}</code>，可抄录留存，供以后比对。</p>}
          </>
        }
      />
    );
  }
  return (
    <Alert
      style={{ marginTop: 12 }}
      showIcon
      type="error"
      title={`发现 ${count(faults.length + result.more)} 处异常，请立即报告。`}
      description={
        <ul style={{ paddingLeft: 18 }}>
          {faults.map((fault, i) => (
            <li key={i}>
              <strong>{fault.kind_label}</strong>：{fault.at ? `${date(fault.at)} ` : ""}{fault.text} {fault.event && <code>{fault.event}</code>}
            </li>
          ))}
          {result.more > 0 && <li>另有 {count(result.more)} 处没有列出。</li>}
        </ul>
      }
    />
  );
}
