// A small picture as a phone would hand it in: a whole PNG, grey, the same each time.
import { crc32, deflateSync } from "node:zlib";

const side = 64;

function chunk(kind, data) {
  const body = Buffer.concat([Buffer.from(kind, "latin1"), data]);
  const size = Buffer.alloc(4), sum = Buffer.alloc(4);
  size.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([size, body, sum]);
}

/** picture is a PNG of one tone (0 to 255). */
export function picture(tone = 200) {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head.set([8, 0, 0, 0, 0], 8); // eight bits of grey
  const rows = Buffer.alloc((side + 1) * side, tone);
  for (let y = 0; y < side; y++) rows[y * (side + 1)] = 0; // no filter
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk("IHDR", head), chunk("IDAT", deflateSync(rows)), chunk("IEND", Buffer.alloc(0))]);
}
