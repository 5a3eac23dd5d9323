// Generated from the server's /openapi.json by npm run api; do not edit.
export type paths = Record<string, never>;
