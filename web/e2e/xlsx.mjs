// What a workbook says: the texts of its shared strings. Read through the zip's own list of files, as Excel does.
import { crc32, inflateRawSync } from "node:zlib";

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

/** refill writes texts behind the rows of the first sheet ({ H9: "none" }) and gives the workbook back, as if saved by a person. */
export function refill(bytes, cells) {
  const files = entries(bytes);
  const name = "xl/worksheets/sheet1.xml";
  let xml = files.get(name).toString("utf8");
  for (const [at, text] of Object.entries(cells)) {
    const row = new RegExp(`(<row r="${at.replace(/\D+/, "")}"[^>]*>.*?)</row>`);
    if (!row.test(xml) || xml.includes(`<c r="${at}"`)) throw new Error(`${at} is no empty cell`);
    xml = xml.replace(row, (_, rest) => `${rest}<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c></row>`);
  }
  files.set(name, Buffer.from(xml, "utf8"));
  const parts = [], list = [];
  let at = 0;
  for (const [file, data] of files) {
    const path = Buffer.from(file, "utf8");
    const head = Buffer.alloc(30), entry = Buffer.alloc(46);
    const sums = [crc32(data), data.length, data.length];
    head.writeUInt32LE(0x04034b50, 0);
    entry.writeUInt32LE(0x02014b50, 0);
    sums.forEach((n, k) => { head.writeUInt32LE(n, 14 + 4 * k); entry.writeUInt32LE(n, 16 + 4 * k); });
    head.writeUInt16LE(path.length, 26);
    entry.writeUInt16LE(path.length, 28);
    entry.writeUInt32LE(at, 42);
    parts.push(head, path, data);
    list.push(entry, path);
    at += head.length + path.length + data.length;
  }
  const index = Buffer.concat(list), end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.size, 8);
  end.writeUInt16LE(files.size, 10);
  end.writeUInt32LE(index.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, index, end]);
}

/** cellTexts are the cells of the first sheet that hold text, by their addresses. */
export function cellTexts(bytes) {
  const xml = entries(bytes).get("xl/worksheets/sheet1.xml").toString("utf8");
  return new Map([...xml.matchAll(/<c r="([A-Z]+\d+)"[^>]*t="inlineStr"[^>]*><is><t[^>]*>([^<]*)<\/t>/g)].map((m) => [m[1], m[2]]));
}
