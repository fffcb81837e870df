// @ts-check
import { seriesOf } from "../dicom/manifest.js";
import { presetsOf, storedWindows } from "../dicom/window.js";
import { framePlane, nearestFrame, toPatient } from "../volume/space.js";
import { atFrame, displayOf, hung, hungUsually } from "./display.js";
import { Cine } from "./cine.js";
import { drawCrossLines } from "./cross-lines.js";
import { firstIndex, sizeOf, startOf } from "./first-place.js";
import { listenToGestures } from "./gestures.js";
import { hangingFor } from "./hanging.js";
import { keepPlace, keptPlace } from "./kept-place.js";
import { Layers } from "./layers.js";
import { Marks, MARK_TOOLS } from "./marks.js";
import { planeActs } from "./plane-acts.js";
import { PlaneCell } from "./plane-cell.js";
import { activePlace, beginReading, nextReading } from "./reading-state.js";
import { listenToDrops, seriesStrip } from "./series-strip.js";
import { stackActs } from "./stack-acts.js";
import { Stage } from "./stage.js";
import { StandardWindows } from "./standard-windows.js";
import { isStack, Supply } from "./supply.js";
import { followed, turnedTo } from "./together.js";
import { toolbar } from "./toolbar.js";
import { listenToKeys } from "./viewer-keys.js";
import { VolumeMode } from "./volume-mode.js";

const DRAG_TOOLS = new Set(["window", "pan", "zoom", "scroll", "magnify", "crosshair"]);
/** Four cells of a stage that is so much higher than wide are wider below one another than two by two. */
const NARROW = 2;
/** Tools that mean the place under the pointer, also where a mark lies. */
const LOOKS = new Set(["magnify", "crosshair"]);
/** What is looked at side by side: projections, and not stacks. */
const SETS_OF_VIEWS = new Set(["CR", "DX", "MG"]);
/** A key moves the window as a drag over so many CSS pixels does. */
const WINDOW_STEP = 16;
const GRIDS = [{ rows: 1, columns: 1 }, { rows: 1, columns: 2 }, { rows: 2, columns: 2 }];

/**
 * The viewer of one case: owns what is read, and tells stage, strip and tools.
 * @param {{stage: HTMLElement, host: HTMLElement, preview: HTMLImageElement, strip: HTMLElement}} parts
 * @param {string} caseId
 * @param {any} manifest  answer of `GET api/cases/{id}/dicom`, with at least one series
 * @param {{pool: import("../dicom/decode-pool.js").DecodePool, signal: AbortSignal, sessionEnded: () => void, settled: () => void, firstKey: (event: KeyboardEvent) => boolean,
 *   acts: Record<string, () => void>, say: (text: string) => void,
 *   refused: (obstacle: string) => void, pointed: (frame: import("./marks.js").FrameName, point: readonly [number, number]) => boolean}} page
 *   pool: decodes frames; signal: ends everything; sessionEnded: told when frames need signing in; settled: told once, when all that is shown is there;
 *   firstKey: may take a key before its action; acts: what the page does by the viewer's tools and keys; say: for people who hear the page; refused: why there is no volume; pointed: may take a click on an image
 */
export function startViewer(parts, caseId, manifest, page) {
  const { signal } = page;
  const series = seriesOf(manifest);
  const supply = new Supply(series, { pool: page.pool, signal, changed: (store, index) => frameCame(store, index), settled: page.settled, sessionEnded: page.sessionEnded });
  const { stores } = supply;
  const layers = new Layers(stores, { bring: (fetches) => supply.bring(fetches), arrived: () => stage.drawSoon() });
  const stage = new Stage(parts.stage, { host: parts.host, preview: parts.preview, signal }, {
    layers,
    standards: new StandardWindows(caseId, { arrived: () => stage.drawSoon(), signal }),
    go: (cell, index) => dispatch({ type: "to", index, cell: inReading(cell) }),
    again: ({ store, place: { index } }) => (store.revive(index), refresh(true)),
    restored: () => volume.restore(),
  });
  const strip = seriesStrip(parts.strip, series, (index) => dispatch({ type: "series", series: index }));
  const marks = new Marks(stage, { announce: page.say });
  const kept = keptPlace(caseId, series);
  let reading = beginReading(series.map(({ frames }) => frames.length), kept ?? startOf(series, parts.preview), series.map(firstIndex));
  if (kept) {
    reading = nextReading(reading, { type: "place", cell: 0, index: kept.index, view: kept.view });
  }
  const begun = reading;
  /** What is dragged or drawn, where it was chosen. @type {string | null} */
  let tool = null;
  let linked = true;
  let lines = true;
  /** The place that was pointed at, in the patient. @type {readonly number[] | null} */
  let pointedAt = null;

  const place = () => activePlace(reading);
  const shownSeries = () => series[place()?.series ?? 0];
  const inReading = (/** @type {number} */ cell) => (volume.mpr ? reading.active : cell);
  const planeCell = () => (stage.active instanceof PlaneCell ? stage.active : undefined);

  const cine = new Cine({
    frameTime: () => shownSeries().frames[place()?.index ?? 0].image.frameTime,
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
    const turned = reading.active !== before.active || reading.layout !== before.layout || reading.cells.some((cell, at) => cell?.series !== before.cells[at]?.series);
    const index = place()?.index;
    if (linked && index !== before.cells[reading.active]?.index && reading.active === before.active) {
      reading = followed(reading, series);
    }
    refresh(reading.cells.some((cell, at) => cell?.series !== before.cells[at]?.series || cell?.index !== before.cells[at]?.index));
    if (turned) {
      strip.draw(place()?.series ?? -1);
      drawBar();
    }
  }

  /** @param {boolean} moved */
  function refresh(moved) {
    if (moved) {
      supply.aim([place(), ...reading.cells].filter((cell) => cell !== null));
    }
    const scenes = reading.cells.map((cell) => cell && { series: series[cell.series], place: cell, store: stores[cell.series] });
    if (volume.mpr) {
      const isNarrow = parts.stage.clientHeight > parts.stage.clientWidth * NARROW;
      stage.show(isNarrow ? { rows: 4, columns: 1 } : { rows: 2, columns: 2 }, [...volume.planes, scenes[reading.active]], volume.active);
    } else {
      stage.show(reading.layout, scenes, reading.active);
    }
  }
  stage.drawn = (painted) => {
    if (painted) {
      marks.draw();
      drawCrossLines(stage.cells, { lines, place: volume.mpr?.view.point ?? pointedAt });
    }
    parts.stage.dataset.memory = String(memory());
  };
  const memory = () => supply.bytes + stage.bytes + (volume.mpr?.bytes ?? 0);

  /** @param {import("./frame-store.js").FrameStore} store @param {number} index */
  function frameCame(store, index) {
    const cells = reading.cells.filter((cell) => cell !== null && stores[cell.series] === store);
    volume.mpr?.take();
    if (store.series.isSegmentation || volume.mpr || cells.some((cell) => cell?.index === index)) {
      stage.drawSoon();
    } else if (cells.length > 0) {
      stage.tellSoon();
    }
  }

  const volume = new VolumeMode({
    shown: () => {
      const now = place();
      return now && { series: series[now.series], store: stores[now.series], index: now.index, window: stage.active.window };
    },
    lut: (window) => layers.lut(window),
    painter: () => stage.volumes,
    room: supply.room,
    taken: (bytes) => supply.lend(bytes),
    refused: page.refused,
    changed: () => volumeChanged(),
    turned: () => (refresh(false), drawBar()),
  });

  /** The stack beside the planes follows the crosshair. */
  function volumeChanged() {
    const index = volume.mpr && nearestFrame(shownSeries().frames, volume.mpr.view.point);
    if (index !== null && index !== undefined) {
      dispatch({ type: "to", index });
    }
    stage.drawSoon();
  }

  const presets = () => [...storedWindows(shownSeries().frames[place()?.index ?? 0].image), ...presetsOf(shownSeries().modality, shownSeries().bodyPart)];
  const presetName = () => {
    const chosen = planeCell() ? volume.mpr?.chosen : place()?.view.window;
    return chosen ? (presets().find(({ center, width }) => center === chosen.center && width === chosen.width)?.name ?? "free") : "own";
  };
  const choosePreset = (/** @type {string} */ name) => {
    const preset = presets().find((one) => one.name === name) ?? null;
    if (volume.mpr && planeCell()) {
      volume.mpr.show(preset);
    } else {
      dispatch({ type: "view", action: { type: "window", window: preset } });
    }
    drawBar();
  };
  const divide = (/** @type {import("./reading-state.js").Layout} */ layout) => {
    volume.close();
    const others = series.map((_, at) => at).filter((at) => at !== place()?.series && isStack(series[at]));
    dispatch({ type: "layout", layout, fill: [place()?.series ?? 0, ...others] });
    if (linked) {
      reading = followed(reading, series);
      refresh(true);
    }
  };

  let quiet = 0;
  const fade = () => {
    parts.stage.classList.add("scrolling");
    clearTimeout(quiet);
    quiet = window.setTimeout(() => parts.stage.classList.remove("scrolling"), 700);
  };
  const stack = stackActs(() => /** @type {import("./cell.js").Cell} */ (stage.active), {
    look: (action) => dispatch({ type: "view", action }),
    by: (step) => (fade(), dispatch({ type: "by", step })),
    to: (index) => dispatch({ type: "to", index: Math.min(index, (place()?.count ?? 1) - 1) }),
    point: showPlace,
  });
  const plane = planeActs(() => /** @type {PlaneCell} */ (stage.active));
  const hands = () => (planeCell() ? plane : stack);

  /** Marks a place of the active image in every cell that shows it, and turns the others to it. @param {readonly [number, number]} point */
  function showPlace(point) {
    const frame = framePlane(shownSeries().frames[place()?.index ?? 0]);
    if (!frame) {
      return;
    }
    pointedAt = toPatient(frame, point);
    reading = turnedTo(reading, series, pointedAt);
    refresh(true);
  }

  const activate = (/** @type {number} */ cell) => {
    if (!volume.mpr) {
      dispatch({ type: "cell", cell });
    } else if (cell >= 0 && cell <= volume.planes.length && cell !== volume.active) {
      volume.active = cell;
      refresh(false);
      drawBar();
    }
  };
  const active = () => (volume.mpr ? volume.active : reading.active);
  const changeSeries = (/** @type {number} */ step) => dispatch({ type: "series", series: (place()?.series ?? -1) + step });

  /** @param {boolean} shown  marks, overlays and segments */
  const showGraphics = (shown) => {
    marks.shown = layers.shown = shown;
    stage.drawSoon();
    drawBar();
  };

  /** @param {boolean} wished  also where one series after the other is the usual way */
  const usual = (wished) => (wished || SETS_OF_VIEWS.has(shownSeries().modality) ? hungUsually(reading, series, hangingFor(series, sizeOf(parts.stage))) : reading);
  const hang = (/** @type {import("./reading-state.js").Reading} */ next) => {
    reading = next;
    refresh(true);
    strip.draw(place()?.series ?? -1);
    drawBar();
  };

  /** @type {Record<string, () => void>} */
  const acts = {
    ...page.acts,
    previousSeries: () => changeSeries(-1),
    nextSeries: () => changeSeries(1),
    previousCell: () => activate(active() - 1),
    nextCell: () => activate(active() + 1),
    wider: () => hands().window(WINDOW_STEP, 0),
    narrower: () => hands().window(-WINDOW_STEP, 0),
    higher: () => hands().window(0, WINDOW_STEP),
    lower: () => hands().window(0, -WINDOW_STEP),
    cine: () => cine.toggle(),
    slower: () => cine.speed(0.8),
    faster: () => cine.speed(1.25),
    grid: () => divide(GRIDS[(GRIDS.findIndex(({ rows, columns }) => rows === reading.layout.rows && columns === reading.layout.columns) + 1) % GRIDS.length]),
    mpr: () => volume.toggle(),
    hang: () => (volume.close(), hang(usual(true))),
    linked: () => (linked = !linked),
    lines: () => ((lines = !lines), stage.drawSoon()),
    graphics: () => showGraphics(!marks.shown),
    undo: () => marks.change({ type: "undo" }),
    redo: () => marks.change({ type: "redo" }),
    fullScreen: () => (document.fullscreenElement ? document.exitFullscreen() : parts.stage.requestFullscreen()),
  };
  const act = (/** @type {string} */ name) => {
    if (DRAG_TOOLS.has(name) || MARK_TOOLS.has(name)) {
      tool = name === tool ? null : name;
      // A button keeps Enter for itself, and the image wants it.
      parts.stage.focus({ preventScroll: true });
      marks.tool = tool && MARK_TOOLS.has(tool) ? /** @type {typeof marks.tool} */ (tool) : null;
      marks.draw();
    } else {
      (hands().acts[name] ?? acts[name])?.();
    }
    drawBar();
  };

  const bar = toolbar({ act, preset: choosePreset, layout: divide, slab: (slab) => (volume.mpr?.act({ type: "slab", slab }), drawBar()) });
  parts.stage.append(bar.node);
  function drawBar() {
    const view = place()?.view;
    const pressed = { invert: view?.inverted, flip: view?.flipped, mpr: volume.mpr !== null, linked, lines, graphics: marks.shown };
    bar.draw({
      tool: tool ?? (planeCell() ? "crosshair" : "window"),
      on: new Set(Object.entries(pressed).flatMap(([name, on]) => (on ? [name] : []))),
      preset: presetName(),
      presets: presets(),
      layout: reading.layout,
      playing: cine.playing,
      rate: cine.rate,
      plays: (place()?.count ?? 0) > 1,
      slab: volume.mpr?.view.slab ?? null,
    });
  }

  const within = (/** @type {import("./gestures.js").Spot} */ { x, y }) => {
    const { left, top } = stage.active.node.getBoundingClientRect();
    return { x: (x - left) * devicePixelRatio, y: (y - top) * devicePixelRatio };
  };
  const layer = () => (planeCell() ? null : marks.active);
  listenToGestures(
    parts.stage,
    {
      begin: (target) => {
        cine.pause();
        activate(stage.cellOf(target));
      },
      scroll: (steps) => hands().scroll(steps),
      zoom: (factor, spot) => hands().zoom(factor, within(spot)),
      pan: (dx, dy) => hands().pan(dx * devicePixelRatio, dy * devicePixelRatio),
      window: (dx, dy) => hands().window(dx, dy),
      magnify: (spot) => stage.magnify(spot && within(spot)),
      crosshair: (spot) => hands().point(within(spot)),
      done: () => drawBar(),
      marks: {
        pointerDown: (event) => isTaken(event) || (!LOOKS.has(tool ?? "") && (layer()?.pointerDown(event) ?? false)),
        pointerMove: (event) => layer()?.pointerMove(event),
        pointerUp: (event) => layer()?.pointerUp(event),
        cancel: () => layer()?.cancel(),
      },
    },
    () => ({
      tool: tool === null || MARK_TOOLS.has(tool) ? (planeCell() ? "crosshair" : null) : /** @type {import("./gestures.js").Tool} */ (tool),
      scrolls: planeCell() !== undefined || (place()?.count ?? 0) > 1,
    }),
    signal,
  );

  /** Whether the page has a use for a click on the image. @param {PointerEvent} event */
  function isTaken(event) {
    const cell = stage.active;
    if (cell instanceof PlaneCell || cell.phase !== "true-pixels" || !cell.scene) {
      return false;
    }
    const { instance, number } = cell.scene.series.frames[cell.scene.place.index];
    const { x, y } = within({ x: event.clientX, y: event.clientY });
    return page.pointed({ seriesUid: cell.scene.series.uid, instanceUid: instance, frame: number }, cell.lens.toImage([x, y]));
  }

  listenToDrops(parts.stage, (index, target) => (activate(stage.cellOf(target)), dispatch({ type: "series", series: index })), signal);

  const firstKey = (/** @type {KeyboardEvent} */ event) => page.firstKey(event) || (layer()?.keyDown(event) ?? false);
  listenToKeys({ first: firstKey, act, preset: (number) => choosePreset(number === 0 ? "own" : (presets()[number - 1]?.name ?? presetName())) }, signal);
  signal.addEventListener("abort", () => keepPlace(caseId, series, place()));

  refresh(true);
  strip.draw(place()?.series ?? -1);
  drawBar();
  return {
    showGraphics,
    series: shownSeries,
    /** Shows a frame in the active cell. @param {string} instance @param {number} number */
    turnTo: (instance, number) => hang(atFrame(reading, series, instance, number)),
    frame: () => shownSeries().frames[place()?.index ?? 0],
    marks,
    /** How the case hangs, as the server keeps it. */
    display: () => displayOf(reading, series),
    /**
     * Shows it as it was kept, where the images are still there, or else as its modality usually hangs; unless the reader has begun to read.
     * @param {any} display
     */
    hang(display) {
      if (kept === undefined && reading === begun && !volume.mpr) {
        hang(display.layout ? hung(reading, series, display) : usual(display.hanging === "compare"));
      }
    },
    figures: () => ({ memoryBytes: memory(), ...supply.counts }),
  };
}
