interface Props {
  id: string;
  label: string;
  help: string;
  value: string;
  onChange: (value: string) => void;
  error?: string;
  rows?: number;
  maxLength: number;
  required?: boolean;
  autoComplete?: string;
}

/** PlainField is one question for people who seldom fill in forms: label above, help under it, the error right there. */
export function PlainField({ id, label, help, value, onChange, error, rows, ...rest }: Props) {
  const common = {
    id,
    className: "zb-input",
    value,
    "aria-invalid": error ? true : undefined,
    "aria-describedby": `${id}-help${error ? ` ${id}-error` : ""}`,
    ...rest,
  };
  return (
    <div className="zb-field">
      <label className="zb-label" htmlFor={id}>{label}</label>
      <p id={`${id}-help`} className="zb-small">{help}</p>
      {rows
        ? <textarea rows={rows} {...common} onChange={(e) => onChange(e.target.value)} />
        : <input {...common} onChange={(e) => onChange(e.target.value)} />}
      {error && <p id={`${id}-error`} role="alert" className="zb-error">{error}</p>}
    </div>
  );
}
