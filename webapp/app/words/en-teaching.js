// @ts-check
// Words of presenting a case, of its header, and of going on to the next one; part of `words` in en.js.

export const teaching = {
  presenting: "Presenting",
  leave: "Leave (Esc)",
  parts: { history: "History", findings: "Findings", diagnosis: "Diagnosis", points: "Teaching points" },
  keys: [
    { keys: ["Space"], does: "Next part" },
    { keys: ["H"], does: "History" },
    { keys: ["F"], does: "Findings" },
    { keys: ["D"], does: "Diagnosis" },
    { keys: ["T"], does: "Teaching points" },
    { keys: ["N"], does: "Next case" },
  ],
  sealed: "The answer opens when you commit your read.",
  none: "Nothing was written.",
  noNext: "This was the last case of the list.",
  header: "DICOM header",
  headerSealed: "The header opens with the answer: descriptions in it may give it away.",
  search: "Search in the header",
  tag: "Tag",
  name: "Name",
  value: "Value",
  /** @param {number} count */
  elements: (count) => `${count} elements`,
};
