import type { ReactNode } from "react";

/** EmptyState says that there is nothing, and what to do next. */
export function EmptyState({ title, next, action }: { title: ReactNode; next?: ReactNode; action?: ReactNode }) {
  return (
    <div className="zf-state" role="status">
      <strong>{title}</strong>
      {next && <span>{next}</span>}
      {action}
    </div>
  );
}
