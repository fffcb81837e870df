/**
 * Builds the pages: webapp/ → target/web/.
 *
 * - scripts and styles get content-hashed names in assets/, each with a source map and .gz and .br beside it;
 * - HTML is put together from webapp/parts and the words, and names the hashed files;
 * - `--watch` rebuilds on change (styles and pages in well under a second).
 *
 * The HTML language is small on purpose: `{{include name}}` takes webapp/parts/name.html, `{{icon name}}` an icon,
 * `{{asset path}}` the hashed address of a script, style, image or of `licences.txt`, `{{prefetch path}}` the addresses of everything that
 * a script imports, as prefetch links, `{{modules path}}` those of its imports as module preload links, and `{{word.path}}` the words. `${name}` is left to the server.
 */
import { createHash } from "node:crypto";
import { existsSync, watch } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, constants as zlib, gzip } from "node:zlib";
import { build } from "esbuild";
import { licencesOf } from "./esbuild.licences.mjs";
import { iconMarkup } from "./webapp/app/ui/icon-markup.js";
import { words } from "./webapp/app/words/en.js";

const root = fileURLToPath(new URL(".", import.meta.url));
const source = join(root, "webapp");
const target = join(root, "target", "web");
const assets = join(target, "assets");
const stamp = join(root, "target", "web.stamp");
const pages = (await readdir(source)).filter((name) => name.endsWith(".html")).map((name) => basename(name, ".html"));

/** @type {import("esbuild").BuildOptions & {metafile: true}} */
const shared = {
  bundle: true,
  minify: true,
  sourcemap: true,
  sourcesContent: true,
  metafile: true,
  legalComments: "linked",
  target: ["es2022"],
  outdir: assets,
  absWorkingDir: root,
  entryNames: "[name]-[hash]",
  chunkNames: "[name]-[hash]",
  assetNames: "[name]-[hash]",
  loader: { ".wasm": "file" },
  // The codecs' Emscripten glue asks for these when it runs under Node; in the browser it never does.
  external: ["fs", "path"],
  logLevel: "warning",
  logOverride: { "empty-import-meta": "silent" },
};

/** Builds everything, unless the last build was of the very same sources. */
async function buildAll() {
  const started = performance.now();
  const sources = await fingerprint();
  if (existsSync(assets) && existsSync(stamp) && (await readFile(stamp, "utf8")) === sources) {
    console.log("pages are up to date");
    return;
  }
  await rm(stamp, { force: true });
  await mkdir(assets, { recursive: true });
  const worker = await build({
    ...shared,
    entryPoints: ["webapp/app/dicom/decode-worker.js"],
    format: "esm",
    splitting: true,
  });
  const workerAddress = addressOf(worker.metafile, "webapp/app/dicom/decode-worker.js");
  const scriptsOf = (/** @type {string[]} */ names) =>
    build({
      ...shared,
      entryPoints: names.map((name) => `webapp/app/pages/${name}.js`),
      format: "esm",
      splitting: true,
      define: { DECODE_WORKER: JSON.stringify(workerAddress), global: "globalThis" },
    });
  // A case shares no files with other pages: each would take one of the six connections from the first image.
  const scripts = await scriptsOf(pages.filter((page) => page !== "case").map((page) => `${page}-page`));
  const ofCase = await scriptsOf(["case-start", "case-page"]);
  const blocking = await build({
    ...shared,
    entryPoints: ["webapp/app/pages/theme.js"],
    format: "iife",
  });
  const styles = await build({
    ...shared,
    entryPoints: pages.map((page) => `webapp/css/${page}.css`),
    loader: { ".svg": "file" },
  });
  const metafiles = [worker.metafile, scripts.metafile, ofCase.metafile, blocking.metafile, styles.metafile];
  const statics = await hashStatics();
  statics.set("licences.txt", await hashed("licences.txt", Buffer.from(await licencesOf(root, metafiles))));
  for (const page of pages) {
    const html = await render(join(source, `${page}.html`), metafiles, statics);
    await writeIfChanged(join(target, `${page}.html`), html);
  }
  const outputs = metafiles.flatMap((metafile) => Object.keys(metafile.outputs).map((path) => basename(path)));
  await removeStale(new Set([...outputs, ...statics.values()].map((path) => basename(path))));
  await compressAll();
  await writeFile(stamp, sources);
  console.log(`pages built in ${Math.round(performance.now() - started)} ms`);
}

/** A hash over all that a build depends on. */
async function fingerprint() {
  const hash = createHash("sha256");
  const below = (await readdir(source, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && !entry.parentPath.includes("WEB-INF"))
    .map((entry) => join(entry.parentPath, entry.name));
  for (const file of [fileURLToPath(import.meta.url), join(root, "esbuild.licences.mjs"), join(root, "NOTICE"), join(root, "package-lock.json"), ...below.sort()]) {
    hash.update(file).update(await readFile(file));
  }
  return hash.digest("hex");
}

/**
 * The address, relative to the base, of the file built from a source.
 * @param {import("esbuild").Metafile} metafile
 * @param {string} entry  path of the source, relative to the root
 */
function addressOf(metafile, entry) {
  for (const [path, output] of Object.entries(metafile.outputs)) {
    if (output.entryPoint === entry) {
      return `assets/${basename(path)}`;
    }
  }
  return undefined;
}

/** Copies the images of webapp/images under hashed names. @returns {Promise<Map<string, string>>} path → address */
async function hashStatics() {
  const folder = join(source, "images");
  /** @type {Map<string, string>} */
  const addresses = new Map();
  if (!existsSync(folder)) {
    return addresses;
  }
  for (const name of await readdir(folder)) {
    addresses.set(`images/${name}`, await hashed(name, await readFile(join(folder, name))));
  }
  return addresses;
}

/** Writes an asset under a name with its content's hash. @param {string} name @param {Buffer} bytes @returns {Promise<string>} its address */
async function hashed(name, bytes) {
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 8);
  const file = `${basename(name, extname(name))}-${hash}${extname(name)}`;
  await writeIfChanged(join(assets, file), bytes);
  return `assets/${file}`;
}

/**
 * One page's HTML.
 * @param {string} file
 * @param {import("esbuild").Metafile[]} metafiles
 * @param {Map<string, string>} statics
 * @returns {Promise<string>}
 */
async function render(file, metafiles, statics) {
  let html = await readFile(file, "utf8");
  for (let depth = 0; /\{\{include /.test(html) && depth < 4; depth++) {
    const parts = [...html.matchAll(/\{\{include ([\w-]+)\}\}/g)];
    for (const [whole, name] of parts) {
      html = html.replace(whole, (await readFile(join(source, "parts", `${name}.html`), "utf8")).trimEnd());
    }
  }
  return html.replace(/\{\{(?:(icon|asset|prefetch|modules) )?([^}]+)\}\}/g, (_, verb, name) => {
    switch (verb) {
      case "icon":
        return iconMarkup(name);
      case "asset":
        return assetOf(name, metafiles, statics, file);
      case "prefetch":
        return importsOf(name, metafiles)
          .map((address) => `<link rel="prefetch" href="${address}" as="script" crossorigin="anonymous">`)
          .join("\n  ");
      case "modules":
        return importsOf(name, metafiles)
          .slice(1)
          .map((address) => `<link rel="modulepreload" href="${address}">`)
          .join("\n  ");
      default:
        return escapeHtml(wordAt(name, file));
    }
  });
}

/** @param {string} name @param {import("esbuild").Metafile[]} metafiles @param {Map<string, string>} statics @param {string} file */
function assetOf(name, metafiles, statics, file) {
  const found = statics.get(name) ?? metafiles.map((metafile) => addressOf(metafile, `webapp/${name}`)).find(Boolean);
  if (!found) {
    throw new Error(`${file} names ${name}, which the build doesn't make`);
  }
  return found;
}

/** The addresses of a script and of everything that it imports at once. @param {string} name @param {import("esbuild").Metafile[]} metafiles */
function importsOf(name, metafiles) {
  for (const { outputs } of metafiles) {
    const first = Object.keys(outputs).find((path) => outputs[path].entryPoint === `webapp/${name}`);
    if (first) {
      const seen = new Set([first]);
      for (const path of seen) {
        outputs[path].imports.filter(({ kind }) => kind === "import-statement").forEach(({ path: next }) => seen.add(next));
      }
      return [...seen].map((path) => `assets/${basename(path)}`);
    }
  }
  throw new Error(`no page has the script ${name}`);
}

/** @param {string} path @param {string} file @returns {string} */
function wordAt(path, file) {
  /** @type {any} */
  let found = words;
  for (const key of path.trim().split(".")) {
    found = found?.[key];
  }
  if (typeof found !== "string") {
    throw new Error(`${file} asks for the words ${path}, which app/words/en.js doesn't have`);
  }
  return found;
}

/** @param {string} text */
function escapeHtml(text) {
  return text.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign] ?? sign);
}

/** @param {string} file @param {string | Buffer} content */
async function writeIfChanged(file, content) {
  const bytes = Buffer.from(content);
  if (existsSync(file) && (await readFile(file)).equals(bytes)) {
    return;
  }
  await writeFile(`${file}.part`, bytes);
  await rename(`${file}.part`, file);
}

/** Removes what an earlier build left. @param {Set<string>} wanted */
async function removeStale(wanted) {
  for (const name of await readdir(assets)) {
    if (!wanted.has(name.replace(/\.(gz|br)$/, ""))) {
      await rm(join(assets, name));
    }
  }
}

/** Writes .gz and .br beside each file that profits; names carry the content's hash, so what is there is right. */
async function compressAll() {
  const gz = promisify(gzip);
  const br = promisify(brotliCompress);
  const names = await readdir(assets);
  const there = new Set(names);
  await Promise.all(
    names
      .filter((name) => /\.(js|css|svg|wasm|json|txt)$/.test(name))
      .map(async (name) => {
        if (there.has(`${name}.gz`) && there.has(`${name}.br`)) {
          return;
        }
        const bytes = await readFile(join(assets, name));
        const quality = bytes.length > 500_000 ? 9 : 11;
        await writeFile(join(assets, `${name}.gz`), await gz(bytes, { level: 9 }));
        const params = { [zlib.BROTLI_PARAM_QUALITY]: quality, [zlib.BROTLI_PARAM_SIZE_HINT]: bytes.length };
        await writeFile(join(assets, `${name}.br`), await br(bytes, { params }));
      }),
  );
}

await buildAll();

if (process.argv.includes("--watch")) {
  /** @type {NodeJS.Timeout | undefined} */
  let soon;
  watch(source, { recursive: true }, () => {
    clearTimeout(soon);
    soon = setTimeout(() => buildAll().catch((error) => console.error(error.message)), 80);
  });
}
