import { WarningOutlined } from "@ant-design/icons";
import type { ReactNode } from "react";

/** Attention is what must be seen before going on, in amber with an icon and a heading. */
export function Attention({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <div className="zf-consequences zr-attention" role="alert">
      <strong><WarningOutlined aria-hidden /> {title}</strong>
      <div>{children}</div>
    </div>
  );
}
