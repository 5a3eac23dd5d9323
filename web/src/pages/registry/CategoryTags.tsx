import { useCodes } from "./codes";

/** CategoryTags shows the identities (身份) a person holds now. */
export function CategoryTags({ kinds }: { kinds: readonly string[] }) {
  const codes = useCodes();
  if (kinds.length === 0) return null;
  return (
    <span className="zr-tags">
      {kinds.map((kind) => <span key={kind} className="zf-tag zf-blue">{codes.label("category", kind)}</span>)}
    </span>
  );
}
