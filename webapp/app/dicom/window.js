// @ts-check

/** @typedef {{center: number, width: number, function?: string}} Window  Window Center and Width, in modality units */

/**
 * The modality values that become black and white. Source: PS3.3 C.11.2.1.2.1 (LINEAR), C.11.2.1.3.2 (LINEAR_EXACT).
 * @param {Window} window
 * @returns {{lower: number, upper: number}}
 */
export function rangeOf({ center, width, function: shape }) {
  if (shape === "LINEAR_EXACT") {
    return { lower: center - width / 2, upper: center + width / 2 };
  }
  const half = (width - 1) / 2;
  return { lower: center - 0.5 - half, upper: center - 0.5 + half };
}

/**
 * What a painter needs of a window. Source: as above, and C.11.2.1.3.1 (SIGMOID).
 * @param {Window} window
 * @param {boolean} inverted
 * @returns {import("../viewer/gl/image-painter.js").Greys}
 */
export function greysOf(window, inverted) {
  const sigmoid = window.function === "SIGMOID";
  return { ...rangeOf(sigmoid ? { ...window, function: "LINEAR_EXACT" } : window), sigmoid, inverted };
}

/**
 * The display value, in [0, 1], of a modality value. Sources: as above, and C.11.2.1.3.1 (SIGMOID).
 * @param {number} value
 * @param {Window} window
 */
export function displayValue(value, window) {
  if (window.function === "SIGMOID") {
    return 1 / (1 + Math.exp((-4 * (value - window.center)) / window.width));
  }
  const { lower, upper } = rangeOf(window);
  if (value <= lower) {
    return 0;
  }
  return value > upper ? 1 : (value - lower) / (upper - lower);
}

/**
 * The LINEAR window that spreads values from black to white.
 * @param {number} min
 * @param {number} max
 * @returns {Window}
 */
export function windowOver(min, max) {
  return { center: (min + max + 1) / 2, width: Math.max(max - min + 1, 1) };
}

/** Windows as radiologists name them, in HU. */
const CT_PRESETS = Object.freeze([
  { name: "softTissue", center: 40, width: 400 },
  { name: "lung", center: -600, width: 1500 },
  { name: "bone", center: 400, width: 1800 },
  { name: "brain", center: 40, width: 80 },
  { name: "stroke", center: 35, width: 35 },
  { name: "subdural", center: 75, width: 215 },
  { name: "liver", center: 60, width: 160 },
  { name: "mediastinum", center: 50, width: 350 },
  { name: "angio", center: 300, width: 600 },
]);

/**
 * The other windows that come with an image, beside the one that it is shown at; files like to repeat themselves.
 * @param {any} image  the manifest's description
 * @returns {readonly (Window & {name: string})[]} name: the file's, or "#2" for the second
 */
export function storedWindows({ windows }) {
  const isSame = (/** @type {any} */ a, /** @type {any} */ b) => a.center === b.center && a.width === b.width && a.function === b.function && a.table === b.table;
  const isNew = (/** @type {any} */ window, /** @type {number} */ at) => windows.findIndex((/** @type {any} */ other) => isSame(window, other)) === at;
  return windows
    .map((/** @type {any} */ window, /** @type {number} */ at) => ({ ...window, name: window.explanation || `#${at + 1}` }))
    .filter((/** @type {any} */ window, /** @type {number} */ at) => at > 0 && isNew(window, at));
}

const HEAD = Object.freeze(["brain", "stroke", "subdural", "bone"]);
const FACE = Object.freeze(["bone", "softTissue"]);
const BODY = Object.freeze(["softTissue", "lung", "liver", "bone"]);
const ABDOMEN = Object.freeze(["softTissue", "liver", "bone", "lung"]);
const CHEST = Object.freeze(["lung", "mediastinum", "bone"]);
const VESSEL = Object.freeze(["angio", "softTissue", "mediastinum"]);
const BONE = Object.freeze(["bone", "softTissue"]);

/** What is looked at first, by body part (PS3.16 Annex L). @type {Readonly<Record<string, readonly string[]>>} */
const FIRST_PRESETS = Object.freeze({
  HEAD,
  BRAIN: HEAD,
  CEREBELLUM: HEAD,
  SKULL: ["bone", "brain"],
  ...each(FACE, "FACE", "NOSE", "ORBIT", "JAW", "MAXILLA", "ZYGOMA", "TMJ", "EAR", "IAC"),
  ...each(["softTissue", "bone", "angio"], "NECK", "HEADNECK", "LARYNX", "PHARYNX", "THYROID", "PAROTID", "TONGUE"),
  ...each(CHEST, "CHEST", "LUNG", "BRONCHUS", "TRACHEA"),
  ...each(["mediastinum", "lung", "bone"], "MEDIASTINUM", "ESOPHAGUS", "THYMUS"),
  ...each(["mediastinum", "angio", "lung"], "HEART", "CORONARYARTERY"),
  ...each(VESSEL, "AORTA", "CAROTID", "CIRCLEOFWILLIS"),
  ...each(BODY, "CHESTABDOMEN", "CHESTABDPELVIS", "NECKCHEST", "NECKCHESTABDOMEN", "NECKCHESTABDPELV", "WHOLEBODY"),
  ...each(ABDOMEN, "ABDOMEN", "ABDOMENPELVIS", "PANCREAS", "KIDNEY", "SPLEEN", "ADRENAL", "COLON", "STOMACH", "PELVIS"),
  ...each(["liver", "softTissue", "bone", "lung"], "LIVER", "GALLBLADDER"),
  ...each(BONE, "SPINE", "CSPINE", "TSPINE", "LSPINE", "SSPINE", "CTSPINE", "TLSPINE", "LSSPINE", "COCCYX", "RIB", "STERNUM", "CLAVICLE", "SCAPULA"),
  ...each(BONE, "SHOULDER", "HUMERUS", "ELBOW", "RADIUS", "ULNA", "RADIUSULNA", "WRIST", "HAND", "FINGER", "THUMB", "ARM"),
  ...each(BONE, "HIP", "FEMUR", "KNEE", "PATELLA", "TIBIA", "TIBIAFIBULA", "ANKLE", "FOOT", "CALCANEUS", "TOE", "LEG", "EXTREMITY"),
});

/** @param {readonly string[]} presets @param {string[]} bodyParts */
function each(presets, ...bodyParts) {
  return Object.fromEntries(bodyParts.map((bodyPart) => [bodyPart, presets]));
}

/**
 * The presets that number keys choose: of CT, those for the body part first. Other modalities have none: their values have no unit that
 * scanners share (MR, CR, US …) or none that we know here (a PET image's SUV), so a window that is right for one image is wrong for the
 * next.
 * @param {string} modality
 * @param {string | undefined} bodyPart  DICOM's term
 * @returns {readonly {name: string, center: number, width: number}[]}
 */
export function presetsOf(modality, bodyPart) {
  if (modality !== "CT") {
    return [];
  }
  const first = FIRST_PRESETS[bodyPart ?? ""] ?? [];
  const rank = (/** @type {{name: string}} */ { name }) => (first.includes(name) ? first.indexOf(name) : first.length);
  return CT_PRESETS.toSorted((a, b) => rank(a) - rank(b));
}

/**
 * The window that an image starts with: its own first; for CT soft tissue; else all its values.
 * @param {any} image  the manifest's description
 * @param {string} modality
 * @param {{min: number, max: number}} pixels
 * @returns {Window}
 */
export function firstWindow(image, modality, { min, max }) {
  if (image.windows.length > 0) {
    return image.windows[0];
  }
  const hounsfield = modality === "CT" && (image.rescaleIntercept ?? 0) < 0;
  return hounsfield ? CT_PRESETS[0] : windowOver(min, max);
}
