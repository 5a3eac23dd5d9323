import { useMutation } from "@tanstack/react-query";
import { Button, Modal } from "antd";
import { api } from "@/api/http";
import type { Schemas } from "@/api/types";
import { useMay } from "@/app/session";
import { ErrorState, StatusTag, TableView, type Column } from "@/components";

type Replay = Schemas["Replay"];
type Line = Schemas["ReplayLine"];

const columns: Column<Line>[] = [
  { key: "what", title: "项目", render: (l) => l.what },
  { key: "then", title: "当时", wrap: true, render: (l) => l.then },
  { key: "now", title: "重算", wrap: true, render: (l) => l.now },
  { key: "equal", title: "", render: (l) => (l.equal ? <StatusTag tone="green">一致</StatusTag> : <StatusTag tone="red">不一致</StatusTag>) },
];

/** ReplayButton works a decision out again on the facts and the policy version of its day. */
export function ReplayButton({ id }: { id: string }) {
  const allowed = useMay("policy.replay");
  const replay = useMutation({ mutationFn: () => api.get<Replay>(`/api/cases/${id}/replay`) });
  if (!allowed) return null;
  const r = replay.data;
  return (
    <>
      <Button loading={replay.isPending} onClick={() => replay.mutate()}>按当时政策重算</Button>
      <Modal open={replay.isSuccess || replay.isError} width={960} title="按当时政策重算" footer={null} onCancel={() => replay.reset()}>
        {replay.isError && <ErrorState error={replay.error} onRetry={() => replay.mutate()} />}
        {r && (
          <>
            <p>
              {r.equal ? <StatusTag tone="green">全部一致</StatusTag> : <StatusTag tone="red">{(r.lines ?? []).filter((l) => !l.equal).length} 项不一致</StatusTag>}{" "}
              {r.number}，{r.item}，按 {r.date} 的事实和政策包 {r.pack.name} {r.pack.version}（<code title={r.pack.digest}>{r.pack.digest.slice(0, 12)}</code>{r.current ? "，就是现行版本" : ""}）重新计算。
            </p>
            <TableView label="逐项比较" columns={columns} rows={(r.lines ?? []).map((l, i) => ({ ...l, i }))} rowKey={(l) => (l as Line & { i: number }).i} />
          </>
        )}
      </Modal>
    </>
  );
}
