// @ts-check
import { element } from "../ui/element.js";

/**
 * The small safe subset of Markdown that texts of a case may use: paragraphs, lists, **bold**, *italic*, `code`.
 * Everything else stays as it was typed.
 *
 * @typedef {{kind: "text" | "strong" | "em" | "code", text: string}} Span
 * @typedef {{kind: "p" | "ul" | "ol", lines: Span[][]}} Block
 * @param {string} source
 * @returns {Block[]}
 */
export function parseRichText(source) {
  /** @type {Block[]} */
  const blocks = [];
  for (const chunk of source.replace(/\r\n?/g, "\n").split(/\n{2,}/)) {
    /** @type {Block | undefined} */
    let block;
    for (const line of chunk.split("\n").filter((one) => one.trim() !== "")) {
      const bullet = /^\s*[-*•]\s+(.*)$/.exec(line);
      const numbered = /^\s*\d{1,3}[.)]\s+(.*)$/.exec(line);
      const kind = bullet ? "ul" : numbered ? "ol" : "p";
      if (block?.kind !== kind) {
        block = { kind, lines: [] };
        blocks.push(block);
      }
      block.lines.push(spansOf((bullet ?? numbered)?.[1] ?? line.trim()));
    }
  }
  return blocks;
}

/** @param {string} line @returns {Span[]} */
function spansOf(line) {
  /** @type {Span[]} */
  const spans = [];
  let from = 0;
  for (const found of line.matchAll(/\*\*([^*\s](?:[^*]*[^*\s])?)\*\*|\*([^*\s](?:[^*]*[^*\s])?)\*|`([^`]+)`/g)) {
    if (found.index > from) {
      spans.push({ kind: "text", text: line.slice(from, found.index) });
    }
    const [whole, strong, em, code] = found;
    spans.push(strong ? { kind: "strong", text: strong } : em ? { kind: "em", text: em } : { kind: "code", text: code });
    from = found.index + whole.length;
  }
  if (from < line.length) {
    spans.push({ kind: "text", text: line.slice(from) });
  }
  return spans;
}

/**
 * A text of a case as elements.
 * @param {string} source
 */
export function richText(source) {
  return element("div", { class: "rich" }, parseRichText(source).map(drawnBlock));
}

/** @param {Block} block */
function drawnBlock({ kind, lines }) {
  if (kind === "p") {
    return element("p", {}, lines.flatMap((line, index) => [...(index > 0 ? [element("br")] : []), ...line.map(drawnSpan)]));
  }
  return element(kind, {}, lines.map((line) => element("li", {}, line.map(drawnSpan))));
}

/** @param {Span} span */
function drawnSpan({ kind, text }) {
  return kind === "text" ? document.createTextNode(text) : element(kind, {}, text);
}
