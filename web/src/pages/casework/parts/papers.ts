import { asApiError, ApiError, problemFrom } from "@/api/errors";

/** What a letter would say; the server takes the rest from the case. */
export interface ProposedPaper { kind: string; reason?: string; amount_fen?: number }

/** previewPaper fetches the print page of a paper as it would be issued now. It is HTML, so it does not go through api. */
export async function previewPaper(caseId: string, proposed: ProposedPaper, csrf: string, signal?: AbortSignal): Promise<string> {
  let response: Response;
  try {
    response = await fetch(`/api/cases/${caseId}/papers/preview`, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-CSRF-Token": csrf },
      body: JSON.stringify(proposed),
      credentials: "same-origin",
      signal,
    });
  } catch (thrown) {
    throw asApiError(thrown);
  }
  if (response.ok) return withoutScripts(await response.text());
  throw new ApiError(problemFrom(response.status, await response.json().catch(() => null), response.headers.get("X-Request-Id")));
}

/** Address of an issued paper, for a tab of its own. */
export const paperPath = (caseId: string, paperId: string) => `/api/cases/${caseId}/papers/${paperId}`;

/** Address of an empty form with the names filled in, for work in the field. */
export const blankPath = (caseId: string, kind: string) => `/api/cases/${caseId}/blank/${kind}`;

/** A preview is looked at, not printed: the print button and its script stay out. */
export const withoutScripts = (html: string) => html.replace(/<script\b[^>]*>[\s\S]*?<\/script>/gi, "").replace(/<button\b[^>]*>[\s\S]*?<\/button>/gi, "");
