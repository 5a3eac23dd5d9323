import { useQueryClient } from "@tanstack/react-query";
import { Alert, App, Button, Form, type FormInstance } from "antd";
import { useMemo, useState, type ReactNode, type RefObject } from "react";
import { asApiError, ApiError } from "@/api/errors";
import { api } from "@/api/http";
import { useSession } from "@/app/session";
import { ServerForm, useDraft } from "@/components";
import { sessionDraft } from "../parts/sessionDraft";
import type { Act, CasePageData, CaseState } from "../types";

export interface ActProps {
  data: CasePageData;
  act: Act;
  /** What the act is about, where it is not the case as a whole: the objection. */
  subject?: string;
  onDone: () => void;
}

interface Props<T extends object> extends ActProps {
  /** Last part of the endpoint; absent: the act's name. */
  path?: string;
  initial?: Partial<T>;
  /** The request; the version of the case is added, unless the act stands beside the procedure (an objection). */
  body: (values: T) => object;
  form?: FormInstance<T>;
  /** Holds a call that keeps the draft after something was filled in by a button and not typed. */
  keep?: RefObject<(() => void) | null>;
  versionless?: boolean;
  submitLabel: ReactNode;
  extra?: ReactNode;
  /** Field names of the server → path in this form, where they differ. */
  place?: (name: string) => string;
  children: ReactNode;
}

/** sendAct posts an act on the case that the person saw; the answer says what was done and what comes next. */
export function sendAct(data: CasePageData, path: string, version: number | undefined, body: object, key: string): Promise<CaseState> {
  return api.post<CaseState>(`/api/cases/${data.case.id}/${path}`, version === undefined ? body : { ...body, version }, { idempotencyKey: key });
}

/** useActDone tells what was done and fetches all that it changed. */
export function useActDone(caseId: string, onDone: () => void): (state: CaseState) => void {
  const queries = useQueryClient();
  const { message } = App.useApp();
  return (state) => {
    void message.success(state.message, 6);
    void queries.invalidateQueries({ queryKey: ["case", caseId] });
    for (const list of ["tasks", "inbox", "cases", "review"]) void queries.invalidateQueries({ queryKey: [list] });
    onDone();
  };
}

/**
 * ActForm is the form of one act: what is typed stays in this tab until it is sent, a refusal shows the server's words, and
 * a case that has moved on meanwhile can be fetched anew without losing what was typed.
 */
export function ActForm<T extends object>(props: Props<T>) {
  const { data, act, path = act.act, initial, body, submitLabel, extra, place, children, onDone } = props;
  const { staff } = useSession();
  const queries = useQueryClient();
  const [own] = Form.useForm<T>();
  const form = props.form ?? own;
  const store = useMemo(() => sessionDraft<Partial<T>>(staff.id, `${data.case.id}.${act.act}.${props.subject ?? ""}`), [staff.id, data.case.id, act.act, props.subject]);
  const [restored] = useState(() => store.load() as Partial<T> | null);
  const draft = useDraft(store);
  const [version, setVersion] = useState(data.case.version);
  const [stale, setStale] = useState(false);
  const done = useActDone(data.case.id, onDone);

  if (props.keep) props.keep.current = () => draft.change(form.getFieldsValue(true) as Partial<T>);
  const submit = async (values: T, key: string) => {
    try {
      const state = await sendAct(data, path, props.versionless ? undefined : version, body(values), key);
      await draft.clear();
      done(state);
    } catch (thrown) {
      const problem = asApiError(thrown);
      if (problem.code === "stale_version") setStale(true);
      throw place ? new ApiError({ ...problem, message: problem.message, errors: problem.errors.map((e) => ({ ...e, name: place(e.name) })) }) : problem;
    }
  };
  const renew = async () => {
    await queries.refetchQueries({ queryKey: ["case", data.case.id] });
    const fresh = queries.getQueryData<CasePageData>(["case", data.case.id]);
    if (fresh) setVersion(fresh.case.version);
    setStale(false);
  };
  return (
    <>
      {act.blocked && <Alert className="cw-gap" type="warning" showIcon title={act.blocked} />}
      {restored && (
        <Alert
          className="cw-gap"
          type="info"
          showIcon
          title="已恢复上次没有提交的内容。"
          action={<Button size="small" onClick={() => { void draft.clear(); (form as FormInstance).setFieldsValue({ ...blank(restored), ...initial }); }}>重新填写</Button>}
        />
      )}
      {stale && (
        <Alert
          className="cw-gap"
          type="warning"
          showIcon
          title="案件已有新的变化。已填的内容都还在。"
          action={<Button size="small" type="primary" onClick={() => void renew()}>载入最新状态</Button>}
        />
      )}
      <ServerForm<T>
        form={form}
        initialValues={{ ...initial, ...restored }}
        onSubmit={submit}
        onValuesChange={() => draft.change(form.getFieldsValue(true) as Partial<T>)}
        submitLabel={submitLabel}
        guard={false}
        extra={<>{extra}<span className="zf-help cw-said" role="status">{draft.said}</span></>}
      >
        {children}
      </ServerForm>
    </>
  );
}

/** blank is the same form with nothing in it: every field named and undefined. */
function blank<T extends object>(values: Partial<T>): Partial<T> {
  return Object.fromEntries(Object.keys(values).map((key) => [key, undefined])) as Partial<T>;
}
