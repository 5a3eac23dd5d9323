import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Alert, Form, Input, Radio } from "antd";
import { useRef } from "react";
import { api } from "@/api/http";
import { FormSection, yuan } from "@/components";
import { differenceText, cellText } from "../case/FactsPanel";
import { grouped } from "../case/ResultPanel";
import type { CasePageData, FactKind, Facts, FactSides, PolicyResult } from "../types";
import { ActForm, type ActProps } from "./ActForm";
import { BelieveAll } from "./BelieveAll";
import { changeText, groupsOf, sources } from "./differences";
import { household } from "./memberFacts";
import { WordsItem } from "./fields";

interface Choice { kind?: Exclude<FactKind, "adopted">; note?: string }
interface Values { outcome?: string; reason?: string; adopted?: Record<string, Record<string, Choice | undefined> | undefined> }

/**
 * FirstOpinionForm: the township's opinion. Each difference between the sources is looked at and one source believed by name; those
 * that came about in the same way may be filled in together.
 */
export default function FirstOpinionForm(props: ActProps) {
  const { data } = props;
  const [form] = Form.useForm<Values>();
  const outcome = Form.useWatch("outcome", { form, preserve: true });
  const adopted = Form.useWatch("adopted", { form, preserve: true });
  const keep = useRef<(() => void) | null>(null);
  const published = data.steps.some((s) => s.step === "notice"); // a child's case is never published
  const open = data.facts.filter((f) => f.unexplained);
  const sent = open.map((f) => ({ f, who: f.person_id ?? household }));
  return (
    <ActForm<Values>
      {...props}
      form={form}
      keep={keep}
      submitLabel="提出初审意见"
      place={(name) => {
        const match = /^adopted\[(\d+)\]/.exec(name);
        const at = match ? sent[Number(match[1])] : undefined;
        return at ? `adopted.${at.who}.${at.f.key}.kind` : name;
      }}
      body={(v) => ({
        outcome: v.outcome,
        reason: v.reason?.trim() || undefined,
        adopted: v.outcome === "resurvey" ? [] : sent.flatMap(({ f, who }) => {
          const choice = v.adopted?.[who]?.[f.key];
          return choice?.kind ? [{ ...(f.person_id ? { person_id: f.person_id } : {}), key: f.key, kind: choice.kind, note: choice.note?.trim() || undefined }] : [];
        }),
      })}
    >
      <Now data={data} tried={triedFacts(open, adopted)} />
      {open.length > 0 && outcome !== "resurvey" && (
        <FormSection title={`来源不一致的 ${open.length} 项，逐项选定采信哪一个`} help="没有选定的，不能提出意见。采信后按采信的数据重新计算政策结论。">
          {groupsOf(open).map((g) => (
            <section key={g.id} aria-label={g.title}>
              {g.facts.length > 1 && g.sources.length > 0 && <BelieveAll group={g} form={form} onSet={() => keep.current?.()} />}
              {g.facts.map((f) => <Difference key={`${f.person_id ?? household}.${f.key}`} fact={f} />)}
            </section>
          ))}
        </FormSection>
      )}
      <FormSection title="初审意见">
        <Form.Item name="outcome" label="意见" rules={[{ required: true, message: "请选择初审意见。" }]}>
          <Radio.Group
            className="cw-stack"
            options={[
              { value: "agree", label: published ? "拟同意，进入公示" : "拟同意，报请决定" },
              { value: "refuse", label: "拟不予确认，报请决定" },
              { value: "resurvey", label: "退回，重新入户调查" },
            ]}
          />
        </Form.Item>
        <WordsItem
          key={outcome === "agree" ? "may" : "must"}
          name="reason"
          label={outcome === "agree" ? "说明" : "事实、条款和理由"}
          required={outcome === "refuse" || outcome === "resurvey"}
          extra={outcome === "refuse" ? "写明认定的事实、依据的条款和理由，将写入告知书。" : undefined}
        />
      </FormSection>
    </ActForm>
  );
}

/** triedFacts are the values chosen so far, to be tried out on the policy before anything is stored. */
export function triedFacts(open: readonly FactSides[], adopted: Values["adopted"]): { person_id?: string; facts: Facts }[] {
  return open.flatMap((f) => {
    const kind = adopted?.[f.person_id ?? household]?.[f.key]?.kind;
    const cell = kind && f[kind];
    return cell ? [{ ...(f.person_id ? { person_id: f.person_id } : {}), facts: { [f.key]: cell.value } }] : [];
  });
}

/** What the policy says on the facts as they would be believed. */
function Now({ data, tried }: { data: CasePageData; tried: ReturnType<typeof triedFacts> }) {
  const query = useQuery({
    queryKey: ["evaluate", data.case.id, data.case.version, tried],
    queryFn: ({ signal }) => api.post<{ result: PolicyResult }>(`/api/cases/${data.case.id}/evaluate`, { facts: tried }, { signal }),
    enabled: tried.length > 0,
    placeholderData: keepPreviousData,
  });
  const r = tried.length > 0 ? (query.data?.result ?? data.result) : data.result;
  if (!r) return null;
  const lines = (r.rules ?? []).filter((rule) => rule.passed === false).map((rule) => rule.reason);
  const changed = tried.length > 0 && data.result ? changeText(data.result, r) : "";
  const says = (parts: string[]) => parts.filter(Boolean).join(" ") || undefined;
  if (r.outcome === "eligible")
    return <Alert className="cw-now" type="success" showIcon title={r.amount_fen == null ? "政策结论：符合条件" : `政策结论：符合条件，每月 ${yuan(r.amount_fen)} 元`} description={says([changed])} />;
  if (r.outcome === "ineligible") return <Alert className="cw-now" type="error" showIcon title="政策结论：不符合条件" description={says([changed, ...lines])} />;
  return <Alert className="cw-now" type="warning" showIcon title="政策结论：证据不足" description={says([changed, grouped(r.missing ?? [], data.members).join("；")])} />;
}

function Difference({ fact }: { fact: FactSides }) {
  const name = fact.member_name ? `${fact.member_name}的${fact.label}` : fact.label;
  const path = ["adopted", fact.person_id ?? household, fact.key];
  return (
    <div className="cw-member" role="group" aria-label={name}>
      <Form.Item name={[...path, "kind"]} label={name} extra={differenceText(fact)} rules={[{ required: true, message: `请选定${name}采信哪个来源。` }]}>
        <Radio.Group
          className="cw-stack"
          options={sources.flatMap(([kind, label]) => {
            const cell = fact[kind];
            return cell ? [{ value: kind, label: `${label}：${cell.value === null ? "未知" : cellText(fact, cell)}` }] : [];
          })}
        />
      </Form.Item>
      <Form.Item name={[...path, "note"]} label="采信理由"><Input maxLength={300} autoComplete="off" /></Form.Item>
    </div>
  );
}
