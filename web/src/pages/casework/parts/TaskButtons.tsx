import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button, Modal, Select } from "antd";
import { useState } from "react";
import { asApiError } from "@/api/errors";
import { api } from "@/api/http";
import { useMay, useSession } from "@/app/session";
import type { TaskRow } from "../types";

interface Colleague {
  id: string;
  name: string;
}

/** useColleagues are the others who hold the same duty at the same office. */
function useColleagues(): Colleague[] {
  const { current } = useSession();
  const may = useMay("task.claim");
  const people = useQuery({
    queryKey: ["colleagues", current.assignment_id],
    queryFn: ({ signal }) => api.get<{ items: Colleague[] | null }>("/api/tasks/colleagues", undefined, signal),
    enabled: may,
    staleTime: 5 * 60_000,
    retry: false,
  });
  return people.data?.items ?? [];
}

/** useTaskAct takes, gives back or hands on a duty, and fetches the lists that change with it. */
function useTaskAct() {
  const queries = useQueryClient();
  const { message } = App.useApp();
  return useMutation({
    mutationFn: async ({ tasks, act, staff }: { tasks: readonly TaskRow[]; act: "claim" | "release" | "assign"; staff?: string }) => {
      for (const t of tasks) await api.post(`/api/tasks/${t.root_id}/${t.id}/${act}`, staff ? { staff_id: staff } : undefined);
      return act;
    },
    onSuccess: (act) => void message.success({ claim: "已领取", release: "已退回", assign: "已指派" }[act]),
    onError: (thrown) => void message.error(asApiError(thrown).message),
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: ["inbox"] });
      void queries.invalidateQueries({ queryKey: ["tasks"] });
    },
  });
}

/** TaskButtons stand in each row: 领取 for a free duty, 退回 for one's own, 指派 for both. */
export function TaskButtons({ task }: { task: TaskRow }) {
  const run = useTaskAct();
  const [handing, setHanding] = useState(false);
  const colleagues = useColleagues();
  return (
    <span className="cw-inline">
      {!task.assignee && <Button size="small" loading={run.isPending} onClick={() => run.mutate({ tasks: [task], act: "claim" })}>领取</Button>}
      {task.mine && <Button size="small" loading={run.isPending} onClick={() => run.mutate({ tasks: [task], act: "release" })}>退回</Button>}
      {colleagues.length > 0 && (task.mine || !task.assignee) && <Button size="small" type="text" onClick={() => setHanding(true)}>指派</Button>}
      {handing && <AssignDialog tasks={[task]} colleagues={colleagues} onClose={() => setHanding(false)} />}
    </span>
  );
}

/** BulkTaskButtons do the same for all rows chosen. */
export function BulkTaskButtons({ tasks, clear }: { tasks: readonly TaskRow[]; clear: () => void }) {
  const run = useTaskAct();
  const [handing, setHanding] = useState(false);
  const colleagues = useColleagues();
  return (
    <>
      <Button size="small" loading={run.isPending} onClick={() => run.mutate({ tasks: tasks.filter((t) => !t.assignee), act: "claim" }, { onSuccess: clear })}>领取</Button>
      {colleagues.length > 0 && <Button size="small" onClick={() => setHanding(true)}>指派</Button>}
      {handing && <AssignDialog tasks={tasks} colleagues={colleagues} onClose={() => { setHanding(false); clear(); }} />}
    </>
  );
}

function AssignDialog({ tasks, colleagues, onClose }: { tasks: readonly TaskRow[]; colleagues: readonly Colleague[]; onClose: () => void }) {
  const run = useTaskAct();
  const [staff, setStaff] = useState<string>();
  return (
    <Modal
      open
      title={tasks.length > 1 ? `指派 ${tasks.length} 件待办` : "指派待办"}
      okText="指派"
      cancelText="取消"
      okButtonProps={{ disabled: !staff, loading: run.isPending }}
      onOk={() => run.mutate({ tasks, act: "assign", staff }, { onSuccess: onClose })}
      onCancel={onClose}
    >
      <p>{tasks.map((t) => `${t.title}：${t.subject}`).slice(0, 5).join("；")}{tasks.length > 5 && "…"}</p>
      <label htmlFor="assign-to">交给同岗位的</label>
      <Select
        id="assign-to"
        style={{ width: "100%" }}
        showSearch={{ optionFilterProp: "label" }}
        value={staff}
        onChange={setStaff}
        options={colleagues.map((p) => ({ value: p.id, label: p.name }))}
      />
    </Modal>
  );
}
