// @ts-check
import { LONGEST_TEXT, MOST_ANNOTATIONS, MOST_POINTS, POINTS } from "./annotation-types.js";

/** @typedef {import("./annotation-types.js").Annotation} Annotation */
/**
 * One person's annotations on a case, with what can be undone. What is selected is no part of that.
 * @typedef {{annotations: readonly Annotation[], selected: string | null, past: readonly (readonly Annotation[])[],
 *   future: readonly (readonly Annotation[])[], nudged: string | null}} Annotations
 *   past: the latest last; future: the next first; nudged: the id that the last step moved by a key
 *
 * @typedef {{type: "add", annotation: Annotation} | {type: "points", id: string, points: Annotation["points"], nudge?: boolean} |
 *   {type: "text", id: string, text: string} | {type: "remove", id: string} | {type: "select", id: string | null} |
 *   {type: "undo"} | {type: "redo"} | {type: "loaded", annotations: readonly Annotation[]}} AnnotationAction
 *   nudge: a small step by a key: those of one annotation in a row are undone together; loaded: what the server has
 */

const MOST_STEPS = 200;

/** @type {Annotations} */
export const noAnnotations = Object.freeze({
  annotations: Object.freeze([]),
  selected: null,
  past: Object.freeze([]),
  future: Object.freeze([]),
  nudged: null,
});

/**
 * @param {Annotations} state
 * @param {AnnotationAction} action
 * @returns {Annotations} the same object when nothing changes
 */
export function nextAnnotations(state, action) {
  switch (action.type) {
    case "add":
      return added(state, action.annotation);
    case "points":
      return replaced(state, action.id, ({ type, points }) => fits(type, points, action.points) && { points: frozen(action.points) }, action.nudge);
    case "text":
      return replaced(state, action.id, ({ text = "" }) => text !== action.text && { text: action.text.slice(0, LONGEST_TEXT) || undefined });
    case "remove": {
      const left = state.annotations.filter(({ id }) => id !== action.id);
      const selected = state.selected === action.id ? null : state.selected;
      return left.length === state.annotations.length ? state : Object.freeze({ ...stepped(state, left), selected });
    }
    case "select":
      return state.selected === action.id ? state : Object.freeze({ ...state, selected: action.id, nudged: null });
    case "undo": {
      const before = state.past.at(-1);
      const future = [state.annotations, ...state.future];
      return before ? turned(state, before, { past: state.past.slice(0, -1), future }) : state;
    }
    case "redo": {
      const [after, ...future] = state.future;
      return after ? turned(state, after, { past: [...state.past, state.annotations], future }) : state;
    }
    case "loaded":
      return turned(state, Object.freeze([...action.annotations]), { past: [], future: [] });
  }
}

/** Whether another annotation would be refused: there is no room for the largest. @param {Annotations} state */
export function isFull({ annotations }) {
  const points = annotations.reduce((sum, one) => sum + one.points.length, 0);
  return annotations.length >= MOST_ANNOTATIONS || points > MOST_POINTS - POINTS.freehand;
}

/** @param {Annotations} state @param {Annotation} annotation @returns {Annotations} */
function added(state, annotation) {
  if (isFull(state) || state.annotations.some(({ id }) => id === annotation.id)) {
    return state;
  }
  const whole = Object.freeze({ ...annotation, points: frozen(annotation.points) });
  return Object.freeze({ ...stepped(state, [...state.annotations, whole]), selected: annotation.id });
}

/**
 * @param {Annotations} state @param {string} id @param {(one: Annotation) => Partial<Annotation> | false} change @param {boolean} [nudge]
 * @returns {Annotations}
 */
function replaced(state, id, change, nudge = false) {
  const at = state.annotations.findIndex((one) => one.id === id);
  const by = at >= 0 && change(state.annotations[at]);
  if (!by) {
    return state;
  }
  const annotations = state.annotations.with(at, Object.freeze({ ...state.annotations[at], ...by }));
  if (nudge && state.nudged === id) {
    return Object.freeze({ ...state, annotations: Object.freeze(annotations), future: noAnnotations.future });
  }
  return Object.freeze({ ...stepped(state, annotations), nudged: nudge ? id : null });
}

/** Whether points can take the place of others. @param {Annotation["type"]} type @param {Annotation["points"]} before @param {Annotation["points"]} after */
function fits(type, before, after) {
  const wanted = type === "freehand" ? after.length >= 3 && after.length <= POINTS.freehand : after.length === before.length;
  return wanted && after.some(([column, row], at) => column !== before[at]?.[0] || row !== before[at]?.[1]);
}

/** Points as they are kept: in hundredths of a pixel, which is finer than any hand. @param {Annotation["points"]} points @returns {Annotation["points"]} */
function frozen(points) {
  return Object.freeze(points.map(([column, row]) => Object.freeze(/** @type {const} */ ([hundredths(column), hundredths(row)]))));
}

/** @param {number} value */
function hundredths(value) {
  return Math.round(value * 100) / 100;
}

/** A step that can be undone. @param {Annotations} state @param {Annotation[]} annotations @returns {Annotations} */
function stepped(state, annotations) {
  const past = Object.freeze([...state.past, state.annotations].slice(-MOST_STEPS));
  return Object.freeze({ ...state, annotations: Object.freeze(annotations), past, future: noAnnotations.future, nudged: null });
}

/**
 * @param {Annotations} state @param {readonly Annotation[]} annotations
 * @param {{past: (readonly Annotation[])[], future: (readonly Annotation[])[]}} steps @returns {Annotations}
 */
function turned(state, annotations, { past, future }) {
  const selected = annotations.some(({ id }) => id === state.selected) ? state.selected : null;
  return Object.freeze({ annotations, selected, past: Object.freeze(past), future: Object.freeze(future), nudged: null });
}
