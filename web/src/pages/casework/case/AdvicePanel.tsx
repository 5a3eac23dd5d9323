import { useQuery } from "@tanstack/react-query";
import { Button, Drawer } from "antd";
import { useState } from "react";
import { MoneyText, Panel, QueryView, SampleMark } from "@/components";
import { AdviceDetailView } from "./AdviceDetailView";
import { adviceQuery, standingNames, type AdviceItem } from "./advice";

const order = ["eligible", "open", "held", "refused"] as const;
const tones: Record<AdviceItem["standing"], string> = { eligible: "zf-green", open: "zf-amber", held: "", refused: "zf-red" };

/** AdvicePanel is every item of the policy on the facts of the case: what may be had, what is open, what is held. */
export function AdvicePanel({ id, version }: { id: string; version: number }) {
  const [wanted, setWanted] = useState(false);
  const [open, setOpen] = useState<AdviceItem | null>(null);
  const query = useQuery({ ...adviceQuery(id, version), enabled: wanted });
  return (
    <Panel title="还可以申请什么">
      {!wanted && (
        <>
          <p className="zf-help">按本案现有的事实，逐项看全部救助事项：可以申请、正在享受、还缺什么、要改变结论需要什么。</p>
          <Button onClick={() => setWanted(true)}>逐项查看</Button>
        </>
      )}
      {wanted && (
        <QueryView query={query}>
          {(advice) => (
            <>
              {order.map((standing) => <Group key={standing} standing={standing} items={advice.items.filter((i) => i.standing === standing)} onOpen={setOpen} />)}
              <p className="zf-help cw-sub">按 {advice.date} 的政策文本 {advice.pack.name} {advice.pack.version} 计算；“正在享受”以低收入人口库为准。</p>
            </>
          )}
        </QueryView>
      )}
      <Drawer open={open !== null} onClose={() => setOpen(null)} size="large" title={open ? `${open.name}${open.person ? ` · ${open.person}` : ""}：${standingNames[open.standing]}` : ""} destroyOnHidden>
        {open && <AdviceDetailView id={id} version={version} item={open} />}
      </Drawer>
    </Panel>
  );
}

function Group({ standing, items, onOpen }: { standing: AdviceItem["standing"]; items: AdviceItem[]; onOpen: (item: AdviceItem) => void }) {
  if (items.length === 0) return null;
  const list = (
    <ul className="cw-advice">
      {items.map((i) => (
        <li key={`${i.item}.${i.person_id ?? ""}`}>
          <button type="button" className="zf-link" onClick={() => onOpen(i)}>{i.name}{i.person && `（${i.person}）`}</button>
          {i.amount_fen !== undefined && i.amount_fen !== null && i.unit !== "kwh_per_month" && <MoneyText fen={i.amount_fen} unit={i.unit === "fen_once" ? "元" : i.unit === "fen_per_year" ? "元/年" : "元/月"} />}
          {i.sample && standing !== "refused" && <SampleMark status="sample" />}
          {i.notes.map((n) => <span key={n} className="zf-help">{n}</span>)}
        </li>
      ))}
    </ul>
  );
  const title = `${standingNames[standing]}（${items.length}）`;
  if (standing === "refused") return <details className="cw-sub"><summary>{title}</summary>{list}</details>;
  return <div className="cw-sub"><h3 className={tones[standing]}>{title}</h3>{list}</div>;
}
