import { PlusOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useState } from "react";
import { useMay } from "@/app/session";
import { DataTable, type Column } from "@/components/DataTable";
import { PageHeader } from "@/components/PageHeader";
import { StatusTag } from "@/components/StatusTag";
import { AuthorisationDrawer, LinkDrawer, SignDrawer } from "./AuthorisationDrawers";
import { authorisationStates, fetchAuthorisations, ways, type Authorisation } from "./authorisations";
import { purposes } from "./calls";
import { FindPerson } from "./FindPerson";
import type { Who } from "./who";

const columns: readonly Column<Authorisation>[] = [
  { key: "person", title: "授权人", primary: true, render: (a) => a.person_name },
  { key: "number", title: "编号", render: (a) => <span className="zf-num">{a.number}</span> },
  { key: "purpose", title: "用途", render: (a) => purposes[a.purpose] },
  { key: "classes", title: "数据项", render: (a) => (a.classes?.includes("*") ? "全部" : `${a.classes?.length ?? 0} 项`) },
  { key: "how", title: "签署", render: (a) => `${ways[a.signed_how]}，${a.signed_by}${a.guardian ? "（代签）" : ""}` },
  { key: "on", title: "签署日期", render: (a) => <span className="zf-num">{a.signed_on}</span> },
  { key: "until", title: "有效期至", render: (a) => <span className="zf-num">{a.valid_until ?? "撤回之前"}</span> },
  { key: "state", title: "状态", render: (a) => <StatusTag tone={authorisationStates[a.state][1]}>{authorisationStates[a.state][0]}</StatusTag> },
  { key: "place", title: "村（居）", render: (a) => a.place_name },
];

const filters = [
  { kind: "text", name: "q", label: "编号或姓名", secret: true },
  { kind: "select", name: "state", label: "状态", options: (["in_force", "ending", "expired", "withdrawn"] as const).map((value) => ({ value, label: authorisationStates[value][0] })) },
  { kind: "select", name: "purpose", label: "用途", options: Object.entries(purposes).map(([value, label]) => ({ value, label })), width: 190 },
  { kind: "select", name: "how", label: "签署方式", options: Object.entries(ways).map(([value, label]) => ({ value, label })) },
  { kind: "division", name: "place", label: "地区" },
] as const;

/** AuthorisationsPage lists who let whom ask what in a place, and takes new ones down. */
export default function AuthorisationsPage() {
  const may = useMay("verification.authorise");
  const [open, setOpen] = useState<Authorisation | null>(null);
  const [finding, setFinding] = useState<"sign" | "link" | null>(null);
  const [who, setWho] = useState<{ who: Who; to: "sign" | "link" } | null>(null);
  return (
    <>
      <PageHeader
        title="核对授权"
        about="没有本人签署的有效授权，任何查询都发不出去。每个人、每个用途分别授权，随时可以撤回。"
        actions={may && (
          <>
            <Button onClick={() => setFinding("link")}>发自助链接</Button>
            <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setFinding("sign")}>登记授权</Button>
          </>
        )}
      />
      <DataTable<Authorisation>
        name="authorisations"
        label="核对授权"
        fetchPage={fetchAuthorisations}
        columns={columns}
        rowKey={(a) => a.id}
        onOpen={setOpen}
        filters={filters}
        empty={{ title: "还没有核对授权", next: "申请受理时签的授权书会自动列入；也可以在这里登记，或发链接请本人在手机上签。" }}
      />
      {open && <AuthorisationDrawer of={open} onClose={() => setOpen(null)} />}
      {finding && <FindPerson title={finding === "sign" ? "登记谁的授权？" : "给谁发自助链接？"} onFound={(found) => { setWho({ who: found, to: finding }); setFinding(null); }} onClose={() => setFinding(null)} />}
      {who?.to === "sign" && <SignDrawer who={who.who} onClose={() => setWho(null)} />}
      {who?.to === "link" && <LinkDrawer who={who.who} onClose={() => setWho(null)} />}
    </>
  );
}
