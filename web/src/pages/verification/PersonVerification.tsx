import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { useMay } from "@/app/session";
import { ErrorState } from "@/components/ErrorState";
import { Panel } from "@/components/Panel";
import { StatusTag } from "@/components/StatusTag";
import { TableView, type Column } from "@/components/TableView";
import { AskedMore, AskedTable } from "./AskedTable";
import { AuthorisationDrawer, LinkDrawer, SignDrawer } from "./AuthorisationDrawers";
import { authorisationStates, personAskedQuery, personAuthorisationsQuery, ways, type Authorisation } from "./authorisations";
import { purposes } from "./calls";
import type { Who } from "./who";

const shown = 10;

const columns: readonly Column<Authorisation>[] = [
  { key: "number", title: "编号", primary: true, render: (a) => <span className="zf-num">{a.number}</span> },
  { key: "purpose", title: "用途", render: (a) => purposes[a.purpose] },
  { key: "how", title: "签署", render: (a) => `${ways[a.signed_how]}，${a.signed_by}${a.guardian ? "（代签）" : ""}，${a.signed_on}` },
  { key: "until", title: "有效期至", render: (a) => <span className="zf-num">{a.valid_until ?? "撤回之前"}</span> },
  { key: "state", title: "状态", render: (a) => <StatusTag tone={authorisationStates[a.state][1]}>{authorisationStates[a.state][0]}</StatusTag> },
];

/** PersonVerification is the part of a person's file about verification: their authorisations and who asked about them. */
export default function PersonVerification({ who }: { who: Who }) {
  const authorisations = useQuery(personAuthorisationsQuery(who.id));
  const asked = useQuery(personAskedQuery(who.id));
  const may = useMay("verification.authorise");
  const [doing, setDoing] = useState<"sign" | "link" | null>(null);
  const [open, setOpen] = useState<Authorisation | null>(null);
  return (
    <>
      <Panel
        title="核对授权"
        extra={may && <><Button size="small" onClick={() => setDoing("link")}>发自助链接</Button> <Button size="small" type="primary" onClick={() => setDoing("sign")}>登记授权</Button></>}
      >
        {authorisations.isError && <ErrorState error={authorisations.error} onRetry={() => void authorisations.refetch()} />}
        {authorisations.data?.length === 0 && <p className="zf-help">还没有签过核对授权书，不能查询此人的任何信息。</p>}
        {(authorisations.data?.length ?? 0) > 0 && <TableView<Authorisation> label="核对授权" columns={columns} rows={authorisations.data ?? []} rowKey={(a) => a.id} onOpen={setOpen} />}
      </Panel>
      <Panel title="谁查过我" extra={(asked.data?.length ?? 0) > 0 && <AskedMore person={who.id} count={asked.data?.length ?? 0} />}>
        {asked.isError && <ErrorState error={asked.error} onRetry={() => void asked.refetch()} />}
        {asked.data?.length === 0 && <p className="zf-help">还没有人查询过此人的信息。</p>}
        {(asked.data?.length ?? 0) > 0 && <AskedTable rows={(asked.data ?? []).slice(0, shown)} />}
      </Panel>
      {doing === "sign" && <SignDrawer who={who} onClose={() => setDoing(null)} />}
      {doing === "link" && <LinkDrawer who={who} onClose={() => setDoing(null)} />}
      {open && <AuthorisationDrawer of={open} onClose={() => setOpen(null)} />}
    </>
  );
}
