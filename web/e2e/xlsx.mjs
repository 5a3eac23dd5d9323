// What a workbook says: the texts of its shared strings. Read through the zip's own list of files, as Excel does.
import { inflateRawSync } from "node:zlib";

/** entries are the files of a zip by their names. */
function entries(bytes) {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end < 0) throw new Error("this is no zip");
  const files = new Map();
  for (let k = 0, at = bytes.readUInt32LE(end + 16); k < bytes.readUInt16LE(end + 10); k++) {
    const [method, size, name, extra, note, local] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20), bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32), bytes.readUInt32LE(at + 42)];
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const raw = bytes.subarray(from, from + size);
    files.set(bytes.toString("utf8", at + 46, at + 46 + name), method === 0 ? raw : inflateRawSync(raw));
    at += 46 + name + extra + note;
  }
  return files;
}

/** workbookTexts are the texts in the cells of a workbook. */
export function workbookTexts(bytes) {
  const files = entries(bytes);
  if (!files.has("xl/workbook.xml")) throw new Error(`this zip is no workbook: ${[...files.keys()]}`);
  const texts = [...files].filter(([name]) => /^xl\/(sharedStrings|worksheets\/sheet\d+)\.xml$/.test(name)).map(([, data]) => data.toString("utf8"));
  return texts.flatMap((text) => [...text.matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map((m) => m[1]));
}
