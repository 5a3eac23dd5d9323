const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checks = "10X98765432";

export interface IdFacts { birth: string; sex: "男" | "女"; county: string }

export type IdReading = { ok: true; number: string; facts: IdFacts } | { ok: false; fault: string };

/** Full-width digits and spaces come from input methods; x is written X. */
export function cleanId(text: string): string {
  return text
    .replace(/[０-９]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[\s-]/g, "")
    .replace(/[xｘＸ]/g, "X");
}

/**
 * readId reads a resident identity number of 18 digits (GB 11643): length, day of birth, check character. The fault says
 * which part is wrong. `today` is the day of the server, which nobody is born after.
 */
export function readId(text: string, today: string): IdReading {
  const number = cleanId(text);
  if (!/^\d{17}[\dX]$/.test(number)) {
    return { ok: false, fault: number.length === 18 ? "身份证号前 17 位应为数字，最后一位为数字或 X。" : `身份证号应为 18 位，现有 ${number.length} 位。` };
  }
  const [y, m, d] = [number.slice(6, 10), number.slice(10, 12), number.slice(12, 14)];
  const birth = `${y}-${m}-${d}`;
  const day = new Date(Date.UTC(Number(y), Number(m) - 1, Number(d)));
  if (Number(y) < 1880 || day.toISOString().slice(0, 10) !== birth) return { ok: false, fault: `身份证号第 7 至 14 位 ${y}${m}${d} 不是存在的日期，请核对。` };
  if (birth > today) return { ok: false, fault: `身份证号中的出生日期 ${birth} 晚于今天，请核对。` };
  const sum = weights.reduce((total, w, i) => total + w * Number(number[i]), 0);
  if (checks[sum % 11] !== number[17]) return { ok: false, fault: "身份证号校验位不对，请逐位核对，常见的是抄错一位或前后颠倒。" };
  return { ok: true, number, facts: { birth, sex: Number(number[16]) % 2 === 1 ? "男" : "女", county: number.slice(0, 6) } };
}

/** Age in whole years on a day; both as 2006-01-02. */
export function ageOn(birth: string, today: string): number {
  const years = Number(today.slice(0, 4)) - Number(birth.slice(0, 4));
  return today.slice(5) < birth.slice(5) ? years - 1 : years;
}
