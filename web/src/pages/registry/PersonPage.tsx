import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { Button } from "antd";
import { lazy, Suspense, useState } from "react";
import { useMay } from "@/app/session";
import { PageHeader } from "@/components/PageHeader";
import { Panel } from "@/components/Panel";
import { QueryView } from "@/components/QueryView";
import "./registry.css";
import { personFileQuery } from "./calls";
import { CategoryTags } from "./CategoryTags";
import { PersonCategories } from "./PersonCategories";
import { PersonFactsPanel } from "./PersonFactsPanel";
import { PersonHouseholds } from "./PersonHouseholds";
import { Touches } from "./Touches";
import type { PersonFile } from "./types";

// Fetched when it is asked for: a calendar weighs more than the file itself.
const PersonVerification = lazy(() => import("../verification/PersonVerification"));
const DeathDialog = lazy(() => import("./DeathDialog").then((m) => ({ default: m.DeathDialog })));

/** PersonPage is the file of one person (一人一档案): facts, households, identities and everything that touched them. */
export default function PersonPage() {
  const { id = "" } = useParams({ strict: false }) as { id?: string };
  const query = useQuery(personFileQuery(id));
  return <QueryView query={query}>{(file) => <File file={file} />}</QueryView>;
}

function File({ file }: { file: PersonFile }) {
  const { person, households, categories, touches } = file;
  const mayWrite = useMay("person.write");
  const mayVerify = useMay("verification.read");
  const [dying, setDying] = useState(false);
  const present = households.find((h) => !h.until);
  return (
    <>
      <PageHeader
        title={
          <>
            {person.name}
            {person.death_date && <span className="zr-tags"><span className="zf-tag zf-grey">{person.death_date} 去世</span></span>}
            <CategoryTags kinds={categories.filter((c) => !c.until).map((c) => c.kind)} />
          </>
        }
        about={<>人员编号 <span className="zf-num">{person.number}</span> · {person.place.name}</>}
        actions={
          <>
            {present && <Link to="/households/$id" params={{ id: present.household_id }}><Button>家庭档案</Button></Link>}
            {mayWrite && <Button onClick={() => setDying(true)}>{person.death_date ? "更正死亡日期" : "登记死亡"}</Button>}
            {mayWrite && <Link to="/people/$id/edit" params={{ id: person.id }}><Button type="primary">修改档案</Button></Link>}
          </>
        }
      />
      <div className="zf-grid">
        <div className="zf-span-8">
          <PersonFactsPanel person={person} />
          <PersonHouseholds households={households} />
          <PersonCategories categories={categories} />
        </div>
        <Panel title="全部记录" className="zf-span-4 zr-top">
          <Touches touches={touches} empty="还没有办理过事项。" />
        </Panel>
        <Suspense fallback={null}>{mayVerify && <div className="zf-span-12"><PersonVerification who={{ id: person.id, name: person.name, birth: person.birth }} /></div>}</Suspense>
      </div>
      <Suspense fallback={null}>{dying && <DeathDialog person={person} onClose={() => setDying(false)} />}</Suspense>
    </>
  );
}
