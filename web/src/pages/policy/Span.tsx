import { DateText } from "@/components";

/** Span writes a half-open range of days: from the first day on, before the last; the last day itself is outside. */
export function Span({ from, until }: { from?: string | null; until?: string | null }) {
  return (
    <>
      {from && <><DateText value={from} /> 起</>}
      {from && until && "，"}
      {until && <><DateText value={until} /> 前</>}
    </>
  );
}
