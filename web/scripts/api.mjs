// Writes src/api/schema.d.ts from the server's OpenAPI description: npm run api -- ../openapi.json
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import openapiTS, { astToString } from "openapi-typescript";

const source = resolve(process.argv[2] ?? "../openapi.json");
const ast = await openapiTS(pathToFileURL(source));
const target = new URL("../src/api/schema.d.ts", import.meta.url);
writeFileSync(target, "// Generated from the server's /openapi.json by npm run api; do not edit.\n" + astToString(ast));
console.log(`wrote ${target.pathname}`);
