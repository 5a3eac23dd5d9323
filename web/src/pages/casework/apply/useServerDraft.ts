import { useCallback, useEffect, useRef, useState } from "react";
import { asApiError } from "@/api/errors";
import { api } from "@/api/http";
import { dateTime } from "@/components";
import { titleOf, type ApplyForm } from "./form";
import type { DraftSummary } from "../types";

export interface ServerDraft {
  /** Something was typed; the save follows after a pause. */
  touch: () => void;
  /** Saves now; false where it could not be saved. */
  flush: () => Promise<boolean>;
  /** What has been typed is not on the server yet. */
  pending: boolean;
  said: string;
  /** Why the server does not take it; another window has written the same draft, for instance. */
  problem: string;
  /** After submit or discard nothing may be written back. */
  stop: () => void;
}

const pauseMs = 1500;

/** useServerDraft saves the application on the server as it is written: one save at a time, each on the version before. */
export function useServerDraft(id: string, version: number, read: () => ApplyForm, onFirstSave: () => void): ServerDraft {
  const [said, setSaid] = useState("");
  const [problem, setProblem] = useState("");
  const [pending, setPending] = useState(false);
  const known = useRef(version);
  const waiting = useRef(false);
  const running = useRef<Promise<boolean> | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const stopped = useRef(false);
  const latest = useRef({ read, onFirstSave });
  latest.current = { read, onFirstSave };

  const save = useCallback(async (): Promise<boolean> => {
    while (waiting.current && !stopped.current) {
      waiting.current = false;
      const form = latest.current.read();
      setSaid("正在保存…");
      try {
        const saved = await api.put<DraftSummary>(`/api/drafts/${id}`, {
          kind: "application", title: titleOf(form), division: form.division ?? "", version: known.current, content: form,
        });
        const first = known.current === 0;
        known.current = saved.version;
        setSaid(`已自动保存 ${dateTime(saved.updated_at).slice(11)}`);
        setProblem("");
        if (first) latest.current.onFirstSave();
      } catch (thrown) {
        waiting.current = true;
        setSaid("还没有保存");
        setProblem(asApiError(thrown).message);
        return false;
      }
    }
    setPending(false);
    return true;
  }, [id]);

  const flush = useCallback(async (): Promise<boolean> => {
    clearTimeout(timer.current);
    while (running.current) await running.current;
    running.current = save().finally(() => {
      running.current = null;
    });
    return running.current;
  }, [save]);

  const touch = useCallback(() => {
    if (stopped.current) return;
    waiting.current = true;
    setPending(true);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void flush(), pauseMs);
  }, [flush]);
  const stop = useCallback(() => {
    stopped.current = true;
    clearTimeout(timer.current);
    waiting.current = false;
    setPending(false);
  }, []);

  useEffect(() => () => void (waiting.current && flush()), [flush]); // what was typed last before leaving is kept as well
  return { touch, flush, pending, said, problem, stop };
}
