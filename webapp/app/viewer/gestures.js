// @ts-check

/** How far a finger or a trackpad moves for one slice, in CSS pixels. */
const STEP = 14;
const WHEEL_STEP = 60;

/** @typedef {"scroll" | "window" | "pan" | "zoom"} Tool */
/**
 * What gestures ask for.
 * @typedef {{scroll: (steps: number) => void, window: (dx: number, dy: number) => void, pan: (dx: number, dy: number) => void,
 *   zoom: (factor: number) => void, done: () => void}} Hands  distances in CSS pixels
 */

/**
 * Turns wheel, mouse, pen and fingers over the stage into what they ask for.
 * Left drag is the chosen tool (window unless chosen), with Shift pan, with Ctrl zoom; right drag zooms, middle drag pans;
 * one finger scrolls unless a tool was chosen, two fingers zoom and pan.
 *
 * @param {HTMLElement} stage
 * @param {Hands} hands
 * @param {() => {tool: Tool | null, scrolls: boolean}} chosen  the tool, if one was chosen, and whether there is more than one slice
 * @param {AbortSignal} signal
 */
export function listenToGestures(stage, hands, chosen, signal) {
  listenToWheel(stage, hands, chosen, signal);
  /** @type {Map<number, {x: number, y: number}>} */
  const fingers = new Map();
  /** @type {Tool} */
  let tool = "window";
  let travelled = 0;

  stage.addEventListener(
    "pointerdown",
    (event) => {
      if (event.target instanceof Element && event.target.closest("button, [role=slider], a")) {
        return;
      }
      stage.setPointerCapture(event.pointerId);
      fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
      tool = toolFor(event, chosen());
      travelled = 0;
    },
    { signal },
  );
  stage.addEventListener(
    "pointermove",
    (event) => {
      const before = fingers.get(event.pointerId);
      if (!before) {
        return;
      }
      const now = { x: event.clientX, y: event.clientY };
      if (fingers.size === 2) {
        pinch(fingers, event.pointerId, now, hands);
        return;
      }
      fingers.set(event.pointerId, now);
      const dx = now.x - before.x;
      const dy = now.y - before.y;
      switch (tool) {
        case "scroll": {
          travelled += dy;
          const steps = Math.trunc(travelled / STEP);
          travelled -= steps * STEP;
          if (steps !== 0) {
            hands.scroll(steps);
          }
          break;
        }
        case "window":
          hands.window(dx, dy);
          break;
        case "pan":
          hands.pan(dx, dy);
          break;
        case "zoom":
          hands.zoom(Math.exp(-dy / 150));
      }
    },
    { signal },
  );
  const end = (/** @type {PointerEvent} */ event) => fingers.delete(event.pointerId) && hands.done();
  stage.addEventListener("pointerup", end, { signal });
  stage.addEventListener("pointercancel", end, { signal });
  stage.addEventListener("contextmenu", (event) => event.preventDefault(), { signal });
}

/** @param {HTMLElement} stage @param {Hands} hands @param {() => {scrolls: boolean}} chosen @param {AbortSignal} signal */
function listenToWheel(stage, hands, chosen, signal) {
  let rolled = 0;
  const roll = (/** @type {WheelEvent} */ event) => {
    event.preventDefault();
    const notch = event.deltaMode !== WheelEvent.DOM_DELTA_PIXEL || Math.abs(event.deltaY) >= WHEEL_STEP;
    if (event.ctrlKey || event.metaKey || !chosen().scrolls) {
      hands.zoom(Math.exp(-(notch ? Math.sign(event.deltaY) * 100 : event.deltaY * 3) / 800));
      return;
    }
    rolled = notch ? Math.sign(event.deltaY) * WHEEL_STEP : rolled + event.deltaY * 2;
    const steps = Math.trunc(rolled / WHEEL_STEP);
    rolled -= steps * WHEEL_STEP;
    if (steps !== 0) {
      hands.scroll(steps);
    }
  };
  stage.addEventListener("wheel", roll, { signal, passive: false });
}

/** @param {PointerEvent} event @param {{tool: Tool | null, scrolls: boolean}} chosen @returns {Tool} */
function toolFor(event, { tool, scrolls }) {
  if (event.button === 2) {
    return "zoom";
  }
  if (event.button === 1 || event.shiftKey) {
    return "pan";
  }
  if (event.ctrlKey || event.metaKey) {
    return "zoom";
  }
  return tool ?? (event.pointerType === "touch" && scrolls ? "scroll" : "window");
}

/** @param {Map<number, {x: number, y: number}>} fingers @param {number} id @param {{x: number, y: number}} now @param {Hands} hands */
function pinch(fingers, id, now, hands) {
  const [a, b] = fingers.values();
  const before = { distance: Math.hypot(a.x - b.x, a.y - b.y), x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
  fingers.set(id, now);
  const [c, d] = fingers.values();
  const distance = Math.hypot(c.x - d.x, c.y - d.y);
  if (before.distance > 10 && distance > 10) {
    hands.zoom(distance / before.distance);
  }
  hands.pan((c.x + d.x) / 2 - before.x, (c.y + d.y) / 2 - before.y);
}
