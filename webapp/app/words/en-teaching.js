// @ts-check
// Words of presenting a case, of its header, and of going on to the next one; part of `words` in en.js.

export const teaching = {
  point: "Point at it",
  pointing: "Click on the image where you think it is.",
  judge: "Ask about my chosen mark",
  desk: "Teach on the images",
  forAll: "Draw for everybody who reads the case",
  saveDisplay: "Save how it hangs now",
  toggleKeyImage: "Key image, or no more",
  keyImages: "Key images",
  /** @param {number} number */
  keyImage: (number) => `Image ${number}`,
  displaySaved: "Readers will see the case as it hangs now",
  keyFindings: "Key findings",
  findingText: "What is to be seen there",
  findable: "Learners look for it",
  toBeFound: "to be found",
  untold: "Without words",
  makeFinding: "Make the chosen mark a key finding",
  chooseMark: "Draw an ellipse, a region, a probe or an arrow on the image, and choose it.",
  /** @param {string} text */
  removeFinding: (text) => `Remove the key finding ${text}`,
  status: { saving: "Saving your marks", unsaved: "Your marks are not saved yet" },
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
