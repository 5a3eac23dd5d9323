import { useCallback, useRef } from "react";

/** uuid works also where the page is not served over https, and crypto.randomUUID is therefore missing. */
export function uuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (b) => b.toString(16).padStart(2, "0")).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** useIdempotencyKey is one key for one form instance; renew() after it was accepted, if the form stays open. */
export function useIdempotencyKey(): { key: () => string; renew: () => void } {
  const held = useRef("");
  const key = useCallback(() => (held.current ||= uuid()), []);
  const renew = useCallback(() => {
    held.current = "";
  }, []);
  return { key, renew };
}
