import dayjs from "dayjs";
import { useCallback, useEffect, useRef, useState } from "react";

export interface DraftStore<T> {
  load: () => Promise<T | null> | T | null;
  save: (value: T) => Promise<void> | void;
  clear: () => Promise<void> | void;
}

/** localDraft keeps a draft in this browser, under the person who writes it. Not for full ID numbers: those go to the server. */
export function localDraft<T>(staffId: string, name: string): DraftStore<T> {
  const key = `zf.draft.${staffId}.${name}`;
  return {
    load: () => {
      try {
        return JSON.parse(localStorage.getItem(key) ?? "null") as T | null;
      } catch {
        return null;
      }
    },
    save: (value) => localStorage.setItem(key, JSON.stringify(value)),
    clear: () => localStorage.removeItem(key),
  };
}

export interface Draft<T> {
  /** Call on every change; the save follows after a pause. */
  change: (value: T) => void;
  /** Saves now what has not been saved. */
  flush: () => Promise<void>;
  clear: () => Promise<void>;
  /** "已自动保存 09:05", "正在保存…", or why it could not. */
  said: string;
}

/** useDraft saves a form by itself as it is written, and says so. `store` must keep its identity (useMemo). */
export function useDraft<T>(store: DraftStore<T>, pauseMs = 1500): Draft<T> {
  const [said, setSaid] = useState("");
  const waiting = useRef<{ value: T } | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const flush = useCallback(async () => {
    clearTimeout(timer.current);
    const next = waiting.current;
    if (!next) return;
    waiting.current = null;
    setSaid("正在保存…");
    try {
      await store.save(next.value);
      setSaid(`已自动保存 ${dayjs().format("HH:mm")}`);
    } catch {
      waiting.current ??= next;
      setSaid("自动保存失败，稍后再试");
    }
  }, [store]);

  const change = useCallback(
    (value: T) => {
      waiting.current = { value };
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), pauseMs);
    },
    [flush, pauseMs],
  );

  const clear = useCallback(async () => {
    clearTimeout(timer.current);
    waiting.current = null;
    await store.clear();
    setSaid("");
  }, [store]);

  useEffect(() => () => void flush(), [flush]); // what was typed last before leaving is kept as well
  return { change, flush, clear, said };
}
