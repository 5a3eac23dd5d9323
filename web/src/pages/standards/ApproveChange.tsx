import { useQuery } from "@tanstack/react-query";
import { api } from "@/api/http";
import { QueryView } from "@/components";
import { ConfirmLegalAct } from "@/components/ConfirmLegalAct";
import { standardsChanged, touchedQuery, type StandardChange } from "./calls";
import { TouchedView } from "./TouchedView";

/** ApproveChange shows whom a change touches before it is approved; the number seen goes with the approval. */
export function ApproveChange({ change, onClose }: { change: StandardChange; onClose: () => void }) {
  const touched = useQuery(touchedQuery(change.id));
  return (
    <ConfirmLegalAct
      open
      act="批准"
      danger={false}
      figures
      waiting={touched.data ? undefined : "受影响的人数还没有算出来，请稍候"}
      intro={`${change.document} ${change.title}${change.article ? ` ${change.article}` : ""}，${change.division_name}。批准后：`}
      readLabel="我已核对文件、数值和受影响的人"
      letter={<QueryView query={touched}>{(t) => <TouchedView touched={t} />}</QueryView>}
      consequences={<p>{change.kind === "cpi" ? `只用于 ${change.active_from.slice(0, 7)}。` : `自 ${change.active_from} 起自动执行；在此之前可以撤回，以前的决定不变。`}提出人：{change.proposed_by_name}。</p>}
      onConfirm={async (key) => {
        // Without the preview nobody approves: the server compares the number that was seen.
        await api.post(`/api/standard-changes/${change.id}/approve`, { people_seen: touched.data?.people }, { idempotencyKey: key });
        await standardsChanged();
      }}
      onClose={onClose}
    />
  );
}
