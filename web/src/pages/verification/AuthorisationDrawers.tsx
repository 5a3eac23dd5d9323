import { lazy, Suspense, type ComponentProps } from "react";

// Signature pads, class trees and calendars are heavy; a list is read more often than something is signed.
const Sign = lazy(() => import("./SignDrawer").then((m) => ({ default: m.SignDrawer })));
const Link = lazy(() => import("./LinkDrawer").then((m) => ({ default: m.LinkDrawer })));
const Detail = lazy(() => import("./AuthorisationDrawer").then((m) => ({ default: m.AuthorisationDrawer })));

/** SignDrawer takes an authorisation down; its script comes when it opens. */
export function SignDrawer(props: ComponentProps<typeof Sign>) {
  return <Suspense fallback={null}><Sign {...props} /></Suspense>;
}

/** LinkDrawer makes a self-service link; its script comes when it opens. */
export function LinkDrawer(props: ComponentProps<typeof Link>) {
  return <Suspense fallback={null}><Link {...props} /></Suspense>;
}

/** AuthorisationDrawer shows one authorisation; its script comes when it opens. */
export function AuthorisationDrawer(props: ComponentProps<typeof Detail>) {
  return <Suspense fallback={null}><Detail {...props} /></Suspense>;
}
