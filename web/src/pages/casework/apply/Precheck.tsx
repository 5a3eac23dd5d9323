import { useQuery } from "@tanstack/react-query";
import { Form } from "antd";
import { api } from "@/api/http";
import type { Schemas } from "@/api/types";
import { QueryView } from "@/components";
import { ResultPanel } from "../case/ResultPanel";
import type { PolicyResult } from "../types";
import { precheckBody, type ApplyForm, type AskedFacts } from "./form";

type PrecheckReply = Schemas["Precheck"];

/** Precheck says what the policy makes of the application as it stands. It never stands in the way of handing it in. */
export function Precheck({ asked, today }: { asked: AskedFacts; today: string }) {
  const form = Form.useFormInstance<ApplyForm>();
  const body = precheckBody(form.getFieldsValue(true) as ApplyForm, asked, today);
  const query = useQuery({
    queryKey: ["precheck", body],
    queryFn: ({ signal }) => api.post<PrecheckReply>("/api/drafts/precheck", body, { signal }),
    enabled: body !== null,
    gcTime: 0, // the facts are not kept in memory beside the draft
  });
  if (!body) return null;
  return (
    <QueryView query={query}>
      {(reply) => (
        <>
          <ResultPanel title="政策预审（按申报）" result={reply.result as PolicyResult} members={body.members.map((m, i) => ({ person_id: `m${i}`, name: m.name || `第 ${i + 1} 位成员` }))} />
          {(reply.instead ?? []).length > 0 && (
            <p className="zf-help cw-gap">按同样的情况还可能符合：{(reply.instead ?? []).map((i) => `${i.name}${i.person ? `（${i.person}）` : ""}`).join("、")}。</p>
          )}
          <p className="zf-help cw-gap">预审只看申报的内容，供窗口提醒；<strong>不论结果如何，都可以提交申请</strong>，以核对和入户调查为准。</p>
        </>
      )}
    </QueryView>
  );
}
