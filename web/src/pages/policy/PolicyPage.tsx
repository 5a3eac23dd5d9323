import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { api } from "@/api/http";
import type { PackSummary } from "@/api/policy";
import { PageHeader, Panel, QueryView } from "@/components";

/** PolicyPage lists the packs in force: each is the one text by which cases are judged, letters written, months paid. */
export default function PolicyPage() {
  const query = useQuery({ queryKey: ["policy"], queryFn: ({ signal }) => api.get<PackSummary[]>("/api/policy", undefined, signal) });
  return (
    <>
      <PageHeader title="政策包" about="系统按政策包办理：每条规则都有条款依据，每个数值都注明来源。" />
      <p className="zf-help"><Link to="/policies">公众看到的政策清单</Link>（不用登录，可以打印；每条规则链到文件原文）</p>
      <QueryView query={query}>
        {(packs) => (
          <div className="zf-grid">
            {packs.map((pack) => (
              <div className="zf-span-4" key={pack.name}>
                <Panel title={<Link to="/policy/$pack" params={{ pack: pack.name }}>{pack.title}</Link>}>
                  <p>{pack.items} 个事项，{pack.rules} 条规则，{pack.cases} 个验证案例</p>
                  <p className="zf-help">
                    版本 {pack.version}{pack.parent && `，在 ${packs.find((p) => p.name === pack.parent)?.title ?? pack.parent} 基础上细化`}
                  </p>
                  <p className="zf-help">摘要 <code title={pack.digest}>{pack.digest.slice(0, 16)}</code></p>
                </Panel>
              </div>
            ))}
          </div>
        )}
      </QueryView>
    </>
  );
}
