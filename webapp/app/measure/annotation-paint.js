// @ts-check
import { svgElement } from "../ui/element.js";
import { measureWords as words } from "../words/en-measure.js";
import { figuresOf } from "./figures.js";
import { handlesOf } from "./handles.js";
import { placeOfLabel } from "./label-place.js";
import { labelOf, spokenOf } from "./labels.js";
import { Mark } from "./mark.js";
import { extent } from "./regions.js";
import { cross, ellipse, strokesOf } from "./strokes.js";

/** @typedef {import("./annotation-types.js").Annotation} Annotation */
/** @typedef {import("./annotation-types.js").Point} Point */
/** @typedef {import("./annotation-layer.js").Scene} Scene */
/** @typedef {import("./strokes.js").Strokes} Strokes */

/** Values of a larger region are told when it is let go: they would make its moving stutter. */
const MOST_LIVE_PIXELS = 500_000;

/** What a key finding's shape is drawn as. */
const FINDING_TYPES = /** @type {const} */ ({ point: "probe", ellipse: "ellipse", polygon: "freehand" });

/** @type {Strokes} */
const NOTHING = Object.freeze({ lines: [], marks: [], faint: [] });

/** Draws a scene's annotations as SVG, each with its name for people who hear the page, and what is being drawn over them. */
export class AnnotationPaint {
  #marksNode = svgElement("g", { role: "application", "aria-label": words.annotations });
  #draft = new Mark({ class: "annotation own draft" });
  #cursor = new Mark({ class: "annotation cursor" });
  /** @type {Map<string, Mark>} by kind and id */
  #marks = new Map();
  /** Where labels stand. @type {import("./label-place.js").Box[]} */
  #labels = [];
  /** The cell's, asked once a drawing: it would lay the page out again at each label. */
  #size = { width: 0, height: 0 };
  /** @type {WeakMap<Annotation, {pixels: unknown, image: unknown, figures: import("./figures.js").Figures}>} */
  #figures = new WeakMap();
  #focused;

  /** @param {(own: string | null, isFocus: boolean) => void} focused  told the own annotation that gets or loses the focus; null for others' */
  constructor(focused) {
    this.#focused = focused;
    const drafts = svgElement("g", { "aria-hidden": "true" }, this.#draft.node, this.#cursor.node);
    this.node = svgElement("svg", {}, this.#marksNode, drafts);
  }

  /** The own annotation that has the focus. @param {Scene} scene */
  focusedOf({ own }) {
    return own.find(({ id }) => this.#marks.get(`own:${id}`)?.node === document.activeElement);
  }

  /**
   * @param {Scene} scene
   * @param {{moving: Annotation | null, handle: number, cursor: Point | null}} editing  moving: as it is while it is moved; handle:
   *   of the focused annotation, the one that keys move
   */
  draw(scene, { moving, handle, cursor }) {
    this.#labels = [];
    this.#size = { width: this.node.clientWidth, height: this.node.clientHeight };
    const drawn = new Set([
      ...scene.findings.map((finding) => this.#drawFinding(finding, scene)),
      ...scene.shared.map((annotation) => this.#drawAnnotation("shared", annotation, scene, { isLive: false, handle })),
      ...scene.own.map((annotation) =>
        moving?.id === annotation.id
          ? this.#drawAnnotation("own", moving, scene, { isLive: true, handle })
          : this.#drawAnnotation("own", annotation, scene, { isLive: false, handle }),
      ),
    ]);
    for (const [key, { node }] of this.#marks) {
      if (!drawn.has(key)) {
        this.#marks.delete(key);
        this.#drop(node);
      }
    }
    this.#marksNode.toggleAttribute("hidden", drawn.size === 0);
    this.#cursor.draw(cursor ? { ...NOTHING, lines: cross(scene.lens.toScreen(cursor), 14) } : NOTHING);
  }

  /** @param {Scene} scene @param {ReturnType<import("./sketch.js").Sketch["shown"]>} shown  what is being drawn */
  drawDraft(scene, shown) {
    if (!shown) {
      this.#draft.draw(NOTHING);
      return;
    }
    const { type, points, whole, handles } = shown;
    const strokes = strokesOf(type, points.map(scene.lens.toScreen));
    const draft = { ...scene.lens.frame, id: "", type, points };
    const label = whole ? labelOf({}, this.#figuresOf(draft, scene, true)) : [];
    const at = label.length > 0 ? placeOfLabel(besides(draft, strokes, scene), label, this.#size, this.#labels).at : undefined;
    this.#draft.draw(strokes, { handles: handles.map(scene.lens.toScreen), label, at });
  }

  /** How an own annotation is told to people who hear the page. @param {Annotation} annotation @param {Scene} scene */
  spoken(annotation, scene) {
    return spokenOf(annotation, this.#figuresOf(annotation, scene, false), words.own);
  }

  /**
   * @param {"own" | "shared"} kind @param {Annotation} annotation @param {Scene} scene @param {{isLive: boolean, handle: number}} how
   * @returns {string} the mark's key
   */
  #drawAnnotation(kind, annotation, scene, { isLive, handle }) {
    const { type, points, id } = annotation;
    const key = `${kind}:${id}`;
    const selected = kind === "own" && scene.selected === id;
    const figures = this.#figuresOf(annotation, scene, isLive);
    const mark = this.#markOf(key, kind, id);
    mark.node.classList.toggle("selected", selected);
    mark.call(spokenOf(annotation, figures, words[kind]));
    const strokes = strokesOf(type, points.map(scene.lens.toScreen));
    mark.draw(strokes, {
      handles: selected ? handlesOf(annotation).map(scene.lens.toScreen) : [],
      active: mark.node === document.activeElement ? handle : -1,
      ...this.#labelled(besides(annotation, strokes, scene), labelOf(annotation, figures)),
    });
    return key;
  }

  /** @param {import("./annotation-layer.js").Finding} finding @param {Scene} scene @returns {string} the mark's key */
  #drawFinding({ id, text, shape }, scene) {
    const key = `finding:${id}`;
    const mark = this.#markOf(key, "finding", id);
    const points = shape.points.map(scene.lens.toScreen);
    const drawn = strokesOf(FINDING_TYPES[shape.type], points);
    const [[x, y]] = points;
    const strokes = shape.type === "point" ? { ...drawn, marks: [ellipse([x - 16, y - 16], [x + 16, y + 16])] } : drawn;
    mark.call([words.finding, text].filter(Boolean).join(", "));
    mark.draw(strokes, this.#labelled([...strokes.lines, ...strokes.marks].flat(), labelOf({ text: text ?? words.finding }, {})));
    return key;
  }

  /** @param {readonly Point[]} outline  beside which it stands @param {readonly string[]} label */
  #labelled(outline, label) {
    if (label.length === 0) {
      return {};
    }
    const { at, box } = placeOfLabel(outline, label, this.#size, this.#labels);
    this.#labels.push(box);
    return { label, at };
  }

  /**
   * What an annotation measures, computed once for the pixels that are there.
   * @param {Annotation} annotation @param {Scene} scene @param {boolean} isLive  it is being drawn or moved
   */
  #figuresOf(annotation, { lens }, isLive) {
    const { image, modality } = lens;
    const pixels = isLive && isLarge(annotation) ? undefined : lens.pixels();
    const known = this.#figures.get(annotation);
    if (known && known.pixels === pixels && known.image === image) {
      return known.figures;
    }
    const figures = figuresOf(annotation, { image, pixels, modality });
    this.#figures.set(annotation, { pixels, image, figures });
    return figures;
  }

  /** @param {string} key @param {"own" | "shared" | "finding"} kind @param {string} id */
  #markOf(key, kind, id) {
    const known = this.#marks.get(key);
    if (known) {
      return known;
    }
    const made = new Mark({ class: `annotation ${kind}`, role: "img", tabindex: 0, "data-annotation": id });
    const own = kind === "own" ? id : null;
    made.node.addEventListener("focus", () => this.#focused(own, true));
    made.node.addEventListener("blur", () => this.#focused(own, false));
    this.#marks.set(key, made);
    this.#marksNode.append(made.node);
    return made;
  }

  /** Takes a mark away; a focus on it goes to the stage, not to the page's beginning. @param {SVGGElement} node */
  #drop(node) {
    const stage = node === document.activeElement ? this.node.closest("[tabindex]") : null;
    node.remove();
    if (stage instanceof HTMLElement) {
      stage.focus({ preventScroll: true });
    }
  }
}

/** What a label stands beside: an arrow's tail, of others the outline. @param {Annotation} annotation @param {Strokes} strokes @param {Scene} scene */
function besides({ type, points }, strokes, { lens }) {
  return type === "arrow" ? points.slice(-1).map(lens.toScreen) : strokes.lines.flat();
}

/** @param {Annotation} annotation */
function isLarge({ points }) {
  const [left, right] = extent(points.map(([column]) => column));
  const [top, bottom] = extent(points.map(([, row]) => row));
  return (right - left) * (bottom - top) > MOST_LIVE_PIXELS;
}
