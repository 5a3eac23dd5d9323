import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { Button } from "antd";
import { lazy, Suspense, useState } from "react";
import { useMay } from "@/app/session";
import { DateText } from "@/components/DateText";
import { PageHeader } from "@/components/PageHeader";
import { Panel } from "@/components/Panel";
import { QueryView } from "@/components/QueryView";
import { StatusTag } from "@/components/StatusTag";
import "./registry.css";
import { Attention } from "./Attention";
import { householdFileQuery } from "./calls";
import { Facts } from "./Facts";
import { HouseholdEntitlements } from "./HouseholdEntitlements";
import { HouseholdMembers } from "./HouseholdMembers";
import { Touches } from "./Touches";
import type { HouseholdDetail, HouseholdFile, HouseholdMember } from "./types";

// Forms are fetched when they are asked for: calendars and pickers weigh more than the file itself.
const AddMemberDialog = lazy(() => import("./AddMemberDialog").then((m) => ({ default: m.AddMemberDialog })));
const HeadDialog = lazy(() => import("./HeadDialog").then((m) => ({ default: m.HeadDialog })));
const LeaveDialog = lazy(() => import("./LeaveDialog").then((m) => ({ default: m.LeaveDialog })));
const MoveDialog = lazy(() => import("./MoveDialog").then((m) => ({ default: m.MoveDialog })));

/** HouseholdPage is the file of one household: members over time, what it receives, and everything that touched it. */
export default function HouseholdPage() {
  const { id = "" } = useParams({ strict: false }) as { id?: string };
  const query = useQuery(householdFileQuery(id));
  return <QueryView query={query}>{(file) => <File key={file.household.id} file={file} />}</QueryView>;
}

/** headFirst sets the head before the others, as on the household register. */
function headFirst(household: HouseholdDetail): HouseholdMember[] {
  const isHead = (m: HouseholdMember) => m.person_id === household.head_id && !m.until;
  return [...household.members].sort((a, b) => Number(isHead(b)) - Number(isHead(a)));
}

function File({ file }: { file: HouseholdFile }) {
  const { household, touches } = file;
  const mayWrite = useMay("household.write") && !household.until;
  const mayEntitlements = useMay("entitlement.read");
  const [doing, setDoing] = useState<"add" | "head" | "move" | null>(null);
  const [leaving, setLeaving] = useState<HouseholdMember | null>(null);
  const close = () => setDoing(null);
  const present = household.members.filter((m) => !m.until);
  const head = household.members.find((m) => m.person_id === household.head_id);
  return (
    <>
      <PageHeader
        title={<>{head ? `${head.name}户` : "家庭档案"} {household.until && <StatusTag>已注销</StatusTag>}</>}
        about={<>家庭编号 <span className="zf-num">{household.number}</span> · {household.place.name}</>}
        actions={mayWrite && (
          <>
            <Button onClick={() => setDoing("move")}>整户迁移</Button>
            {(present.length > 1 || household.head_departed) && <Button onClick={() => setDoing("head")}>变更户主</Button>}
            <Button type="primary" disabled={household.head_departed} onClick={() => setDoing("add")}>增加成员</Button>
          </>
        )}
      />
      {household.head_departed && (
        <Attention title="户主已去世或离开">
          <p>请先变更户主，再办理本户的其他事项。</p>
          {mayWrite && <Button onClick={() => setDoing("head")}>变更户主</Button>}
        </Attention>
      )}
      <Panel title={`成员（现有 ${present.length} 人）`}>
        <HouseholdMembers members={headFirst(household)} onLeave={mayWrite ? setLeaving : undefined} />
      </Panel>
      <div className="zf-grid">
        <div className="zf-span-8">
          {mayEntitlements && <HouseholdEntitlements household={household.id} />}
          <Panel title="家庭情况">
            <Facts
              facts={[
                { label: "城乡", value: household.urban ? "城镇" : "农村" },
                { label: "建档日期", value: <DateText value={household.since} /> },
                ...(household.until ? [{ label: "注销日期", value: <DateText value={household.until} /> }] : []),
                { label: "所在地", value: household.place.name, wide: true },
                { label: "详细地址", value: household.address_mask, wide: true },
              ]}
            />
          </Panel>
        </div>
        <Panel title="全部记录" className="zf-span-4 zr-top">
          <Touches touches={touches} empty="还没有办理过事项。" />
        </Panel>
      </div>
      <Suspense fallback={null}>
        {doing === "add" && <AddMemberDialog household={household} onClose={close} />}
        {doing === "head" && <HeadDialog household={household} onClose={close} />}
        {doing === "move" && <MoveDialog household={household} onClose={close} />}
        {leaving && <LeaveDialog household={household} member={leaving} onClose={() => setLeaving(null)} />}
      </Suspense>
    </>
  );
}
