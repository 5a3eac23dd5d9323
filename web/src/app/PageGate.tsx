import type { ReactNode } from "react";
import { ForbiddenPage } from "@/pages/errors/ForbiddenPage";
import type { PageDef } from "./page";
import { may, useSession } from "./session";

/** PageGate shows a page only to roles that may open it; the server decides again on every request. */
export function PageGate({ page, children }: { page: PageDef; children: ReactNode }) {
  const session = useSession();
  return may(session, page.actions) ? children : <ForbiddenPage />;
}
