import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { QueryView } from "@/components/QueryView";
import "@/pages/public/board.css";
import "./policies.css";
import { placeSearch, usePolicyAddress } from "./address";
import { PolicyNav } from "./PolicyNav";
import { documentsQuery } from "./queries";
import { readingText } from "./readings";

/** DocumentsPage lists the documents that the policies stand on, and says of which the text can be read here. */
export default function DocumentsPage() {
  const { address } = usePolicyAddress();
  const query = useQuery(documentsQuery);
  return (
    <>
      <h1 className="zb-title">政策文件</h1>
      <p className="zb-lead">每一条政策都写明依据哪份文件的哪一条。有原文的，可以直接看那一条。</p>
      <PolicyNav here="/policies/documents" division={address.division} />
      <QueryView query={query}>
        {(documents) => (
          <ul className="zp-list">
            {(documents ?? []).map((d) => (
              <li key={d.id} className="zb-card">
                <h2><Link to="/policies/documents/$id" params={{ id: d.id }} search={placeSearch(address.division) as never}>{d.number}</Link></h2>
                <p>{d.title}</p>
                <p className="zb-small">
                  {d.has_text ? "收录原文" : "原文未收录"} · {readingText(d.reading)} · {d.cited} 处政策依据它{d.in_force && ` · ${d.in_force} 起施行`}
                </p>
              </li>
            ))}
          </ul>
        )}
      </QueryView>
    </>
  );
}
