import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { Alert, Button, Progress } from "antd";
import { useState } from "react";
import { api } from "@/api/http";
import { queryClient } from "@/app/query";
import { useMay } from "@/app/session";
import { ErrorState } from "@/components/ErrorState";
import { count } from "@/components/format";
import { PageHeader } from "@/components/PageHeader";
import { Panel } from "@/components/Panel";
import { outlineOf } from "@/components/ProvinceMapData";
import { QueryView } from "@/components/QueryView";
import { StatusTag } from "@/components/StatusTag";
import { standardsQuery } from "../standards/calls";
import { changeText, runQuery, states, type Simulation } from "./calls";
import { ResultView } from "./ResultView";

/** SimulationPage follows a run and shows what came out. */
export default function SimulationPage() {
  const { id = "" } = useParams({ strict: false });
  const run = useQuery(runQuery(id));
  return <QueryView query={run}>{(data) => <Shown run={data} />}</QueryView>;
}

/** What is tried out: a draft, a version or values, by their names. */
function tried(run: Simulation, labels: ReadonlyMap<string, string>): string {
  const values = (run.changes ?? []).map((c) => changeText(c, labels.get(c.parameter)));
  if (run.result?.draft) values.unshift(run.result.draft);
  else if (run.changed) values.unshift(`政策包版本 ${run.changed.slice(0, 8)}`);
  return values.join("；");
}

function Shown({ run }: { run: Simulation }) {
  const mayRun = useMay("simulation.run");
  const standards = useQuery(standardsQuery(String(run.place))).data ?? [];
  const labels = new Map(standards.map((s) => [s.id, s.label]));
  const [error, setError] = useState<unknown>();
  const going = run.state === "queued" || run.state === "running";
  const stop = () => {
    setError(undefined);
    api.post<Simulation>(`/api/simulations/${run.id}/cancel`, {}).then(
      () => queryClient.invalidateQueries({ queryKey: ["simulations"] }),
      (failure: unknown) => setError(failure),
    );
  };
  return (
    <>
      <PageHeader
        title={run.title}
        about={`${run.place_name}，按 ${run.day} 的政策；${tried(run, labels)}`}
        actions={
          <>
            {going && mayRun && <Button danger onClick={stop}>取消测算</Button>}
            {run.result && <Button href={`/api/simulations/${run.id}/export`}>导出 Excel</Button>}
          </>
        }
      />
      {error !== undefined && <ErrorState error={error} onRetry={stop} />}
      {going && (
        <Panel title="测算进度">
          <StatusTag tone={states[run.state][1]}>{states[run.state][0]}</StatusTag>
          <Progress percent={run.households > 0 ? Math.floor((run.progress / run.households) * 100) : 0} aria-label="测算进度" />
          <p className="zf-help" aria-live="polite">{run.households > 0 ? `已测算 ${count(run.progress)} / ${count(run.households)} 户` : "正在读取家庭情况表…"}</p>
        </Panel>
      )}
      {run.state === "failed" && <Alert type="error" showIcon title="没有完成" description={run.failure} />}
      {run.state === "cancelled" && <Alert type="info" showIcon title="这次测算已经取消，没有结果。" />}
      {run.result && <ResultView result={run.result} province={outlineOf(String(run.place))} />}
    </>
  );
}
