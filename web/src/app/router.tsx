import {
  createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet, redirect,
} from "@tanstack/react-router";
import { useEffect } from "react";
import { asApiError } from "@/api/errors";
import { whenSignedOut } from "@/api/http";
import { pages } from "@/routes";
import { AppFrame } from "./AppFrame";
import { PublicFrame } from "./PublicFrame";
import { PageGate } from "./PageGate";
import { CrashPage } from "@/pages/errors/CrashPage";
import { NotFoundPage } from "@/pages/errors/NotFoundPage";
import { PageLoading } from "@/components/PageLoading";
import type { PageDef } from "./page";
import { queryClient } from "./query";
import { safeReturnPath } from "./returnPath";
import { sessionQuery } from "./session";
import { usePageDef } from "./usePageDef";

function Root() {
  const title = usePageDef()?.title;
  useEffect(() => {
    document.title = title ? `${title} · 众扶` : "众扶";
  }, [title]);
  return <Outlet />;
}

const root = createRootRoute({ component: Root, notFoundComponent: NotFoundPage, errorComponent: CrashPage });

const staffFrame = createRoute({
  getParentRoute: () => root,
  id: "staff",
  component: AppFrame,
  beforeLoad: async ({ location }) => {
    try {
      await queryClient.ensureQueryData(sessionQuery);
    } catch (thrown) {
      if (asApiError(thrown).status !== 401) throw thrown;
      throw redirect({ to: "/sign-in", search: { return: safeReturnPath(location.href) } });
    }
  },
});

const publicFrame = createRoute({ getParentRoute: () => root, id: "public", component: PublicFrame });

function childrenOf(frame: PageDef["frame"], parent: typeof root | typeof staffFrame | typeof publicFrame) {
  return pages
    .filter((page) => (page.frame ?? "staff") === frame)
    .map((page) => {
      const Page = lazyRouteComponent(page.load);
      const Gated = () => (
        <PageGate page={page}>
          <Page />
        </PageGate>
      );
      return createRoute({
        getParentRoute: () => parent as typeof root,
        path: page.path,
        component: frame === "staff" ? Object.assign(Gated, { preload: Page.preload }) : Page,
      });
    });
}

const routeTree = root.addChildren([
  staffFrame.addChildren(childrenOf("staff", staffFrame)),
  publicFrame.addChildren(childrenOf("public", publicFrame)),
  ...childrenOf("bare", root),
]);

export const router = createRouter({
  routeTree,
  defaultPreload: "intent",
  defaultPendingMs: 150,
  defaultPendingComponent: PageLoading,
  defaultErrorComponent: CrashPage,
  scrollRestoration: true,
});

// A session that ends in the middle of work: to the sign-in page and back to the same place afterwards.
whenSignedOut(() => {
  if (location.pathname === "/sign-in") return;
  const search = { return: safeReturnPath(location.pathname + location.search) };
  void router.navigate({ to: "/sign-in", search }).then(() => queryClient.removeQueries({ queryKey: sessionQuery.queryKey }));
});
