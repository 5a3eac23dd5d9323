import { useQuery } from "@tanstack/react-query";
import { Link, useParams, useSearch } from "@tanstack/react-router";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { QueryView } from "@/components/QueryView";
import "./board.css";
import { NoticeFacts } from "./NoticeCard";
import { ObjectionForm } from "./ObjectionForm";
import { boardQuery } from "./queries";
import type { ObjectionReceipt } from "./types";

/** ObjectionPage takes what somebody has to say about a notice, and thanks. */
export default function ObjectionPage() {
  const { id = "" } = useParams({ strict: false }) as { id?: string };
  const asked = useSearch({ strict: false }) as { division?: unknown };
  const division = asked.division ? String(asked.division) : "";
  const query = useQuery(boardQuery(division));
  const [receipt, setReceipt] = useState<ObjectionReceipt | null>(null);
  const back = (
    <Link className="zb-button zb-second" to="/board" search={division ? { division: Number(division) } : {}}>返回公示栏</Link>
  );

  if (receipt) return <Thanks message={receipt.message} back={back} />;
  if (!division) return <Gone back={back} />;
  return (
    <QueryView query={query}>
      {(board) => {
        const notice = board.notices.find((n) => n.id === id);
        if (!notice) return <Gone back={back} />;
        return (
          <>
            <h1 className="zb-title">对{notice.name}的申请提出不同意见</h1>
            <div className="zb-card">
              <NoticeFacts notice={notice} />
            </div>
            <ObjectionForm noticeId={notice.id} onSent={setReceipt} />
            {back}
          </>
        );
      }}
    </QueryView>
  );
}

function Thanks({ message, back }: { message: string; back: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="zb-card zb-thanks" role="status">
      <h1 ref={heading} tabIndex={-1} className="zb-title">谢谢您，意见已收到</h1>
      <p>{message}</p>
      <p>镇（街道）会核实您反映的情况，需要时重新入户调查或者组织民主评议。</p>
      <p>您的姓名和联系方式不会公开，只有办案人员能看到。</p>
      {back}
    </div>
  );
}

function Gone({ back }: { back: ReactNode }) {
  return (
    <div className="zb-card" role="status">
      <h1 className="zb-title">这份公示已经结束</h1>
      <p>公示到期后就撤下，不能再在这里提意见。您仍然可以到镇（街道）民政服务窗口反映情况。</p>
      {back}
    </div>
  );
}
