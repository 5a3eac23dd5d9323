import { Drawer } from "antd";
import { lazy, Suspense, type ComponentType } from "react";
import { PageLoading } from "@/components";
import type { InHand } from "../case/CasePage";
import type { CasePageData } from "../types";
import type { ActProps } from "./ActForm";

const load = {
  accept: lazy(() => import("./AcceptForm")),
  supplement: lazy(() => import("./SupplementForm")),
  supplemented: lazy(() => import("./SupplementedForm")),
  verification: lazy(() => import("./VerificationForm")),
  survey: lazy(() => import("./SurveyForm")),
  "first-opinion": lazy(() => import("./FirstOpinionForm")),
  "post-notice": lazy(() => import("./PostNoticeForm")),
  objections: lazy(() => import("./ObjectionForm")),
  "objection-handle": lazy(() => import("./HandleObjectionForm")),
  appraisal: lazy(() => import("./AppraisalForm")),
  "county-visit": lazy(() => import("./CountyVisitForm")),
  review: lazy(() => import("./ReviewForm")),
  confirm: lazy(() => import("./ConfirmForm")),
  letter: lazy(() => import("./LetterForm")),
  withdraw: lazy(() => import("./ReasonForm")),
  terminate: lazy(() => import("./ReasonForm")),
  extend: lazy(() => import("./ReasonForm")),
} satisfies Record<string, ComponentType<ActProps>>;

const forms: Record<string, ComponentType<ActProps>> = load;

/** The acts that this front end has a form for. */
export const knownActs = Object.keys(load);

interface Props {
  data: CasePageData;
  inHand: InHand | null;
  onClose: () => void;
}

/** ActDrawer opens the form of the act in hand beside the case; closing it keeps what was typed. */
export function ActDrawer({ data, inHand, onClose }: Props) {
  const Form = inHand ? forms[inHand.act.act] : undefined;
  return (
    <Drawer open={Boolean(Form)} onClose={onClose} size={860} title={inHand?.act.name} destroyOnHidden mask={{ closable: false }} className="cw-drawer">
      <Suspense fallback={<PageLoading />}>
        {Form && inHand && <Form key={inHand.act.act + (inHand.subject ?? "")} data={data} act={inHand.act} subject={inHand.subject} onDone={onClose} />}
      </Suspense>
    </Drawer>
  );
}
