import { useQuery } from "@tanstack/react-query";
import { Alert, Progress } from "antd";
import { count, StatusTag } from "@/components";
import { proofQuery, type Proof } from "./calls";

const share = (p: Proof) => `${p.score.toFixed(1)}%`;

/** ProofTag says in a word how well the cases of a text prove it. */
export function ProofTag({ proof: p }: { proof: Proof }) {
  if (p.state === "done") return <StatusTag tone={p.good ? "green" : "red"}>{p.good ? `发现率 ${share(p)}` : `发现率 ${share(p)}，低于 ${p.wanted}%`}</StatusTag>;
  if (p.state === "failed") return <StatusTag tone="amber">没有算完</StatusTag>;
  return <StatusTag tone="grey">{p.state === "none" ? "没有检验" : "检验中"}</StatusTag>;
}

/** ProofView: every rule of the text is changed a little, one at a time; which changes does no worked case notice? */
export function ProofView({ digest, onOpen }: { digest: string; onOpen?: (file: string) => void }) {
  const query = useQuery(proofQuery(digest));
  const p = query.data;
  if (query.isError) return <Alert type="warning" showIcon title="案例检验的结果没有取到，请稍后刷新。" />;
  if (!p) return <p className="zf-help">正在读取案例检验的结果…</p>;
  return (
    <section aria-label="案例检验" className="vs-proof">
      <h3>案例检验 <ProofTag proof={p} /></h3>
      <p className="zf-help">逐处改动本包的规则（比较符号、数值、漏掉条件等），看案例能否发现。至少应发现 {p.wanted}%。</p>
      {(p.state === "waiting" || p.state === "running") && (
        <div role="status">
          <Progress percent={p.texts > 0 ? Math.floor((p.tried / p.texts) * 100) : 0} aria-label="案例检验的进度" />
          <p className="zf-help">{p.state === "waiting" ? "正在排队，" : `已检验 ${count(p.tried)} 条，共 ${count(p.texts)} 条，`}不用等在这里，离开后照样进行。</p>
        </div>
      )}
      {p.state === "none" && <p>这份文本还没有检验，或结果已过保存期。请重新“检查并运行案例”。</p>}
      {p.state === "failed" && <p>检验没有算完：草稿在检查之后又改过，或程序中断。请重新“检查并运行案例”。</p>}
      {p.state === "done" && (
        <>
          <p>改动 {count(p.mutants)} 处，案例发现 {count(p.caught)} 处。</p>
          {!p.good && (
            <Alert
              type="error" showIcon className="vs-gap" title={`案例只发现了 ${share(p)} 的改动，低于 ${p.wanted}%`}
              description="规则写错了，案例可能看不出来。请先按下面的提示补充案例再申请启用；确需先启用的，批准人会看到这个结果，由批准人决定。"
            />
          )}
          {(p.survivors ?? []).length > 0 && (
            <details open={!p.good}>
              <summary>没有被发现的改动（{p.mutants - p.caught} 处{p.mutants - p.caught > 50 ? "，列出 50 处" : ""}）</summary>
              <ol className="vs-problems">
                {p.survivors!.map((v) => (
                  <li key={`${v.file}${v.line}${v.where}${v.mutant}`}>
                    {onOpen ? <button type="button" className="zf-link" onClick={() => onOpen(v.file)}>{v.file}：{v.line}</button> : <span>{v.file}：{v.line}</span>}
                    <div><code>{v.original}</code> 改成 <code>{v.mutant}</code></div>
                    <div className="zf-help">{v.hint}</div>
                  </li>
                ))}
              </ol>
            </details>
          )}
        </>
      )}
    </section>
  );
}
