import type { PublicOffice } from "./types";

/** OfficeLine says whom to call; a touch on the number calls. */
export function OfficeLine({ office }: { office: PublicOffice | undefined }) {
  if (!office) return null;
  return (
    <p className="zb-office">
      {office.phone ? "可以打电话问：" : "可以到窗口问："}{office.name}
      {office.phone && <a className="zb-call" href={`tel:${office.phone.replace(/[^\d+]/g, "")}`}>{office.phone}</a>}
    </p>
  );
}
