export interface DiffLine {
  kind: "same" | "added" | "removed";
  text: string;
  /** Line numbers in the two texts, from 1; 0 where the line is not in it. */
  old: number;
  new: number;
}

/** lineDiff compares two texts line by line (longest common subsequence between their equal ends). */
export function lineDiff(before: string, after: string): DiffLine[] {
  const a = before === "" ? [] : before.split("\n");
  const b = after === "" ? [] : after.split("\n");
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const x = a.slice(head, a.length - tail);
  const y = b.slice(head, b.length - tail);
  const same = (i: number): DiffLine => ({ kind: "same", text: a[i]!, old: i + 1, new: i + 1 + (i < head ? 0 : b.length - a.length) });
  return [
    ...a.slice(0, head).map((_, i) => same(i)),
    ...middle(x, y, head),
    ...a.slice(a.length - tail).map((_, i) => same(a.length - tail + i)),
  ];
}

function middle(x: string[], y: string[], offset: number): DiffLine[] {
  // The table grows with both; texts that differ in more than this are shown as replaced whole.
  if (x.length * y.length > 4_000_000) return [...x.map((t, i) => gone(t, offset + i)), ...y.map((t, i) => come(t, offset + i))];
  const width = y.length + 1;
  const best = new Uint32Array((x.length + 1) * width);
  for (let i = x.length - 1; i >= 0; i--) {
    for (let j = y.length - 1; j >= 0; j--) {
      best[i * width + j] = x[i] === y[j] ? best[(i + 1) * width + j + 1]! + 1 : Math.max(best[(i + 1) * width + j]!, best[i * width + j + 1]!);
    }
  }
  const out: DiffLine[] = [];
  let i = 0;
  let j = 0;
  while (i < x.length || j < y.length) {
    if (i < x.length && j < y.length && x[i] === y[j]) {
      out.push({ kind: "same", text: x[i]!, old: offset + ++i, new: offset + ++j });
    } else if (j >= y.length || (i < x.length && best[(i + 1) * width + j]! >= best[i * width + j + 1]!)) {
      out.push(gone(x[i]!, offset + i++));
    } else {
      out.push(come(y[j]!, offset + j++));
    }
  }
  return out;
}

const gone = (text: string, at: number): DiffLine => ({ kind: "removed", text, old: at + 1, new: 0 });
const come = (text: string, at: number): DiffLine => ({ kind: "added", text, old: 0, new: at + 1 });

/** hunks keeps changed lines with some lines round them; null stands for what is left out. */
export function hunks(lines: readonly DiffLine[], around = 3): (DiffLine | null)[] {
  const keep = lines.map((_, i) => lines.slice(Math.max(0, i - around), i + around + 1).some((l) => l.kind !== "same"));
  const out: (DiffLine | null)[] = [];
  lines.forEach((line, i) => {
    if (keep[i]) out.push(line);
    else if (i === 0 || keep[i - 1]) out.push(null);
  });
  return out;
}
