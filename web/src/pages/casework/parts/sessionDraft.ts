import type { DraftStore } from "@/components";

/**
 * sessionDraft keeps what is typed into the form of an act until it is sent: in this tab only, because such forms speak of
 * people, and gone with it.
 */
export function sessionDraft<T>(staffId: string, name: string): DraftStore<T> {
  const key = `zf.act.${staffId}.${name}`;
  return {
    load: () => {
      try {
        return JSON.parse(sessionStorage.getItem(key) ?? "null") as T | null;
      } catch {
        return null; // an unreadable memory is no reason to fail: the form begins empty
      }
    },
    save: (value) => sessionStorage.setItem(key, JSON.stringify(value)),
    clear: () => sessionStorage.removeItem(key),
  };
}
