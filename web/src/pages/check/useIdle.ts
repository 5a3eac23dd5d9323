import { useEffect, useRef } from "react";

/** useIdle runs after so many minutes without a touch or a key: the next person at a shared screen sees nothing. */
export function useIdle(minutes: number, run: () => void): void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    let timer = 0;
    const again = () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => latest.current(), minutes * 60_000);
    };
    const events = ["pointerdown", "keydown", "scroll"] as const;
    for (const e of events) window.addEventListener(e, again, { passive: true });
    again();
    return () => {
      window.clearTimeout(timer);
      for (const e of events) window.removeEventListener(e, again);
    };
  }, [minutes]);
}
