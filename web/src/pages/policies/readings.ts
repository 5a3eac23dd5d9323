const texts: Record<string, string> = { regulation: "按文件原文", mirrored: "按转载页面，引用前须复核", sample: "没有来源，只作示例" };

/** readingText says how sure we are of a document's text. */
export function readingText(reading: string): string {
  return texts[reading] ?? reading;
}
