// @ts-check
// Cornerstone's metadata package brings dcmjs (0.7 MB) to read DICOM in the browser. RadCase's server does that, so the
// build puts these few shapes in its place: the engine needs them to start, and calls none of them.

const silent = () => {};

/** @returns {any} a logger that passes on errors only: what a person should know, RadCase says in her words */
function quiet() {
  const error = (/** @type {unknown[]} */ ...told) => console.error(...told);
  return { trace: silent, debug: silent, info: silent, log: silent, warn: silent, error, setLevel: silent, getLogger: quiet };
}

export const log = quiet();
export const constants = Object.freeze({});

const dcmjs = {
  log,
  constants,
  async: { AsyncDicomReader: class {} },
  data: { DicomMetaDictionary: { dictionary: {}, nameMap: {} } },
  utilities: { DicomMetadataListener: class {} },
};

// eslint-disable-next-line no-restricted-syntax -- the package that it stands for has a default export
export default dcmjs;
