/** The licences of all that the pages carry: a file that travels with them. */
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";

const LINE = "-".repeat(100);

/**
 * RadCase's own notice, then each package that was bundled, with its own licence file and what `webapp/licences` knows beside it: what a
 * package contains of other people's, and texts that it left out.
 * @param {string} root
 * @param {import("esbuild").Metafile[]} metafiles
 * @returns {Promise<string>}
 * @throws {Error} when a package has no licence text: it may not be given away then
 */
export async function licencesOf(root, metafiles) {
  const inputs = metafiles.flatMap((metafile) => Object.keys(metafile.inputs));
  const packages = new Set(inputs.flatMap((path) => /(?:^|.*\/)node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []));
  const texts = await Promise.all([...packages].sort().map((name) => licenceOf(root, name)));
  return [await readFile(join(root, "NOTICE"), "utf8"), ...texts].join(`\n${LINE}\n\n`);
}

/** @param {string} root @param {string} name  of a package */
async function licenceOf(root, name) {
  const folder = join(root, "node_modules", name);
  const { version, license } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  const own = (await readdir(folder)).filter((file) => /^(licen[cs]e|copying|notice)/i.test(file)).map((file) => join(folder, file));
  const known = join(root, "webapp", "licences", `${basename(name)}.txt`);
  const files = existsSync(known) ? [...own, known] : own;
  if (files.length === 0) {
    throw new Error(`${name} brings no licence text: put one into webapp/licences/${basename(name)}.txt`);
  }
  const texts = await Promise.all(files.map((file) => readFile(file, "utf8")));
  return [`${name} ${version} (${license})`, ...texts.map((text) => text.trim())].join("\n\n") + "\n";
}
