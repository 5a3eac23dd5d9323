import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { pages } from "@/routes";
import { may, useSession } from "./session";

/** typing tells whether keys belong to what the person writes, and not to the page. */
export function typing(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName);
}

/** dialogOpen tells whether something stands over the page: then keys belong to it. A closed one stays hidden in the page. */
function dialogOpen(): boolean {
  return [...document.querySelectorAll('[role="dialog"], .ant-select-open, .ant-dropdown-open')].some((el) => el.getClientRects().length > 0);
}

const chordMs = 1200;

/**
 * useHotkeys serves the frame: "/" to the search, "g" and a letter to a page, "?" to the help, Esc one page back
 * (unless a dialog is open or something is being written).
 */
export function useHotkeys(on: { search: () => void; help: () => void }): void {
  const session = useSession();
  const navigate = useNavigate();
  const chord = useRef(0);
  const latest = useRef(on);
  useEffect(() => {
    latest.current = on;
  });

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (event.key === "Escape") {
        if (typing(event.target)) (event.target as HTMLElement).blur();
        else if (!dialogOpen()) history.back();
        return;
      }
      if (typing(event.target) || dialogOpen()) return;
      const inChord = event.timeStamp - chord.current < chordMs && chord.current > 0;
      chord.current = 0;
      if (inChord) {
        const page = pages.find((p) => p.hotkey === event.key.toLowerCase() && may(session, p.actions));
        if (page) {
          event.preventDefault();
          void navigate({ to: page.path });
        }
        return;
      }
      if (event.key === "g") chord.current = event.timeStamp;
      else if (event.key === "/") {
        event.preventDefault();
        latest.current.search();
      } else if (event.key === "?") {
        event.preventDefault();
        latest.current.help();
      }
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [session, navigate]);
}
