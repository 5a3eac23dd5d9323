/** safeReturnPath keeps only paths of this site, so that a link cannot send a person elsewhere after signing in. */
export function safeReturnPath(path: unknown): string {
  if (typeof path !== "string" || !path.startsWith("/") || /^\/[\\/]/.test(path)) return "/";
  if (/[\u0000-\u001f\\]/.test(path) || path.startsWith("/sign-in")) return "/";
  return path;
}
