import { useQuery } from "@tanstack/react-query";
import { useParams, useSearch } from "@tanstack/react-router";
import { api } from "@/api/http";
import { PageHeader, QueryView } from "@/components";
import { itemsQuery } from "../data";
import type { DraftSummary } from "../types";
import type { ApplyForm } from "./form";
import { Wizard } from "./Wizard";
import "../casework.css";

type Draft = DraftSummary & { content: ApplyForm };

/** WizardPage opens a draft, or an empty application under the id that the draft will have. */
export default function WizardPage() {
  const { draft = "" } = useParams({ strict: false }) as { draft?: string };
  const { new: fresh } = useSearch({ strict: false }) as { new?: string };
  const items = useQuery(itemsQuery());
  const saved = useQuery({
    queryKey: ["draft", draft],
    queryFn: ({ signal }) => (fresh ? Promise.resolve(null) : api.get<Draft>(`/api/drafts/${draft}`, undefined, signal)),
    staleTime: Infinity, // the form is the newer text from here on
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  const waiting = saved.data === undefined || items.data === undefined;
  return (
    <>
      {waiting && <PageHeader title="填写申请" />}
      <QueryView query={items}>
        {(forms) => (
          <QueryView query={saved}>
            {(found) => <Wizard key={draft} id={draft} version={found?.version ?? 0} content={found?.content} items={forms.items} />}
          </QueryView>
        )}
      </QueryView>
    </>
  );
}
