// Builds the plain Cornerstone3D page that the viewer is measured beside: node build.mjs <folder of the web application>
import { copyFile, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { build } from "esbuild";

const here = fileURLToPath(new URL(".", import.meta.url));
const target = process.argv[2];
const assets = join(target, "assets");
await mkdir(join(target, "WEB-INF"), { recursive: true });
await copyFile(join(here, "web.xml"), join(target, "WEB-INF/web.xml"));
await copyFile(join(here, "index.html"), join(target, "index.html"));
await copyFile(join(here, "page.css"), join(target, "page.css"));
// The loader asks for its worker by this name, beside the script that it is in.
const loader = fileURLToPath(import.meta.resolve("@cornerstonejs/dicom-image-loader"));
const worker = join(dirname(loader), "decodeImageFrameWorker.js");
await build({
  entryPoints: { page: join(here, "page.js"), decodeImageFrameWorker: worker },
  outdir: assets,
  bundle: true,
  minify: true,
  format: "esm",
  target: ["es2022"],
  loader: { ".wasm": "file" },
  external: ["fs", "path"],
  define: { global: "globalThis" },
  logLevel: "error",
});
for (const name of await readdir(assets)) {
  const bytes = await readFile(join(assets, name));
  await writeFile(join(assets, `${name}.gz`), gzipSync(bytes, { level: 9 }));
  await writeFile(join(assets, `${name}.br`), brotliCompressSync(bytes));
}
