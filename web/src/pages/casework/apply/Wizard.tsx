import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Alert, App, Button, Form, type FormInstance } from "antd";
import { useMemo, useRef, useState, type FormEvent } from "react";
import { api } from "@/api/http";
import { jumpTo, PageHeader, summaryOf, useLeaveGuard, type NamePath, type Summary } from "@/components";
import { searchQuery } from "@/components/divisions";
import type { CaseState, ItemForm } from "../types";
import { ApplicantStep } from "./ApplicantStep";
import { CheckStep } from "./CheckStep";
import { askedFacts, stepOf, stepTitles, submitBody, type ApplyForm } from "./form";
import { MeansStep } from "./MeansStep";
import { MembersStep } from "./MembersStep";
import { SignStep } from "./SignStep";
import { StepRail } from "./StepRail";
import { useServerDraft } from "./useServerDraft";
import { WizardSummary } from "./WizardSummary";

interface Props {
  id: string;
  version: number;
  content: ApplyForm | undefined;
  items: readonly ItemForm[];
}

const last = stepTitles.length - 1;

/** Wizard is the application in five steps over one form; what is written is kept on the server as it is written. */
export function Wizard({ id, version, content, items }: Props) {
  const [form] = Form.useForm<ApplyForm>();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [step, setStep] = useState(0);
  const [visited, setVisited] = useState<ReadonlySet<number>>(new Set([0]));
  const [summary, setSummary] = useState<Summary | null>(null);
  const [busy, setBusy] = useState(false);
  const running = useRef(false);
  const heading = useRef<HTMLHeadingElement>(null);

  const read = () => form.getFieldsValue(true) as ApplyForm;
  const draft = useServerDraft(id, version, read, () => {
    void queries.invalidateQueries({ queryKey: ["drafts"] });
    void navigate({ to: "/apply/$draft", params: { draft: id }, search: {}, replace: true });
  });
  const allowLeave = useLeaveGuard(draft.pending);

  const initial = useMemo<ApplyForm>(() => content ?? { item: items.find((i) => i.id === "dibao")?.id ?? items[0]?.id, members: [{ facts: {} }], facts: {} }, [content, items]);
  const itemId = Form.useWatch("item", { form, preserve: true }) ?? initial.item;
  const division = Form.useWatch("division", { form, preserve: true });
  const place = useQuery({ ...searchQuery(division ?? ""), enabled: Boolean(division) });
  const item = items.find((i) => i.id === itemId);
  const asked = useMemo(() => askedFacts(item), [item]);

  const go = (to: number) => {
    setStep(to);
    setVisited((seen) => new Set(seen).add(to));
    requestAnimationFrame(() => {
      heading.current?.focus({ preventScroll: true });
      window.scrollTo({ top: 0 });
    });
  };
  const jump = (path: NamePath) => {
    const to = stepOf(path, asked);
    setVisited((seen) => new Set(seen).add(to));
    setStep(to);
    setTimeout(() => jumpTo(form, path), 50); // the step must stand on the page first
  };

  /** Fields of the steps asked for that are wrong; unvisited steps hold nothing yet. */
  const check = async (upTo: number): Promise<boolean> => {
    const names = form.getFieldsError().map((f) => f.name as NamePath).filter((path) => stepOf(path, asked) <= upTo);
    try {
      await (form as FormInstance).validateFields(names);
      setSummary(null);
      return true;
    } catch {
      const fields = (form as FormInstance).getFieldsError(names).filter((f) => f.errors.length > 0).map((f) => ({ path: f.name as NamePath, message: f.errors[0] ?? "" }));
      setSummary({ message: "有内容还没有填对，请按提示修改。", reference: "", fields });
      return fields.length === 0;
    }
  };

  const submit = async () => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    try {
      const body = submitBody(read(), asked, id);
      const state = await api.post<CaseState>("/api/cases", body);
      draft.stop();
      allowLeave();
      queries.removeQueries({ queryKey: ["draft", id] });
      void queries.invalidateQueries({ queryKey: ["drafts"] });
      void queries.invalidateQueries({ queryKey: ["tasks"] });
      void message.success(state.again ? `这份申请已经提交过，受理号 ${state.number}` : `已提交，受理号 ${state.number}`, 6);
      void navigate({ to: "/cases/$id", params: { id: state.id } });
    } catch (thrown) {
      setSummary(summaryOf(form, thrown));
      window.scrollTo({ top: 0 });
    } finally {
      running.current = false;
      setBusy(false);
    }
  };

  const next = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await check(step))) return;
    draft.touch();
    void draft.flush();
    if (step < last) go(step + 1);
    else await submit();
  };

  const leave = async () => {
    draft.touch();
    if (await draft.flush()) void navigate({ to: "/apply" });
  };

  return (
    <form onSubmit={(event) => void next(event)} noValidate aria-label="救助申请">
      <PageHeader title={item ? `申请${item.name}` : "填写申请"} about={<span role="status" aria-live="polite">{draft.said || "填写的内容会自动保存"}</span>} />
      {draft.problem && (
        <Alert type="warning" showIcon className="cw-gap" title={`草稿没有存上：${draft.problem}`} description="已填的内容还在本页，请先不要关闭。" action={<Button size="small" onClick={() => void draft.flush()}>再存一次</Button>} />
      )}
      <Form<ApplyForm>
        form={form}
        component="div"
        name="apply"
        layout="vertical"
        initialValues={initial}
        requiredMark={(label, { required }) => <>{label}{!required && <span className="zf-optional">（选填）</span>}</>}
        onValuesChange={draft.touch}
      >
        <div className="cw-wizard">
          <StepRail titles={stepTitles} step={step} visited={visited} onGo={go} />
          <div className="cw-wizard-body">
            <h2 ref={heading} tabIndex={-1} className="cw-step-title">第 {step + 1} 步，共 {stepTitles.length} 步：{stepTitles[step]}</h2>
            <WizardSummary summary={summary} onJump={jump} />
            {visited.has(0) && <div hidden={step !== 0}><ApplicantStep items={items} /></div>}
            {visited.has(1) && <div hidden={step !== 1}><MembersStep fields={asked.person} /></div>}
            {visited.has(2) && <div hidden={step !== 2}><MeansStep income={asked.income} household={asked.household} /></div>}
            {visited.has(3) && <div hidden={step !== 3}><SignStep /></div>}
            {step === last && <CheckStep item={item} asked={asked} placeName={place.data?.find((d) => d.code === division)?.full_name ?? ""} onGo={go} />}
            <div className="cw-wizard-foot">
              {step > 0 && <Button onClick={() => go(step - 1)}>上一步</Button>}
              <Button type="primary" htmlType="submit" loading={busy}>{step === last ? "提交申请" : "下一步"}</Button>
              <Button type="link" onClick={() => void leave()}>存好，以后再填</Button>
            </div>
          </div>
        </div>
      </Form>
    </form>
  );
}
