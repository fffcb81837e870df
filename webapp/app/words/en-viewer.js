// @ts-check
// The viewer's words; part of `words` in en.js.
const plural = new Intl.PluralRules("en");

/** @param {number} value  with a real minus sign */
const signed = (value) => String(value).replace("-", "−");

export const viewer = {
  images: "Images",
  series: "Series",
  teaching: "For teaching, not for diagnosis",
  rail: "Image in this series",
  /** @param {number} number @param {number} count */
  imageOf: (number, count) => `Image ${number} of ${count}`,
  /** @param {number} number @param {number} count */
  slice: (number, count) => `${number} / ${count}`,
  /** @param {number} number @param {string} modality @param {string} description @param {number} count */
  seriesName: (number, modality, description, count) =>
    `Series ${number}: ${[modality, description].filter(Boolean).join(" ")}, ${count} ${plural.select(count) === "one" ? "image" : "images"}`,
  /** @param {string} modality @param {string} description @param {number} number @param {number} count */
  cellName: (modality, description, number, count) => `${[modality, description].filter(Boolean).join(" ")}, image ${number} of ${count}`,
  emptyCell: "Drag a series here, or choose one at the left",
  preview: "Preview",
  /** @param {number} loaded @param {number} count */
  loaded: (loaded, count) => `${loaded} of ${count} loaded`,
  /** @param {number | null | undefined} ratio */
  lossy: (ratio) => (ratio ? `Lossy, ${Math.round(ratio)}:1` : "Lossy"),
  /** @param {number} width @param {number} center @param {string | undefined} name */
  window: (width, center, name) => `W ${signed(width)} L ${signed(center)}${name ? ` · ${name.toLowerCase()}` : ""}`,
  /** @param {number} zoom */
  zoom: (zoom) => `${zoom < 10 ? zoom.toFixed(1) : Math.round(zoom)}×`,
  /** @param {number} place */
  mm: (place) => `${signed(Number(place.toFixed(1)))} mm`,
  uncalibrated: "uncalibrated",
  orientationUnknown: "Orientation unknown",
  planes: { axial: "axial", coronal: "coronal", sagittal: "sagittal" },
  /** @param {string} plane */
  planeTitle: (plane) => `Reconstruction · ${plane}`,
  /** @param {string} plane @param {number} number @param {number} count */
  planeName: (plane, number, count) => `Reconstruction, ${plane}, plane ${number} of ${count}`,
  /** @param {number} mm @param {string} mode */
  slab: (mm, mode) => `${mode}, ${mm} mm`,
  slabModes: { mip: "MIP", minip: "MinIP", average: "Average" },
  slabThickness: "Slab",
  slabMode: "Slab shows",
  thinSlab: "Thin",
  volumeTooLarge: "This series is too large to reconstruct on this device.",
  /** Why a series can't be cut in other planes. @type {Record<string, string>} */
  obstacles: {
    "few-slices": "A reconstruction needs at least three slices.",
    color: "Only greyscale series can be reconstructed.",
    "no-plane": "The slices don't say where they lie.",
    "shared-places": "Several slices lie at the same place.",
    "missing-slices": "Slices are missing in between.",
    "uneven-spacing": "The slices are not evenly spaced.",
  },
  toolsLabel: "Tools",
  presetsLabel: "Window",
  ownWindow: "As stored",
  freeWindow: "Free",
  /** @type {Record<string, string>} */
  presets: {
    softTissue: "Soft tissue", lung: "Lung", bone: "Bone", brain: "Brain", stroke: "Stroke", subdural: "Subdural", liver: "Liver",
    mediastinum: "Mediastinum", angio: "Angiography",
  },
  /** @param {string} name  of a preset, or what a file calls its window, "#2" where it has no name for the second @returns {string} */
  presetName: (name) => viewer.presets[name] ?? name.replace(/^#(?=\d+$)/, "Stored "),
  /** What the viewer can do, each by the name of its action. @type {Record<string, string>} */
  actions: {
    window: "Drag sets the window",
    pan: "Drag moves the image",
    zoom: "Drag zooms",
    scroll: "Drag scrolls",
    magnify: "Magnifier",
    crosshair: "Click shows the place in every series",
    length: "Length",
    angle: "Angle",
    cobb: "Cobb angle",
    bidirectional: "Two diameters",
    ellipse: "Ellipse",
    rectangle: "Rectangle",
    freehand: "Freehand region",
    probe: "Probe",
    arrow: "Arrow with text",
    undo: "Undo",
    redo: "Redo",
    fit: "Fit to the window",
    oneToOne: "One image pixel to one screen pixel",
    zoomIn: "Zoom in",
    zoomOut: "Zoom out",
    invert: "Invert",
    flip: "Flip left and right",
    flipOver: "Flip top and bottom",
    rotate: "Rotate by 90°",
    reset: "Reset the view",
    cine: "Play or pause",
    slower: "Play slower",
    faster: "Play faster",
    grid: "Next layout",
    hang: "Hang as usual for the modality",
    mpr: "Reconstruct in three planes",
    linked: "Scroll series together",
    lines: "Reference lines",
    graphics: "Marks and overlays",
    header: "DICOM header",
    fullScreen: "Full screen",
    present: "Present the case",
    nextCase: "Next case",
    find: "Look for the lesion",
    previousImage: "Previous image",
    nextImage: "Next image",
    wider: "Wider window, less contrast",
    narrower: "Narrower window, more contrast",
    higher: "Higher level, darker",
    lower: "Lower level, brighter",
    back: "Ten images back",
    forward: "Ten images forward",
    firstImage: "First image",
    lastImage: "Last image",
    previousSeries: "Previous series",
    nextSeries: "Next series",
    previousCell: "Previous part of the stage",
    nextCell: "Next part of the stage",
    preset: "Window preset",
    ownWindow: "The image's own window",
    commit: "Commit your read and see the answer",
  },
  groups: { measure: "Measure", view: "View", layout: "Layout", more: "More" },
  /** @param {number} rows @param {number} columns */
  layoutName: (rows, columns) => (rows * columns === 1 ? "One image" : `${rows} × ${columns}`),
  /** @param {number} rate */
  framesASecond: (rate) => `${Number(rate.toFixed(rate < 10 ? 1 : 0))} images a second`,
  /** @param {number} number @param {string} reason */
  missing: (number, reason) => `Image ${number} can't be shown. ${reason}`,
  /** @param {string} reason */
  notDisplayable: (reason) => `This series can't be shown. ${reason}`,
  noEngine: "This browser can't draw the true pixels (it lacks WebGL 2). You see previews.",
  none: "No images yet",
  noneDetail: "Add a study in the editor.",
  sessionEnded: "Your session has ended. What you did here is kept.",
  signInAgain: "Sign in and go on",
};
