/** secretOf reads the secret out of an otpauth address, in groups of four, for typing it by hand. */
export function secretOf(uri: string): string {
  const secret = /[?&]secret=([A-Z2-7]+)/i.exec(uri)?.[1] ?? "";
  return secret.toUpperCase().replace(/(.{4})(?=.)/g, "$1 ");
}
