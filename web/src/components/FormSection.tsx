import { useId, type ReactNode } from "react";

/** FormSection is one part of a one-column form: a heading, a line of help, its fields. */
export function FormSection({ title, help, children }: { title: ReactNode; help?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section className="zf-form-section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {help && <p className="zf-help">{help}</p>}
      {children}
    </section>
  );
}
