// @ts-check

/** How far a finger or a trackpad moves for one slice, in CSS pixels. */
const STEP = 14;
const WHEEL_STEP = 60;

/** @typedef {"scroll" | "window" | "pan" | "zoom" | "magnify" | "crosshair"} Tool */
/** @typedef {{x: number, y: number}} Spot  CSS pixels of the page */
/**
 * What gestures ask for.
 * @typedef {{scroll: (steps: number) => void, window: (dx: number, dy: number) => void, pan: (dx: number, dy: number) => void,
 *   zoom: (factor: number, at: Spot) => void, magnify: (at: Spot | null) => void, crosshair: (at: Spot) => void,
 *   begin: (target: Element, event: Event) => void, done: () => void, marks: Marks}} Hands  distances in CSS pixels
 * @typedef {{pointerDown: (event: PointerEvent) => boolean, pointerMove: (event: PointerEvent) => void, pointerUp: (event: PointerEvent) => void,
 *   cancel: () => void}} Marks  who draws on the image takes a gesture first
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
  /** @type {Map<number, Spot>} */
  const fingers = new Map();
  /** @type {Tool} */
  let tool = "window";
  let travelled = 0;
  let marking = false;

  const down = (/** @type {PointerEvent} */ event) => {
    const target = /** @type {Element} */ (event.target);
    if (target.closest("button, select, [role=slider], a, input, [popover]")) {
      return;
    }
    hands.begin(target, event);
    stage.setPointerCapture(event.pointerId);
    fingers.set(event.pointerId, spotOf(event));
    if (fingers.size > 1) {
      // A second finger means neither a mark nor a tool.
      if (marking) {
        hands.marks.cancel();
        marking = false;
      }
      hands.magnify(null);
      return;
    }
    marking = event.button === 0 && hands.marks.pointerDown(event);
    if (marking) {
      return;
    }
    tool = toolFor(event, chosen());
    travelled = 0;
    if (tool === "magnify" || tool === "crosshair") {
      hands[tool](spotOf(event));
    }
  };
  const move = (/** @type {PointerEvent} */ event) => {
    const before = fingers.get(event.pointerId);
    if (!before) {
      return;
    }
    const now = spotOf(event);
    if (fingers.size === 2) {
      pinch(fingers, event.pointerId, now, hands);
      return;
    }
    fingers.set(event.pointerId, now);
    if (marking) {
      hands.marks.pointerMove(event);
      return;
    }
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
      case "zoom":
        hands.zoom(Math.exp(-dy / 150), now);
        break;
      case "magnify":
      case "crosshair":
        hands[tool](now);
        break;
      default:
        hands[tool](dx, dy);
    }
  };
  const up = (/** @type {PointerEvent} */ event) => {
    if (!fingers.delete(event.pointerId)) {
      return;
    }
    if (marking) {
      marking = false;
      event.type === "pointerup" ? hands.marks.pointerUp(event) : hands.marks.cancel();
    }
    hands.magnify(null);
    hands.done();
  };
  stage.addEventListener("pointerdown", down, { signal });
  stage.addEventListener("pointermove", move, { signal });
  stage.addEventListener("pointerup", up, { signal });
  stage.addEventListener("pointercancel", up, { signal });
  stage.addEventListener("contextmenu", (event) => event.preventDefault(), { signal });
}

/** @param {HTMLElement} stage @param {Hands} hands @param {() => {scrolls: boolean}} chosen @param {AbortSignal} signal */
function listenToWheel(stage, hands, chosen, signal) {
  let rolled = 0;
  const roll = (/** @type {WheelEvent} */ event) => {
    const target = /** @type {Element} */ (event.target);
    if (target.closest("[popover]")) {
      return;
    }
    event.preventDefault();
    hands.begin(target, event);
    const notch = event.deltaMode !== WheelEvent.DOM_DELTA_PIXEL || Math.abs(event.deltaY) >= WHEEL_STEP;
    if (event.ctrlKey || event.metaKey || !chosen().scrolls) {
      hands.zoom(Math.exp(-(notch ? Math.sign(event.deltaY) * 100 : event.deltaY * 3) / 800), spotOf(event));
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

/** @param {MouseEvent} event @returns {Spot} */
function spotOf({ clientX, clientY }) {
  return { x: clientX, y: clientY };
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

/** @param {Map<number, Spot>} fingers @param {number} id @param {Spot} now @param {Hands} hands */
function pinch(fingers, id, now, hands) {
  const [a, b] = fingers.values();
  const before = { distance: Math.hypot(a.x - b.x, a.y - b.y), x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
  fingers.set(id, now);
  const [c, d] = fingers.values();
  const distance = Math.hypot(c.x - d.x, c.y - d.y);
  const middle = { x: (c.x + d.x) / 2, y: (c.y + d.y) / 2 };
  if (before.distance > 10 && distance > 10) {
    hands.zoom(distance / before.distance, middle);
  }
  hands.pan(middle.x - before.x, middle.y - before.y);
}
