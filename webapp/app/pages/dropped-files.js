// @ts-check

/**
 * @typedef {{file: File, path: string}} Found  a file, and where it lay in what was dropped or picked
 */

/** Files that systems leave in folders, and nobody means. */
const LITTER = /(^|\/)(\.DS_Store|Thumbs\.db|desktop\.ini|__MACOSX\/.*)$/i;

/**
 * The files of a drop, folders walked through.
 * @param {DataTransfer} transfer
 * @returns {Promise<Found[]>}
 */
export async function droppedFiles(transfer) {
  // The list empties when the event is over, so all entries are taken before the first await.
  const entries = [...transfer.items].filter(({ kind }) => kind === "file").map((item) => item.webkitGetAsEntry() ?? item.getAsFile());
  /** @type {Found[]} */
  const found = [];
  for (const entry of entries) {
    if (entry instanceof File) {
      found.push({ file: entry, path: entry.name });
    } else if (entry) {
      await walk(entry, found);
    }
  }
  return withoutLitter(found);
}

/**
 * The files of a file or folder picker.
 * @param {FileList} list
 * @returns {Found[]}
 */
export function pickedFiles(list) {
  return withoutLitter([...list].map((file) => ({ file, path: file.webkitRelativePath || file.name })));
}

/** @param {Found[]} found */
function withoutLitter(found) {
  return found.filter(({ path }) => !LITTER.test(path));
}

/** @param {FileSystemEntry} entry @param {Found[]} found */
async function walk(entry, found) {
  if (entry.isFile) {
    const file = await new Promise((resolve, reject) => /** @type {FileSystemFileEntry} */ (entry).file(resolve, reject));
    found.push({ file, path: entry.fullPath.replace(/^\//, "") });
    return;
  }
  const reader = /** @type {FileSystemDirectoryEntry} */ (entry).createReader();
  // A reader hands out some entries at a time, and none when it is through.
  for (;;) {
    const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) {
      return;
    }
    for (const one of some) {
      await walk(one, found);
    }
  }
}
