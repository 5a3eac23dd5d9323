// Synthetic resident ID numbers (GB 11643-1999): well formed, and of nobody. Order codes from 900 up keep clear of the
// demonstration's own people.
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checks = "10X98765432";

/** idNumber makes a number from a county code of 6 digits, a birth date (2026-11-22) and an order code whose parity is the sex. */
export function idNumber(county, birth, order) {
  const body = `${county}${birth.replaceAll("-", "")}${String(order).padStart(3, "0")}`;
  if (!/^\d{17}$/.test(body)) throw new Error(`not 17 digits: ${body}`);
  const sum = [...body].reduce((total, digit, i) => total + Number(digit) * weights[i], 0);
  return body + checks[sum % 11];
}

/** wrongCheck is the same number with another last character. */
export function wrongCheck(number) {
  return number.slice(0, 17) + (number.at(-1) === "0" ? "1" : "0");
}
