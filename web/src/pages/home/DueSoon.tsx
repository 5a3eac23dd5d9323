import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { api } from "@/api/http";
import type { TaskPage } from "@/api/work";
import { DueTag, EmptyState, Panel, QueryView } from "@/components";
import { hasPage } from "@/routes";

const shown = 8;

interface Props {
  today: string;
  /** The office has no duties of its own but late ones from below: those are shown. */
  escalated: boolean;
}

/** DueSoon lists the duties of the office that end first, late ones on top. */
export function DueSoon({ today, escalated }: Props) {
  const box = escalated ? "escalated" : "office";
  const tasks = useQuery({
    queryKey: ["tasks", "due-soon", box, today],
    queryFn: ({ signal }) => api.get<TaskPage>("/api/tasks", { box, limit: shown }, signal),
  });
  return (
    <Panel
      title={escalated ? "下级逾期、升级到本级的待办" : "最先到期的待办"}
      extra={hasPage("/inbox") && <Link to="/inbox" search={{ box }}>全部待办</Link>}
    >
      <QueryView query={tasks}>
        {({ items }) =>
          (items ?? []).length === 0 ? (
            <EmptyState title="没有待办" next="新的申请、核对和审核任务会出现在这里。" />
          ) : (
            <ul className="zf-due">
              {(items ?? []).slice(0, shown).map((task) => (
                <li key={task.id}>
                  <Link to={task.link}>
                    <strong className="zf-ellipsis">{task.title}</strong>
                    <small className="zf-ellipsis">{task.subject}</small>
                    <DueTag daysLeft={task.left_days} />
                  </Link>
                </li>
              ))}
            </ul>
          )
        }
      </QueryView>
    </Panel>
  );
}
