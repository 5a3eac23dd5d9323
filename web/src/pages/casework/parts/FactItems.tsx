import { Form } from "antd";
import { useState } from "react";
import type { FactField } from "../types";
import { FactControl } from "./FactControl";
import { factFault } from "./factValue";

type Path = (string | number)[];

interface Props {
  fields: readonly FactField[];
  /** Path of the facts in the form: ["members", 0, "facts"]. */
  path: Path;
  /** Path inside a Form.List, where it differs from the whole path. */
  within?: Path;
  empty?: string;
}

/** FactItems renders facts of the catalogue as form fields; those not asked in a normal application wait behind a button. */
export function FactItems({ fields, path, within, empty }: Props) {
  const [more, setMore] = useState(false);
  const rare = fields.filter((f) => !f.asked);
  const shown = more ? fields : fields.filter((f) => f.asked);
  return (
    <>
      <div className="cw-fields cw-optional">
        {shown.map((field) => (
          <Form.Item
            key={field.key}
            name={[...(within ?? path), field.key]}
            label={field.label}
            extra={field.type === "division" ? undefined : field.help}
            rules={[{
              validator: async (_, value: string | undefined) => {
                const fault = factFault(field, value);
                if (fault) throw new Error(fault);
              },
            }]}
          >
            <FactControl field={field} empty={empty} aria-label={field.type === "bool" ? field.label : undefined} />
          </Form.Item>
        ))}
      </div>
      {rare.length > 0 && (
        <button type="button" className="zf-link" aria-expanded={more} onClick={() => setMore(!more)}>
          {more ? "收起较少见的项目" : `还有 ${rare.length} 项较少见的：${rare.slice(0, 3).map((f) => f.label).join("、")}${rare.length > 3 ? "…" : ""}`}
        </button>
      )}
    </>
  );
}
