import { Link, useNavigate } from "@tanstack/react-router";
import { Checkbox } from "antd";
import type { Key, KeyboardEvent, MouseEvent, ReactNode } from "react";

export interface Column<T> {
  key: string;
  title: ReactNode;
  render: (row: T) => ReactNode;
  align?: "right" | "center";
  width?: number | string;
  /** Long text may break into lines; else a cell is one line. */
  wrap?: boolean;
  /** The column that names the row: it becomes the link, and the heading of the card on a phone. */
  primary?: boolean;
}

interface Props<T> {
  label: string;
  columns: readonly Column<T>[];
  rows: readonly T[];
  rowKey: (row: T) => Key;
  loading?: boolean;
  /** The rows shown are of the page before, the next is on its way. */
  stale?: boolean;
  rowTo?: (row: T) => { to: string; params?: Record<string, string>; search?: Record<string, string> };
  onOpen?: (row: T) => void;
  chosen?: ReadonlyMap<Key, T>;
  onChoose?: (chosen: Map<Key, T>) => void;
}

const alignClass = { right: "zf-right", center: "zf-center" } as const;

/** moveFocus takes ↑ and ↓ to the link of the row above or below. */
function moveFocus(event: KeyboardEvent<HTMLTableSectionElement>): void {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const openers = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-open]")];
  const at = openers.findIndex((el) => el === document.activeElement);
  const next = openers[at + (event.key === "ArrowDown" ? 1 : -1)];
  if (at < 0 || !next) return;
  event.preventDefault();
  next.focus();
}

/** TableView draws rows: a real table, sticky header, rows of 40 px; on a phone each row becomes a card. */
export function TableView<T>(props: Props<T>) {
  const { label, columns, rows, rowKey, loading, stale, rowTo, onOpen, chosen, onChoose } = props;
  const navigate = useNavigate();
  const opens = Boolean(rowTo || onOpen);

  const open = (row: T, event: MouseEvent) => {
    if ((event.target as HTMLElement).closest("a,button,input,label,.ant-modal-root") || getSelection()?.toString()) return;
    if (rowTo) void navigate(rowTo(row));
    else onOpen?.(row);
  };
  const primary = (row: T, content: ReactNode) => {
    if (rowTo) return <Link {...rowTo(row)} data-open className="zf-row-link">{content}</Link>;
    if (onOpen) return <button type="button" data-open className="zf-link zf-row-link" onClick={() => onOpen(row)}>{content}</button>;
    return content;
  };
  const choose = (row: T, on: boolean) => {
    const next = new Map(chosen);
    if (on) next.set(rowKey(row), row);
    else next.delete(rowKey(row));
    onChoose?.(next);
  };
  const all = chosen !== undefined && rows.length > 0 && rows.every((row) => chosen.has(rowKey(row)));
  const some = chosen !== undefined && rows.some((row) => chosen.has(rowKey(row)));

  return (
    <div className="zf-scroll" tabIndex={0} role="region" aria-label={`${label}（表格）`} aria-busy={loading || stale}>
      <table className={stale ? "zf-table zf-stale" : "zf-table"}>
        <thead>
          <tr>
            {chosen && (
              <th scope="col" className="zf-check">
                <Checkbox
                  aria-label="全选本页"
                  checked={all}
                  indeterminate={some && !all}
                  onChange={(e) => onChoose?.(new Map(e.target.checked ? rows.map((row) => [rowKey(row), row]) : []))}
                />
              </th>
            )}
            {columns.map((c) => (
              <th key={c.key} scope="col" className={c.align && alignClass[c.align]} style={{ width: c.width }}>{c.title}</th>
            ))}
          </tr>
        </thead>
        <tbody onKeyDown={moveFocus}>
          {loading && Array.from({ length: 8 }, (_, i) => (
            <tr key={i} className="zf-row-skeleton">
              {chosen && <td />}
              {columns.map((c) => <td key={c.key}><i /></td>)}
            </tr>
          ))}
          {rows.map((row) => (
            <tr key={rowKey(row)} className={opens ? "zf-opens" : undefined} onClick={(e) => open(row, e)}>
              {chosen && (
                <td className="zf-check">
                  <Checkbox aria-label="选择这一行" checked={chosen.has(rowKey(row))} onChange={(e) => choose(row, e.target.checked)} />
                </td>
              )}
              {columns.map((c) => (
                <td
                  key={c.key}
                  className={[c.align ? alignClass[c.align] : "", c.primary ? "zf-primary" : "", c.wrap ? "zf-wrap" : ""].filter(Boolean).join(" ") || undefined}
                  style={c.wrap && c.width ? { minWidth: c.width } : undefined}
                  data-label={typeof c.title === "string" ? c.title : undefined}
                >
                  <span className="zf-cell">{c.primary ? primary(row, c.render(row)) : c.render(row)}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
