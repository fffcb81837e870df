// @ts-check
import { DecodePool } from "../dicom/decode-pool.js";
import { seriesOf } from "../dicom/manifest.js";
import { presetsOf } from "../dicom/window.js";
import { Cine } from "./cine.js";
import { FrameCache } from "./frame-cache.js";
import { FrameStore } from "./frame-store.js";
import { listenToGestures } from "./gestures.js";
import { TEXTURE_CEILING } from "./gl/image-painter.js";
import { Loading } from "./loading.js";
import { activePlace, beginReading, nextReading } from "./reading-state.js";
import { keepPlace, keptPlace } from "./kept-place.js";
import { seriesStrip } from "./series-strip.js";
import { Stage } from "./stage.js";
import { toolbar } from "./toolbar.js";
import { listenToKeys } from "./viewer-keys.js";

/** What page, workers, buffers and textures may take together, in bytes; less where the device has little memory. */
const CEILING = 300e6;
const SMALL_CEILING = 150e6;
/** What a decoder's WebAssembly and what it has on its way take. */
const DECODER_BYTES = 20e6;

const TOOLS = new Set(["window", "pan", "zoom", "scroll", "magnify", "crosshair"]);

/**
 * The viewer of one case: owns what is read, and tells stage, strip and tools.
 * @param {{stage: HTMLElement, host: HTMLElement, preview: HTMLImageElement, strip: HTMLElement}} parts
 * @param {string} caseId
 * @param {any} manifest  answer of `GET api/cases/{id}/dicom`, with at least one series
 * @param {{signal: AbortSignal, sessionEnded: () => void, settled: () => void, firstKey: (event: KeyboardEvent) => boolean, acts: Record<string, () => void>}} page
 *   signal: ends everything; sessionEnded: told when frames need signing in; settled: told once, when all that is shown is there;
 *   firstKey: may take a key before its action; acts: what the page does by the viewer's tools and keys
 */
export function startViewer(parts, caseId, manifest, { signal, sessionEnded, settled, firstKey, acts: pageActs }) {
  const series = seriesOf(manifest);
  const workers = decoders();
  const pool = new DecodePool(() => new Worker(DECODE_WORKER, { type: "module" }), workers);
  signal.addEventListener("abort", () => pool.close());
  const cache = new FrameCache(ceiling() - TEXTURE_CEILING - workers * DECODER_BYTES, (uid, index) => stores.find((store) => store.series.uid === uid)?.drop(index));
  const stores = series.map((one) => new FrameStore(one, { cache, pool, signal }));
  const loading = new Loading(signal, () => cache.hasRoom);
  const stage = new Stage(parts.stage, { host: parts.host, preview: parts.preview, signal }, {
    go: (cell, index) => dispatch({ type: "to", index, cell }),
    again: ({ store, place }) => (store.revive(place.index), refresh(true)),
  });
  const strip = seriesStrip(parts.strip, series, (index) => dispatch({ type: "series", series: index }));
  const kept = keptPlace(caseId, series);
  let reading = beginReading(series.map(({ frames }) => frames.length), kept ?? startOf(series, parts.preview));
  if (kept) {
    reading = nextReading(reading, { type: "place", cell: 0, index: kept.index, view: kept.view });
  }
  /** @type {import("./gestures.js").Tool | null} */
  let tool = null;
  const place = () => activePlace(reading);
  const shownSeries = () => series[place()?.series ?? 0];

  const cine = new Cine({
    frameTime: () => shownSeries().frameTime,
    step: () => {
      const now = place();
      const next = now ? (now.index + 1) % now.count : 0;
      const there = now !== null && stores[now.series].pixels(next) !== undefined;
      if (there) {
        dispatch({ type: "to", index: next });
      }
      return there;
    },
    changed: () => drawBar(),
    signal,
  });

  /** @param {import("./reading-state.js").ReadingAction} action */
  function dispatch(action) {
    const before = reading;
    reading = nextReading(before, action);
    if (reading === before) {
      return;
    }
    const moved = reading.cells.some((cell, at) => cell?.series !== before.cells[at]?.series || cell?.index !== before.cells[at]?.index);
    const turned = reading.active !== before.active || reading.layout !== before.layout || reading.cells.some((cell, at) => cell?.series !== before.cells[at]?.series);
    refresh(moved);
    if (turned) {
      strip.draw(place()?.series ?? -1);
      drawBar();
    }
  }

  /** @param {import("./view-state.js").ViewAction} action */
  const look = (action) => dispatch({ type: "view", action });

  /** @param {boolean} moved */
  function refresh(moved) {
    if (moved) {
      aim();
    }
    stage.show(reading.layout, reading.cells.map((cell) => cell && { series: series[cell.series], place: cell, store: stores[cell.series] }), reading.active);
  }

  /** Says to the loading and to the cache where the reader is. */
  function aim() {
    const shown = [place(), ...reading.cells].filter((cell) => cell !== null).filter(({ series: at }) => series[at].displayable);
    cache.aim(shown.map(({ series: at, index }) => ({ uid: series[at].uid, index })));
    const last = Math.max(...shown.map((cell) => cell.series));
    const ahead = [...stores.slice(last + 1), ...stores.slice(0, last)].filter((store) => store.series.displayable && !shown.some((cell) => stores[cell.series] === store));
    loading.aim(shown.map((cell) => ({ store: stores[cell.series], shown: cell.index, heading: cell.heading })), ahead);
  }

  const isShown = (/** @type {FrameStore} */ store) => reading.cells.some((cell) => cell !== null && stores[cell.series] === store);
  let told = false;
  for (const store of stores) {
    const changed = () => {
      loading.arrived();
      if (!told && loading.idle) {
        told = true;
        settled();
      }
      if (isShown(store)) {
        stage.drawSoon();
      }
    };
    store.addEventListener("arrived", changed, { signal });
    store.addEventListener("missing", changed, { signal });
    store.addEventListener("again", () => loading.go(), { signal });
    store.addEventListener("signed-out", () => {
      if (!loading.paused) {
        loading.pause();
        sessionEnded();
      }
    }, { signal });
  }

  const presets = () => presetsOf(shownSeries().modality, shownSeries().bodyPart);
  const presetName = () => {
    const chosen = place()?.view.window;
    return chosen ? (presets().find(({ center, width }) => center === chosen.center && width === chosen.width)?.name ?? "free") : "own";
  };
  const choosePreset = (/** @type {string} */ name) => {
    look({ type: "window", window: presets().find((preset) => preset.name === name) ?? null });
    drawBar();
  };
  const centre = () => ({ x: 0, y: 0 });
  const zoomBy = (/** @type {number} */ factor, at = centre()) => stage.active.scene && look({ type: "zoom-by", factor, from: stage.active.lens.zoom, at });
  const layouts = [{ rows: 1, columns: 1 }, { rows: 1, columns: 2 }, { rows: 2, columns: 2 }];
  const divide = (/** @type {import("./reading-state.js").Layout} */ layout) => {
    const others = series.map((_, at) => at).filter((at) => at !== place()?.series && series[at].displayable);
    dispatch({ type: "layout", layout, fill: [place()?.series ?? 0, ...others] });
  };
  let quiet = 0;
  const scroll = (/** @type {number} */ step) => {
    parts.stage.classList.add("scrolling");
    clearTimeout(quiet);
    quiet = window.setTimeout(() => parts.stage.classList.remove("scrolling"), 700);
    dispatch({ type: "by", step });
  };
  const changeSeries = (/** @type {number} */ step) => dispatch({ type: "series", series: (place()?.series ?? -1) + step });

  /** @type {Record<string, () => void>} */
  const acts = {
    ...pageActs,
    previousImage: () => scroll(-1),
    nextImage: () => scroll(1),
    back: () => scroll(-10),
    forward: () => scroll(10),
    firstImage: () => dispatch({ type: "to", index: 0 }),
    lastImage: () => dispatch({ type: "to", index: (place()?.count ?? 1) - 1 }),
    previousSeries: () => changeSeries(-1),
    nextSeries: () => changeSeries(1),
    previousCell: () => dispatch({ type: "cell", cell: reading.active - 1 }),
    nextCell: () => dispatch({ type: "cell", cell: reading.active + 1 }),
    fit: () => look({ type: "fit" }),
    oneToOne: () => look({ type: "zoom", zoom: 1 }),
    zoomIn: () => zoomBy(1.25),
    zoomOut: () => zoomBy(0.8),
    invert: () => look({ type: "invert" }),
    flip: () => look({ type: "flip" }),
    flipOver: () => look({ type: "flip-over" }),
    rotate: () => look({ type: "rotate" }),
    reset: () => look({ type: "reset" }),
    cine: () => cine.toggle(),
    slower: () => cine.speed(0.8),
    faster: () => cine.speed(1.25),
    grid: () => divide(layouts[(layouts.findIndex(({ rows, columns }) => rows === reading.layout.rows && columns === reading.layout.columns) + 1) % layouts.length]),
    fullScreen: () => (document.fullscreenElement ? document.exitFullscreen() : parts.stage.requestFullscreen()),
  };
  const act = (/** @type {string} */ name) => {
    if (TOOLS.has(name)) {
      tool = /** @type {import("./gestures.js").Tool} */ (name === tool ? null : name);
    } else {
      acts[name]?.();
    }
    drawBar();
  };

  const bar = toolbar({ act, preset: choosePreset, layout: divide });
  parts.stage.append(bar.node);
  function drawBar() {
    const view = place()?.view;
    const on = new Set([...(view?.inverted ? ["invert"] : []), ...(view?.flipped ? ["flip"] : [])]);
    bar.draw({
      tool: tool ?? "window",
      on,
      preset: presetName(),
      presets: presets(),
      layout: reading.layout,
      playing: cine.playing,
      rate: cine.rate,
      plays: (place()?.count ?? 0) > 1,
      off: new Set(),
    });
  }

  const ratio = () => devicePixelRatio;
  const within = (/** @type {import("./gestures.js").Spot} */ { x, y }) => {
    const { left, top } = stage.active.node.getBoundingClientRect();
    return { x: x - left, y: y - top };
  };
  listenToGestures(
    parts.stage,
    {
      begin: (target) => {
        cine.pause();
        dispatch({ type: "cell", cell: stage.cellOf(target) });
      },
      scroll,
      zoom: (factor, spot) => {
        const { x, y } = within(spot);
        const { width, height } = stage.active.rect;
        zoomBy(factor, { x: x * ratio() - width / 2, y: y * ratio() - height / 2 });
      },
      pan: (dx, dy) => stage.active.scene && look({ type: "pan-by", x: dx * ratio(), y: dy * ratio(), zoom: stage.active.lens.zoom }),
      window: (dx, dy) => {
        const { window: now, phase } = stage.active;
        if (now && phase === "true-pixels") {
          const speed = Math.max(now.width, 20) / 256;
          look({ type: "window", window: { ...now, center: rounded(now.center + dy * speed), width: rounded(now.width + dx * speed) } });
        }
      },
      magnify: (spot) => stage.magnify(spot && { cell: stage.active, ...within(spot) }),
      crosshair: () => {},
      done: () => drawBar(),
      marks: { pointerDown: () => false, pointerMove: () => {}, pointerUp: () => {}, cancel: () => {} },
    },
    () => ({ tool, scrolls: (place()?.count ?? 0) > 1 }),
    signal,
  );
  listenToKeys({ first: firstKey, act, preset: (number) => choosePreset(number === 0 ? "own" : (presets()[number - 1]?.name ?? presetName())) }, signal);
  const revive = () => {
    stores.forEach((store) => store.reviveAll());
    loading.resume();
  };
  addEventListener("online", revive, { signal });
  addEventListener("pagehide", () => keepPlace(caseId, series, place()), { signal });

  refresh(true);
  strip.draw(place()?.series ?? -1);
  drawBar();
  return { frame: () => shownSeries().frames[place()?.index ?? 0] };
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
