// @ts-check
import { DecodePool } from "../dicom/decode-pool.js";
import { seriesOf } from "../dicom/manifest.js";
import { presetsOf } from "../dicom/window.js";
import { startFieldFigures } from "./field-figures.js";
import { FrameCache } from "./frame-cache.js";
import { FrameState, FrameStore } from "./frame-store.js";
import { listenToGestures } from "./gestures.js";
import { beginReading, nextReading } from "./reading-state.js";
import { seriesStrip } from "./series-strip.js";
import { SliceRail } from "./slice-rail.js";
import { Stage } from "./stage.js";
import { toolbar } from "./toolbar.js";
import { listenToKeys } from "./viewer-keys.js";

/** Decoded frames may take this many bytes; less where the device has little memory. */
const CEILING = 300e6;
const SMALL_CEILING = 150e6;

/**
 * The viewer of one case: owns what is read, and tells stage, rail, strip and tools.
 * @param {{stage: HTMLElement, host: HTMLElement, preview: HTMLImageElement, strip: HTMLElement}} parts
 * @param {any} manifest  answer of `GET api/cases/{id}/dicom`, with at least one series
 * @param {AbortSignal} signal  ends everything
 */
export function startViewer(parts, manifest, signal) {
  const series = seriesOf(manifest);
  const pool = new DecodePool(() => new Worker(DECODE_WORKER, { type: "module" }), decoders());
  signal.addEventListener("abort", () => pool.close());
  const cache = new FrameCache(ceiling(), (uid, index) => stores.find((store) => store.series.uid === uid)?.drop(index));
  const stores = series.map((one) => new FrameStore(one, { cache, pool, signal }));
  const stage = new Stage(parts.stage, { host: parts.host, preview: parts.preview, signal });
  const rail = new SliceRail((index) => dispatch({ type: "to", index }), signal);
  const strip = seriesStrip(parts.strip, series, (index) => dispatch({ type: "series", series: index }));
  parts.stage.append(rail.node);

  let reading = beginReading(series.map(({ frames }) => frames.length), startOf(series, parts.preview));
  /** @type {import("./gestures.js").Tool | null} */
  let tool = null;
  const place = () => reading.places[reading.active];

  /** @param {import("./reading-state.js").ReadingAction} action */
  function dispatch(action) {
    const before = reading;
    reading = nextReading(before, action);
    if (reading.active !== before.active) {
      stores.forEach((store) => store.rest());
    }
    if (reading !== before) {
      refresh(reading.active !== before.active || place().index !== before.places[before.active].index);
    }
  }

  /** @param {import("./view-state.js").ViewAction} action */
  const look = (action) => dispatch({ type: "view", action });

  /** @param {boolean} moved */
  function refresh(moved) {
    const { index, heading } = place();
    const one = series[reading.active];
    if (moved) {
      cache.aim(one.uid, index);
      const active = stores[reading.active];
      if (one.displayable && active.aim(index, heading)) {
        stores.forEach((store) => store !== active && store.rest());
      }
      strip.draw(reading.active);
      bar().draw(tool, pressed(), presetName());
    }
    rail.draw(index, stores[reading.active].states);
    stage.show({ series: one, place: place(), store: stores[reading.active] });
  }

  stores.forEach((store, index) => {
    const arrived = () => index === reading.active && refresh(false);
    store.addEventListener("arrived", arrived, { signal });
    store.addEventListener("missing", arrived, { signal });
    store.addEventListener("settled", () => index === reading.active && fetchAhead(index), { signal });
  });

  /** When all of a series is there, the next one is fetched, for when the reader turns to it. @param {number} index */
  function fetchAhead(index) {
    const ahead = series.findIndex((one, at) => at > index && one.displayable);
    if (ahead > 0) {
      stores[ahead].aim(reading.places[ahead].index, 1);
    }
  }

  const pressed = () => ({ invert: place().view.inverted, flip: place().view.flipped });
  const presets = () => presetsOf(series[reading.active].modality);
  const presetName = () => {
    const chosen = place().view.window;
    return chosen ? (presets().find(({ center, width }) => center === chosen.center && width === chosen.width)?.name ?? "free") : "own";
  };
  const choosePreset = (/** @type {string} */ name) => {
    look({ type: "window", window: presets().find((preset) => preset.name === name) ?? null });
    redrawBar();
  };
  const acts = {
    fit: () => look({ type: "fit" }),
    oneToOne: () => look({ type: "zoom", zoom: 1 }),
    invert: () => (look({ type: "invert" }), redrawBar()),
    flip: () => (look({ type: "flip" }), redrawBar()),
    rotate: () => look({ type: "rotate" }),
    reset: () => (look({ type: "reset" }), redrawBar()),
  };

  /** @type {Map<string, ReturnType<typeof toolbar>>} the bar differs by modality: only some have presets */
  const bars = new Map();
  function bar() {
    const { modality } = series[reading.active];
    const made =
      bars.get(modality) ??
      toolbar({ act: acts, preset: choosePreset, presets: presets(), choose: (one) => ((tool = one), redrawBar()) });
    bars.set(modality, made);
    if (!made.node.isConnected) {
      parts.stage.querySelector(".tools")?.remove();
      parts.stage.append(made.node);
    }
    return made;
  }
  const redrawBar = () => bar().draw(tool ?? "window", pressed(), presetName());

  const zoomBy = (/** @type {number} */ factor) => look({ type: "zoom-by", factor, from: stage.look.zoom });
  let quiet = 0;
  const scroll = (/** @type {number} */ step) => {
    parts.stage.classList.add("scrolling");
    clearTimeout(quiet);
    quiet = window.setTimeout(() => parts.stage.classList.remove("scrolling"), 700);
    dispatch({ type: "by", step });
  };
  listenToGestures(
    parts.stage,
    {
      scroll,
      zoom: zoomBy,
      pan: (dx, dy) => look({ type: "pan-by", x: dx * devicePixelRatio, y: dy * devicePixelRatio, zoom: stage.look.zoom }),
      window: (dx, dy) => {
        const { window: now } = stage.look;
        if (now && parts.stage.dataset.state === "true-pixels") {
          const speed = Math.max(now.width, 20) / 256;
          look({ type: "window", window: { ...now, center: rounded(now.center + dy * speed), width: rounded(now.width + dx * speed) } });
        }
      },
      done: redrawBar,
    },
    () => ({ tool, scrolls: place().count > 1 }),
    signal,
  );
  listenToKeys(
    {
      ...acts,
      by: scroll,
      to: (index) => dispatch({ type: "to", index: Math.min(index, place().count - 1) }),
      series: (step) => dispatch({ type: "series", series: reading.active + step }),
      preset: (number) => choosePreset(number === 0 ? "own" : (presets()[number - 1]?.name ?? presetName())),
      zoom: zoomBy,
    },
    signal,
  );
  addEventListener("online", () => stores.forEach((store) => store.revive()), { signal });

  const first = stores[reading.active];
  /** @type {number | undefined} */
  let allFramesAt;
  first.addEventListener("settled", () => (allFramesAt ??= first.loaded === first.states.length ? performance.now() : undefined), { signal });
  const sum = (/** @type {(store: FrameStore) => number} */ of) => stores.reduce((all, store) => all + of(store), 0);
  const missing = (/** @type {FrameStore} */ { states }) => states.filter((state) => state === FrameState.MISSING).length;
  startFieldFigures({
    signal,
    figures: () => ({ memoryBytes: cache.bytes, frames: sum(({ loaded }) => loaded), missingFrames: sum(missing), allFramesAt }),
  });

  refresh(true);
  redrawBar();
  stage.start();
}

/** The frame that the page's preview shows, or the first that can be shown. @param {readonly import("../dicom/manifest.js").Series[]} series @param {HTMLImageElement} preview */
function startOf(series, preview) {
  for (const [at, { frames }] of series.entries()) {
    const index = frames.findIndex(({ rendered }) => rendered && new URL(rendered, document.baseURI).href === preview.src);
    if (index >= 0) {
      return { series: at, index };
    }
  }
  return { series: Math.max(series.findIndex(({ displayable }) => displayable), 0), index: 0 };
}

/** @param {number} value  windows are told in tenths at most */
function rounded(value) {
  return Math.abs(value) < 10 ? Math.round(value * 10) / 10 : Math.round(value);
}

function decoders() {
  return Math.min(Math.max((navigator.hardwareConcurrency ?? 2) - 1, 1), 4);
}

function ceiling() {
  const { deviceMemory = 8 } = /** @type {{deviceMemory?: number}} */ (navigator);
  return deviceMemory <= 4 ? SMALL_CEILING : CEILING;
}
