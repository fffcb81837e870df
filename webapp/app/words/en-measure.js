// @ts-check

const whole = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });
const tenths = new Intl.NumberFormat("en", { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const fine = new Intl.NumberFormat("en", { maximumSignificantDigits: 3 });

/** As people read it: whole numbers as they are, small fractions with three digits, else tenths. @param {number} value */
function figure(value) {
  const format = Number.isInteger(value) ? whole : Math.abs(value) < 1 ? fine : tenths;
  return format.format(value).replace("-", "−");
}

/** @param {number} value @param {string} unit */
const withUnit = (value, unit) => (unit ? `${figure(value)} ${unit}` : figure(value));

/** @param {string} unit */
const uncalibrated = (unit) => (unit.startsWith("px") ? ", uncalibrated" : "");

/** @param {number} count @param {string} one @param {string} more */
const counted = (count, one, more) => `${whole.format(count)} ${count === 1 ? one : more}`;

/** What measuring and annotating say. */
export const measureWords = {
  annotations: "Measurements and annotations",
  types: {
    length: "Length",
    angle: "Angle",
    cobb: "Cobb angle",
    bidirectional: "Bidirectional",
    ellipse: "Ellipse",
    rectangle: "Rectangle",
    freehand: "Freehand outline",
    probe: "Probe",
    arrow: "Arrow",
  },
  /** @param {number} length @param {string} unit */
  length: (length, unit) => `${tenths.format(length)} ${unit}${uncalibrated(unit)}`,
  /** @param {number} long @param {number} short @param {string} unit */
  axes: (long, short, unit) => `${tenths.format(long)} × ${tenths.format(short)} ${unit}${uncalibrated(unit)}`,
  /** @param {number} degrees */
  degrees: (degrees) => `${tenths.format(degrees)}°`,
  /** @param {number} area @param {string} unit */
  area: (area, unit) => `Area ${tenths.format(area)} ${unit}${uncalibrated(unit)}`,
  crossing: "The outline crosses itself: no area",
  /** @param {number} mean @param {number} sd @param {string} unit */
  mean: (mean, sd, unit) => `Mean ${withUnit(mean, unit)}, SD ${figure(sd)}`,
  /** @param {number} min @param {number} max */
  range: (min, max) => `Min ${figure(min)}, max ${figure(max)}`,
  /** @param {number} count */
  pixels: (count) => counted(count, "pixel", "pixels"),
  /** @param {number} value @param {string} unit */
  value: (value, unit) => withUnit(value, unit),
  /** @param {number} stored */
  stored: (stored) => `Stored ${figure(stored)}`,
  /** @param {readonly number[]} rgb */
  rgb: ([r, g, b]) => `R ${r} G ${g} B ${b}`,
  own: "yours",
  shared: "from the case’s authors",
  finding: "Key finding",
  waits: "Measuring waits for the true pixels.",
  /** @param {number} number @param {number | undefined} count */
  placed: (number, count) => (count ? `Point ${number} of ${count} placed.` : `Point ${number} placed. Enter on the first or the last point closes the outline.`),
  cancelled: "Drawing cancelled.",
  tooSmall: "Nothing drawn: the points are at one place.",
  removed: "Removed.",
  full: "There is no room for another annotation on this case. Remove one first.",
  /** @param {number} number @param {number} count */
  handle: (number, count) => `Point ${number} of ${count}: arrow keys move it.`,
  wholeMoves: "Arrow keys move the whole.",
  textLabel: "Text of the annotation",
  saved: "Saved",
  saving: "Saving",
  unsaved: "Not saved yet",
  lesion: {
    title: "Find the lesion",
    /** @param {number} count */
    toFind: (count) => `${counted(count, "finding", "findings")} to find. Click where you see one.`,
    /** @param {number} found @param {number} count */
    found: (found, count) => `${whole.format(found)} of ${counted(count, "finding", "findings")} found`,
    none: "This case has no findings to find.",
    revealed: "The findings are shown on the images.",
    /** @param {number} left */
    attemptsLeft: (left) => `${counted(left, "attempt", "attempts")} left`,
    verdicts: { found: "Found.", near: "Near. Look around there.", missed: "Nothing here." },
    /** @param {number} distance @param {string} unit */
    distance: (distance, unit) => `${tenths.format(distance)} ${unit} off.`,
    allFound: "You found all of them.",
    noMore: "That was the last attempt. Reveal the answer to see the rest.",
  },
};
