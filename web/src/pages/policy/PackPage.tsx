import { useQuery } from "@tanstack/react-query";
import { Link, useParams, useSearch } from "@tanstack/react-router";
import { api } from "@/api/http";
import type { PackView } from "@/api/policy";
import { PageHeader, QueryView } from "@/components";
import { DocumentsView } from "./DocumentsView";
import { FactsView } from "./FactsView";
import { ItemsView } from "./ItemsView";
import { ParametersView } from "./ParametersView";
import { ProceduresView } from "./ProceduresView";

const tabs = [
  { key: "items", label: "事项与规则" },
  { key: "parameters", label: "标准与参数" },
  { key: "procedures", label: "办理程序" },
  { key: "facts", label: "事实目录" },
  { key: "documents", label: "政策文件" },
] as const;

type Tab = (typeof tabs)[number]["key"];

/** PackPage reads a pack aloud: items with rules and clauses, parameters by place and date, procedures, facts, documents. */
export default function PackPage() {
  const { pack: name = "" } = useParams({ strict: false }) as { pack?: string };
  const search = useSearch({ strict: false }) as { tab?: string; item?: string };
  const tab: Tab = tabs.find((t) => t.key === search.tab)?.key ?? "items";
  const query = useQuery({
    queryKey: ["policy", name],
    queryFn: ({ signal }) => api.get<PackView>(`/api/policy/${encodeURIComponent(name)}`, undefined, signal),
    staleTime: 5 * 60_000,
  });
  return (
    <QueryView query={query}>
      {(pack) => (
        <>
          <PageHeader
            title={`${pack.title}政策包`}
            about={`版本 ${pack.version}，${(pack.item_list ?? []).length} 个事项，${pack.rules} 条规则，${pack.cases} 个验证案例`}
          />
          <nav className="zf-tabs" aria-label="政策包内容">
            {tabs.map((t) => (
              <Link key={t.key} to="/policy/$pack" params={{ pack: name }} search={{ tab: t.key }} aria-current={t.key === tab ? "page" : undefined}>
                {t.label}
              </Link>
            ))}
          </nav>
          {tab === "items" && <ItemsView pack={pack} item={search.item} />}
          {tab === "parameters" && <ParametersView pack={pack.name} />}
          {tab === "procedures" && <ProceduresView procedures={pack.procedures ?? []} />}
          {tab === "facts" && <FactsView facts={pack.facts ?? []} />}
          {tab === "documents" && <DocumentsView documents={pack.documents ?? []} />}
        </>
      )}
    </QueryView>
  );
}
