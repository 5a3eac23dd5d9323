import { useId, type ReactNode } from "react";

interface Props {
  title?: ReactNode;
  extra?: ReactNode;
  children: ReactNode;
  className?: string;
  /** h2 for parts of a page, h3 for parts of a part. */
  level?: 2 | 3;
}

/** Panel is the white card of the pages: a section with a heading. */
export function Panel({ title, extra, children, className, level = 2 }: Props) {
  const id = useId();
  const Heading = `h${level}` as const;
  return (
    <section className={className ? `zf-panel ${className}` : "zf-panel"} aria-labelledby={title ? id : undefined}>
      {(title || extra) && (
        <div className="zf-panel-head">
          {title && <Heading id={id}>{title}</Heading>}
          {extra && <div className="zf-panel-extra">{extra}</div>}
        </div>
      )}
      {children}
    </section>
  );
}
