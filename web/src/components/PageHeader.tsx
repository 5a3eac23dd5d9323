import type { ReactNode } from "react";

interface Props {
  title: ReactNode;
  /** One line: what this page or list is. */
  about?: ReactNode;
  /** Main actions, at the right; on a phone below. */
  actions?: ReactNode;
}

/** PageHeader carries the one h1 of a page. */
export function PageHeader({ title, about, actions }: Props) {
  return (
    <div className="zf-page-head">
      <div>
        <h1>{title}</h1>
        {about && <p>{about}</p>}
      </div>
      {actions && <div className="zf-page-actions">{actions}</div>}
    </div>
  );
}
