import { queryOptions } from "@tanstack/react-query";
import { api } from "@/api/http";
import type { Schemas } from "@/api/types";
import type { Tone } from "@/components/StatusTag";

export type Campaign = Schemas["LivenessCampaign"];
export type Row = Schemas["LivenessRow"];
export type Preview = Schemas["LivenessPreview"];
export type StartInput = Schemas["LivenessStart"];
export type VisitInput = Schemas["LivenessVisitInput"];

const going = (c?: Campaign) => c?.state === "preparing" || (c?.state === "running" && c.counts.waiting + c.counts.invited > 0);

/** A campaign that goes on is asked for again every few seconds. */
export const campaignQuery = (id: string) =>
  queryOptions({
    queryKey: ["liveness", id],
    queryFn: ({ signal }) => api.get<Campaign>(`/api/liveness/${id}`, undefined, signal),
    refetchInterval: (query) => (going(query.state.data) ? 3000 : false),
  });

export const campaignStates: Record<Campaign["state"], [string, Tone]> = {
  preparing: ["正在抽取人员", "blue"], running: ["进行中", "blue"], ended: ["已结束", "green"], cancelled: ["已取消", "grey"],
};

export const rowStates: Record<Row["state"], [string, Tone]> = {
  waiting: ["等待发出邀请", "grey"], invited: ["已邀请", "blue"], passed: ["手机认证通过", "green"], visiting: ["待入户", "amber"], alive: ["入户：健在", "green"],
  proxy: ["他人证明健在", "green"], moved: ["入户：已迁走", "red"], dead: ["入户：已去世", "red"], not_found: ["入户：没有找到", "red"], cancelled: ["已取消", "grey"],
};

export const reasons: Record<Exclude<Row["why"], "">, string> = {
  failed: "人脸认证未通过", silent: "到期没有认证", no_phone: "没有登记手机", unauthorised: "没有活体认证授权", unreached: "认证服务没有受理", cannot: "本人不能使用手机",
};

export const results: readonly { value: VisitInput["result"]; label: string }[] = [
  { value: "alive", label: "见到本人，健在" }, { value: "proxy", label: "没见到本人，由他人证明健在" }, { value: "moved", label: "已迁走" },
  { value: "dead", label: "已去世" }, { value: "not_found", label: "没有找到" },
];

export const decisions: Record<"change" | "keep" | "other", string> = { change: "已按程序发起变更或停发", keep: "核实后保留", other: "其他处理" };

export const kinds: readonly { value: string; label: string }[] = [
  { value: "dibao", label: "低保" }, { value: "dibao_single", label: "低保（单人户）" }, { value: "tekun", label: "特困供养" }, { value: "orphan", label: "孤儿" },
  { value: "unsupported_child", label: "事实无人抚养儿童" }, { value: "disability_living", label: "困难残疾人生活补贴" }, { value: "disability_nursing", label: "重度残疾人护理补贴" },
];

/** choiceText says in words who a campaign is about. */
export function choiceText(c: Campaign): string {
  const { choice } = c;
  const names = (choice.categories ?? []).map((k) => kinds.find((o) => o.value === k)?.label ?? k);
  const parts = [names.length === kinds.length ? "全部在享人员" : names.join("、")];
  if (choice.age_from) parts.push(`${choice.age_from} 岁以上`);
  if (choice.age_to) parts.push(`${choice.age_to} 岁以下`);
  if (choice.months) parts.push(`${choice.months} 个月没有认证过`);
  if (c.method === "sample") parts.push(`按镇街分层抽取 ${choice.percent ? `${choice.percent}%` : `${choice.number ?? 0} 人`}`);
  return parts.join("，");
}

/** proved is how many people are known to be alive. */
export const proved = (n: Campaign["counts"]) => n.passed + n.alive + n.proxy;
