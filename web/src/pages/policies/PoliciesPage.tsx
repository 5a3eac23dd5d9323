import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { QueryView } from "@/components/QueryView";
import "@/pages/public/board.css";
import "./policies.css";
import { placeSearch, usePolicyAddress } from "./address";
import { StatusMark } from "./marks";
import { PlaceChoice } from "./PlaceChoice";
import { PolicyNav } from "./PolicyNav";
import { policiesQuery } from "./queries";
import type { FilterChoice, PolicyList } from "./types";

/** PoliciesPage is the public list of help (政策清单): search first, then by theme and department; made to be printed too. */
export default function PoliciesPage() {
  const { address, change } = usePolicyAddress();
  const [text, setText] = useState(address.q);
  useEffect(() => {
    const timer = setTimeout(() => text.trim() !== address.q && change({ q: text.trim() }, true), 300);
    return () => clearTimeout(timer);
  });
  const { division, ...filter } = address;
  const list = useQuery(policiesQuery(division, filter));
  return (
    <>
      <h1 className="zb-title">政策清单</h1>
      <p className="zb-lead">遇到困难，可以申请哪些救助？这里写明每一项帮谁、怎么申请、依据哪份文件。不用登录。</p>
      <PolicyNav here="/policies" division={division} />
      <div className="zb-field zp-screen">
        <label className="zb-label" htmlFor="zp-q">找什么？写病、上学、残疾、工会、文号都可以</label>
        <input id="zp-q" type="search" className="zb-input" value={text} onChange={(e) => setText(e.target.value)} autoComplete="off" enterKeyHint="search" maxLength={60} />
      </div>
      <PlaceChoice division={division} onChange={(code) => change({ division: code })} />
      <QueryView query={list}>
        {(data) => (
          <>
            <Filters data={data} theme={address.theme} department={address.department} onChange={change} />
            <Cards data={data} division={division} onClear={() => { setText(""); change({ q: "", theme: "", department: "" }); }} />
          </>
        )}
      </QueryView>
    </>
  );
}

interface FiltersProps {
  data: PolicyList;
  theme: string;
  department: string;
  onChange: (next: { theme?: string; department?: string }) => void;
}

function Filters({ data, theme, department, onChange }: FiltersProps) {
  const options = (choices: FilterChoice[] | null) => (choices ?? []).map((c) => <option key={c.id} value={c.id}>{c.name}（{c.items}）</option>);
  return (
    <div className="zp-filters zp-screen">
      <label>
        <span>哪方面的困难</span>
        <select className="zb-input" value={theme} onChange={(e) => onChange({ theme: e.target.value })}>
          <option value="">全部</option>
          {options(data.themes)}
        </select>
      </label>
      <label>
        <span>哪个部门负责</span>
        <select className="zb-input" value={department} onChange={(e) => onChange({ department: e.target.value })}>
          <option value="">全部</option>
          {options(data.departments)}
        </select>
      </label>
    </div>
  );
}

function Cards({ data, division, onClear }: { data: PolicyList; division: string; onClear: () => void }) {
  const items = data.items ?? [];
  return (
    <>
      <p role="status" className="zp-count">
        {data.stand.place || data.stand.pack_title}：{items.length === data.total ? `共 ${data.total} 项` : `找到 ${items.length} 项（共 ${data.total} 项）`}
        <span className="zp-print-only">，{data.stand.day} 打印</span>
        {items.length > 0 && <button type="button" className="zb-quiet zp-screen" onClick={() => window.print()}>打印这份清单</button>}
      </p>
      {items.length === 0 && (
        <div className="zb-card">
          <h2>没有找到</h2>
          <p>换一个说法试试，例如“看病”“上学”“残疾”；也可以到就近的镇（街道）民政服务窗口直接说您的困难。</p>
          <button type="button" className="zb-button zb-second" onClick={onClear}>看全部政策</button>
        </div>
      )}
      <ul className="zp-list">
        {items.map((item) => (
          <li key={item.id} className="zb-card">
            <h2>
              <Link to="/policies/$item" params={{ item: item.id }} search={placeSearch(division) as never}>{item.name}</Link>
              {item.sample && <StatusMark status="sample" />}
            </h2>
            <p>{item.summary}</p>
            <p className="zb-small">{item.theme_name} · {item.kind_name} · {item.department} · {item.intake_name}</p>
          </li>
        ))}
      </ul>
      {items.some((item) => item.sample) && <p className="zb-small"><StatusMark status="sample" /> 表示其中有的数值没有查到公开规定，只作演示，以当地公布的为准。</p>}
    </>
  );
}

