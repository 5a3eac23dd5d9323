import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import react from "@vitejs/plugin-react";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

// The server answers everything below; in development the pages come from Vite and the rest from it.
const server = process.env.ZHONGFU_SERVER ?? "http://127.0.0.1:8080";
const proxied = ["/api", "/papers", "/healthz", "/openapi.json"];

/** Lays a .gz beside every script and style: the server sends it as it is, and packs nothing while people wait. */
function gzipAssets(): Plugin {
  return {
    name: "gzip-assets",
    apply: "build",
    closeBundle() {
      const folder = fileURLToPath(new URL("./dist/assets", import.meta.url));
      for (const name of readdirSync(folder)) {
        if (!/\.(js|css|svg)$/.test(name)) continue;
        const file = join(folder, name);
        writeFileSync(`${file}.gz`, gzipSync(readFileSync(file), { level: 9 }));
      }
    },
  };
}

export default defineConfig({
  plugins: [react(), gzipAssets()],
  resolve: { alias: { "@": fileURLToPath(new URL("./src", import.meta.url)) } },
  server: { port: 5173, proxy: Object.fromEntries(proxied.map((p) => [p, server])) },
  build: {
    outDir: "dist",
    emptyOutDir: true,
    manifest: true,
    modulePreload: { polyfill: false }, // the polyfill is an inline script, which the content security policy refuses
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: "react", test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/, priority: 30 },
            { name: "tanstack", test: /node_modules[\\/]@tanstack[\\/]/, priority: 20 },
            { name: "echarts", test: /node_modules[\\/](echarts|zrender)[\\/]/, priority: 20 },
            { name: "common", minShareCount: 20, priority: 5 },
          ],
        },
      },
    },
  },
  test: {
    environment: "happy-dom",
    isolate: false, // one process for all files: what takes long is reading antd, and no test leaves anything behind
    include: ["src/**/*.test.{ts,tsx}"],
    restoreMocks: true,
  },
});
