import { Tooltip } from "antd";
import type { ReactNode } from "react";

export interface FactRow {
  key: string;
  label: ReactNode;
  /** One cell per column; use <MoneyText>, <Unknown why=…> or text. undefined is "not asked" and shows a dash. */
  cells: (ReactNode | undefined)[];
  /** Why the sources differ; marks the row ▲ and is read on hover, focus and tap. */
  difference?: string;
}

interface Props {
  caption: string;
  /** For instance 申报, 核对, 入户, 采信. */
  columns: readonly string[];
  rows: readonly FactRow[];
}

/** SideBySide sets what was declared, verified and surveyed beside each other, and marks where they differ. */
export function SideBySide({ caption, columns, rows }: Props) {
  return (
    <div className="zf-scroll" tabIndex={0} role="region" aria-label={caption}>
      <table className="zf-facts">
        <caption className="zf-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">项目</th>
            {columns.map((column) => <th key={column} scope="col" className="zf-right">{column}</th>)}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} className={row.difference ? "zf-differs" : undefined}>
              <th scope="row">
                {row.label}
                {row.difference && (
                  <Tooltip title={row.difference} trigger={["hover", "focus", "click"]}>
                    <button type="button" className="zf-plain zf-delta" aria-label={`来源不一致：${row.difference}`}>▲</button>
                  </Tooltip>
                )}
              </th>
              {columns.map((column, i) => (
                <td key={column} className="zf-right">{row.cells[i] ?? <span aria-label="无">—</span>}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
