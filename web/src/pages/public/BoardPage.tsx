import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { QueryView } from "@/components/QueryView";
import "./board.css";
import { BenefitList } from "./BenefitList";
import { NoticeCard } from "./NoticeCard";
import { OfficeLine } from "./OfficeLine";
import { lastPlace, rememberPlace } from "./place";
import { PlaceSteps } from "./PlaceSteps";
import { boardQuery } from "./queries";
import type { PublicBoard } from "./types";

// The link itself marks where one is; without this the shorter address would count as open on both.
const exactly = { exact: true, includeSearch: true } as const;

/** BoardPage is the public notice board: choose the village, read its notices, object; and the long-term list beside. */
export default function BoardPage() {
  const navigate = useNavigate();
  const asked = useSearch({ strict: false }) as { division?: unknown; list?: unknown };
  const [choosing, setChoosing] = useState(false);
  const division = asked.division ? String(asked.division) : lastPlace();
  const long = asked.list === "long";
  const board = useQuery(boardQuery(division));

  if (!division || choosing) {
    return (
      <>
        <h1 className="zb-title">社会救助公示</h1>
        <p className="zb-lead">这里公布正在公示的救助申请。不用登录，人人都可以看，也可以提出不同意见。</p>
        <p className="zb-lead"><Link to="/check" className="zb-button zb-second">家里有困难？看看可以申请什么</Link></p>
        <PlaceSteps
          onChoose={(d) => {
            rememberPlace(d.code);
            setChoosing(false);
            void navigate({ to: "/board", search: { division: Number(d.code) } });
          }}
        />
        {division && <button type="button" className="zb-quiet" onClick={() => setChoosing(false)}>不换了，返回</button>}
      </>
    );
  }
  return (
    <>
      <h1 className="zb-title">社会救助公示</h1>
      <p className="zb-here">
        <strong>{board.data?.name ?? "正在打开…"}</strong>
        <button type="button" className="zb-quiet" onClick={() => setChoosing(true)}>换一个地方</button>
      </p>
      <nav aria-label="公示种类" className="zb-tabs">
        <Link to="/board" search={{ division: Number(division) }} activeOptions={exactly} aria-current={long ? undefined : "page"}>正在公示</Link>
        <Link to="/board" search={{ division: Number(division), list: "long" }} activeOptions={exactly} aria-current={long ? "page" : undefined}>
          长期公示
        </Link>
      </nav>
      <p className="zb-lead"><Link to="/check">家里有困难？看看可以申请什么</Link></p>
      {long ? <BenefitList division={division} /> : <QueryView query={board}>{(data) => <Notices board={data} />}</QueryView>}
    </>
  );
}

function Notices({ board }: { board: PublicBoard }) {
  if (board.notices.length === 0) {
    return (
      <div className="zb-card" role="status">
        <h2>现在没有正在公示的申请</h2>
        <p>公示张贴 7 天，到期就撤下。想看已经在领救助的家庭，请看“长期公示”。</p>
        <OfficeLine office={board.office} />
      </div>
    );
  }
  return (
    <>
      <p className="zb-lead">下面这些家庭申请了救助，镇（街道）已经调查核实，现在请大家监督。您有不同意见，可以在公示期内提出。</p>
      {board.notices.map((notice) => <NoticeCard key={notice.id} notice={notice} division={board.division} />)}
      <OfficeLine office={board.office} />
    </>
  );
}
