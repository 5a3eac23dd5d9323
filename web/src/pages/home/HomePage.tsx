import { useQuery } from "@tanstack/react-query";
import { api } from "@/api/http";
import type { HomeNumbers } from "@/api/work";
import { useMay, useSession } from "@/app/session";
import { date, PageHeader, QueryView, Stat } from "@/components";
import { hasPage } from "@/routes";
import { Areas } from "./Areas";
import { StepsChart } from "./Charts";
import { DueSoon } from "./DueSoon";
import { Shortcuts } from "./Shortcuts";

/** HomePage: what waits for this role today, what is about to be late, and for supervisors where it is late. */
export default function HomePage() {
  const session = useSession();
  const mayNumbers = useMay("home.read");
  return (
    <>
      <PageHeader
        title={`${session.staff.name}，您好`}
        about={`${session.current.division_name} · ${session.current.role_label} · ${date(session.now)}`}
      />
      {mayNumbers && <Numbers />}
      <Shortcuts />
    </>
  );
}

function Numbers() {
  const { division } = useSession().current;
  const mayTasks = useMay("task.list");
  const mayCases = useMay("case.list");
  const home = useQuery({ queryKey: ["home"], queryFn: ({ signal }) => api.get<HomeNumbers>("/api/home", undefined, signal) });
  const tasks = mayTasks && hasPage("/inbox") ? "/inbox" : undefined;
  const cases = mayCases && hasPage("/cases") ? "/cases" : undefined;
  return (
    <QueryView query={home}>
      {(n) => (
        <>
          <section className="zf-stats" aria-label="数字">
            {mayTasks && (
              <>
                <Stat label="待办" value={n.tasks_open} to={tasks} search={{ box: "office" }} />
                <Stat label="即将到期" value={n.tasks_soon} tone="amber" to={tasks} search={{ box: "office", colour: "soon" }} />
                <Stat label="逾期" value={n.tasks_late} tone="red" to={tasks} search={{ box: "office", colour: "late" }} />
                {n.tasks_escalated > 0 && <Stat label="下级逾期升级" value={n.tasks_escalated} tone="red" to={tasks} search={{ box: "escalated" }} />}
              </>
            )}
            <Stat label="在办案件" value={n.cases_open} to={cases} search={{ status: "open" }} />
            <Stat label="本月申请" value={n.submitted_this_month} />
            <Stat label="本月确认" value={n.confirmed_this_month} to={cases} search={{ status: "confirmed" }} />
            <Stat label="本月不予确认" value={n.refused_this_month} to={cases} search={{ status: "refused" }} />
          </section>
          <div className="zf-grid">
            {mayTasks && <div className="zf-span-6"><DueSoon today={n.today} escalated={n.tasks_open === 0 && n.tasks_escalated > 0} /></div>}
            <div className="zf-span-6"><StepsChart steps={n.cases_by_step ?? []} list={cases} /></div>
            {(n.areas ?? []).length > 0 && <div className="zf-span-12"><Areas division={division} areas={n.areas ?? []} list={cases} /></div>}
          </div>
        </>
      )}
    </QueryView>
  );
}
