import { useMatches } from "@tanstack/react-router";
import { pages } from "@/routes";
import type { PageDef } from "./page";

const byPath = new Map(pages.map((page) => [page.path, page]));

/** usePageDef is the line of routes.tsx that the page on screen came from. */
export function usePageDef(): PageDef | undefined {
  const path = useMatches().at(-1)?.fullPath;
  if (path === undefined) return undefined;
  return byPath.get(path === "/" || path === "" ? "/" : path.replace(/\/$/, ""));
}
