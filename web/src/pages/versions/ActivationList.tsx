import { Button } from "antd";
import { useState } from "react";
import { useMay, useSession } from "@/app/session";
import { DateText, EmptyState, Panel, StatusTag } from "@/components";
import { DecideActivation } from "./DecideActivation";
import { shortDigest, states, type Activation, type PackVersion } from "./calls";

interface Row {
  activation: Activation;
  version: PackVersion;
}

/** ActivationList is the course of a pack: what waits on top, what holds, what held before; with the decisions to be taken. */
export function ActivationList({ versions }: { versions: readonly PackVersion[] }) {
  const { now } = useSession();
  const mayApprove = useMay("policy.approve");
  const mayPropose = useMay("policy.propose");
  const me = useSession().staff.id;
  const [deciding, setDeciding] = useState<{ row: Row; act: "approve" | "end" } | null>(null);
  const today = now.slice(0, 10);
  const rows: Row[] = versions
    .flatMap((version) => (version.activations ?? []).map((activation) => ({ activation, version })))
    .sort((a, b) => rank(a) - rank(b) || b.activation.active_from.localeCompare(a.activation.active_from) || b.activation.proposed_at.localeCompare(a.activation.proposed_at));
  const current = rows.find((r) => r.activation.state === "approved" && r.activation.active_from <= today);
  if (rows.length === 0) return <EmptyState title="还没有启用过的版本" />;
  return (
    <Panel title="生效时间线">
      <ol className="vs-line">
        {rows.map((row) => {
          const { activation: a, version } = row;
          const waits = a.state === "approved" && a.active_from > today;
          const [tone, word] = row === current ? (["green", "现行"] as const) : waits ? (["amber", "待生效"] as const)
            : a.state === "proposed" ? (["blue", states.proposed] as const) : ["grey" as const, a.state === "approved" ? "曾用" : states[a.state]];
          return (
            <li key={a.id} className={row === current ? "vs-now" : undefined}>
              <div className="vs-day"><DateText value={a.active_from} /> 起{a.emergency && <StatusTag tone="red">紧急启用</StatusTag>}</div>
              <div>
                <strong>{version.version}</strong> <code title={a.digest}>{shortDigest(a.digest)}</code> <StatusTag tone={tone}>{word}</StatusTag>
                <p className="zf-help">
                  {a.origin === "program" ? "随程序发布" : <>{a.proposed_by_name}申请{a.approved_by_name && `，${a.approved_by_name}批准`}{a.closed_by_name && `，${a.closed_by_name}${states[a.state].slice(1)}：${a.closed_reason}`}</>}
                  {a.reason && a.origin === "person" && `。理由：${a.reason}`}
                </p>
              </div>
              <div className="vs-acts">
                {a.state === "proposed" && mayApprove && a.proposed_by !== me && <Button type="primary" size="small" onClick={() => setDeciding({ row, act: "approve" })}>批准</Button>}
                {a.state === "proposed" && mayApprove && a.proposed_by !== me && <Button size="small" onClick={() => setDeciding({ row, act: "end" })}>退回</Button>}
                {a.state === "proposed" && mayPropose && a.proposed_by === me && <Button size="small" onClick={() => setDeciding({ row, act: "end" })}>撤回</Button>}
                {waits && (mayApprove || (mayPropose && a.proposed_by === me)) && <Button size="small" danger onClick={() => setDeciding({ row, act: "end" })}>取消生效</Button>}
              </div>
            </li>
          );
        })}
      </ol>
      {deciding && <DecideActivation {...deciding.row} act={deciding.act} onClose={() => setDeciding(null)} />}
    </Panel>
  );
}

/** Decisions first, then what waits or holds; what was refused comes last. */
function rank({ activation }: Row): number {
  return { proposed: 0, approved: 1, cancelled: 2, refused: 2 }[activation.state];
}
