// Fails when a page needs more script at first load than it may.
import { LIMIT, pageSizes } from "./sizes.mjs";

const rows = pageSizes().sort((a, b) => b.first - a.first);
for (const { page, first } of rows) console.log(`${(first / 1000).toFixed(1).padStart(7)} kB  ${page}`);
const over = rows.filter((row) => row.first > LIMIT);
if (over.length > 0) {
  console.error(`\n${over.length} page(s) over ${LIMIT / 1000} kB gzip at first load: ${over.map((row) => row.page).join(", ")}`);
  process.exit(1);
}
