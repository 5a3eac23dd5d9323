import { useQuery } from "@tanstack/react-query";
import { useSession } from "@/app/session";
import { ErrorState, PageLoading } from "@/components";
import { previewPaper, type ProposedPaper } from "./papers";

/** PaperPreview shows the paper itself, as the family would receive it; nothing in it can act. */
export function PaperPreview({ caseId, proposed, title }: { caseId: string; proposed: ProposedPaper; title: string }) {
  const { csrf } = useSession();
  const paper = useQuery({
    queryKey: ["paper-preview", caseId, proposed],
    queryFn: ({ signal }) => previewPaper(caseId, proposed, csrf, signal),
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });
  if (paper.isError) return <ErrorState error={paper.error} onRetry={() => void paper.refetch()} />;
  if (!paper.data) return <PageLoading />;
  return <iframe className="cw-paper" title={title} srcDoc={paper.data} sandbox="allow-same-origin" />;
}
