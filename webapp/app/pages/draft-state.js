// @ts-check

/** The fields of a case that its editor writes. */
export const FIELDS = /** @type {const} */ ([
  "title", "presentation", "modality", "bodyPart", "category", "difficulty", "clinicalHistory", "findings", "diagnosis",
  "differential", "teachingPoints", "studentNotes", "fellowNotes", "acgmeDomains", "tags", "references", "visibility",
]);

/**
 * A case while it is edited: what the server has, and what was changed here and not saved yet.
 * @typedef {Record<string, any>} Changes
 * @typedef {{base: any, etag: string | null, changes: Changes, sending: Changes | null,
 *   conflicts: Record<string, {mine: any, theirs: any}>, faults: Record<string, string>, error: unknown}} Draft
 *   base: the case as the server last told it, null before it exists; faults: by JSON pointer
 *
 * @typedef {{type: "edited", field: string, value: any} | {type: "sending"} | {type: "saved", teachingCase: any, etag: string | null} |
 *   {type: "stale", teachingCase: any, etag: string | null} | {type: "refused", faults: {pointer: string, detail: string}[], error: unknown} |
 *   {type: "failed", error: unknown} | {type: "resolved", field: string, keep: "mine" | "theirs"} |
 *   {type: "images", revision: number, imageCount: number, thumbnail: string | null}} DraftAction
 */

/** @type {Draft} */
export const emptyDraft = Object.freeze({ base: null, etag: null, changes: {}, sending: null, conflicts: {}, faults: {}, error: null });

/**
 * @param {Draft} draft
 * @param {DraftAction} action
 * @returns {Draft}
 */
export function nextDraft(draft, action) {
  switch (action.type) {
    case "edited":
      return edited(draft, action.field, action.value);
    case "sending":
      return change(draft, { sending: draft.changes, changes: {}, error: null });
    case "saved":
      return change(draft, { base: action.teachingCase, etag: action.etag, sending: null, faults: {}, error: null });
    case "stale":
      return merged(draft, action.teachingCase, action.etag);
    case "refused":
      return change(draft, {
        ...unsent(draft),
        faults: Object.fromEntries(action.faults.map(({ pointer, detail }) => [pointer, detail])),
        error: action.faults.length > 0 ? null : action.error,
      });
    case "failed":
      return change(draft, { ...unsent(draft), error: action.error });
    case "resolved":
      return resolved(draft, action.field, action.keep);
    case "images":
      return change(draft, {
        base: { ...draft.base, revision: action.revision, imageCount: action.imageCount, thumbnail: action.thumbnail },
        etag: `"${action.revision}"`,
      });
  }
}

/**
 * What a field holds here: as changed, else as sent, else as the server has it.
 * @param {Draft} draft
 * @param {string} field
 */
export function valueOf({ base, changes, sending }, field) {
  return changes[field] !== undefined ? changes[field] : sending?.[field] !== undefined ? sending[field] : base?.[field];
}

/** Whether something is not saved yet. @param {Draft} draft */
export function isDirty({ changes, sending }) {
  return sending !== null || Object.keys(changes).length > 0;
}

/**
 * The whole case as it would be once saved.
 * @param {Draft} draft
 */
export function edition(draft) {
  return { ...draft.base, ...draft.sending, ...draft.changes };
}

/**
 * Whether two values of a field are the same.
 * @param {any} a
 * @param {any} b
 */
export function equal(a, b) {
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
}

/** @param {Draft} draft @param {string} field @param {any} value @returns {Draft} */
function edited(draft, field, value) {
  const stored = draft.sending?.[field] !== undefined ? draft.sending[field] : draft.base?.[field];
  const changes = without(draft.changes, (one) => one === field);
  const faults = without(draft.faults, (pointer) => pointer === `/${field}` || pointer.startsWith(`/${field}/`));
  return change(draft, { changes: equal(value, stored) ? changes : { ...changes, [field]: value }, faults });
}

/** @template T @param {Record<string, T>} record @param {(key: string) => boolean} unwanted @returns {Record<string, T>} */
function without(record, unwanted) {
  return Object.fromEntries(Object.entries(record).filter(([key]) => !unwanted(key)));
}

/** What was on its way comes back among the changes, under what was changed since. @param {Draft} draft */
function unsent({ changes, sending }) {
  return { changes: { ...sending, ...changes }, sending: null };
}

/**
 * Somebody else saved first. Her fields are taken where nothing was changed here; what both changed differently is a
 * conflict for the person to decide.
 * @param {Draft} draft @param {any} theirs @param {string | null} etag @returns {Draft}
 */
function merged(draft, theirs, etag) {
  const mine = unsent(draft).changes;
  /** @type {Changes} */
  const kept = {};
  /** @type {Record<string, {mine: any, theirs: any}>} */
  const conflicts = {};
  for (const [field, value] of Object.entries(mine)) {
    if (equal(value, theirs[field])) {
      continue;
    }
    if (equal(theirs[field], draft.base?.[field])) {
      kept[field] = value;
    } else {
      conflicts[field] = { mine: value, theirs: theirs[field] };
    }
  }
  return change(draft, { base: theirs, etag, changes: kept, sending: null, conflicts: { ...draft.conflicts, ...conflicts }, error: null });
}

/** @param {Draft} draft @param {string} field @param {"mine" | "theirs"} keep @returns {Draft} */
function resolved(draft, field, keep) {
  const { [field]: conflict, ...conflicts } = draft.conflicts;
  if (!conflict) {
    return draft;
  }
  const changes = keep === "mine" ? { ...draft.changes, [field]: conflict.mine } : draft.changes;
  return change(draft, { conflicts, changes });
}

/** @param {Draft} draft @param {Partial<Draft>} by @returns {Draft} */
function change(draft, by) {
  return Object.freeze({ ...draft, ...by });
}
