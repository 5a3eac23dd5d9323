/** A case number begins with the letters of the province, as GD-440104-2026-001234. */
const caseNumber = /^[a-z]{2}-?\d{6}/i;

/**
 * searchTarget says which list answers a search: case numbers go to the cases, all else to the register; a role that may
 * open only one of the two goes there. Nothing typed, nowhere to go.
 */
export function searchTarget(
  text: string,
  may: { mayRegistry: boolean; mayCases: boolean },
): { to: string; search: { q: string } } | null {
  const q = text.trim();
  if (!q) return null;
  const cases = caseNumber.test(q) ? may.mayCases : !may.mayRegistry;
  return { to: cases ? "/cases" : "/registry", search: { q } };
}
