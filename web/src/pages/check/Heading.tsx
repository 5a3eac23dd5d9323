import { useEffect, useRef, type ReactNode } from "react";

/** Heading is the one thing a screen is about. It takes the focus, so that a screen reader reads each new screen. */
export function Heading({ children }: { children: ReactNode }) {
  const ref = useRef<HTMLHeadingElement>(null);
  useEffect(() => ref.current?.focus({ preventScroll: true }), []);
  return <h1 ref={ref} tabIndex={-1} className="zb-title">{children}</h1>;
}
