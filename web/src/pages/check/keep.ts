import { emptyCheck, type Check } from "./answers";

const key = "zf.check";

/** load reads what was said in this tab; what cannot be read is forgotten. */
export function load(): Check {
  try {
    const text = sessionStorage.getItem(key);
    if (text) return { ...emptyCheck(), ...(JSON.parse(text) as Check) };
  } catch {
    wipe();
  }
  return emptyCheck();
}

/** save keeps it for this tab only: the browser forgets it when the tab is closed. */
export function save(check: Check): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(check));
  } catch {
    // A browser without storage still works; only a reload then loses the answers.
  }
}

export function wipe(): void {
  sessionStorage.removeItem(key);
}
