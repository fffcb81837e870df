// @ts-check
/** Every word of the pages, in English. Another language is another file with the same keys. */
import { accountWords, editorAccountWords } from "./en-accounts.js";
import { databaseWords } from "./en-database.js";
import { teaching } from "./en-teaching.js";
import { viewer } from "./en-viewer.js";

const number = new Intl.NumberFormat("en");
const plural = new Intl.PluralRules("en");
const relative = new Intl.RelativeTimeFormat("en", { numeric: "auto" });

/** @param {number} count @param {string} one @param {string} other */
function counted(count, one, other) {
  return `${number.format(count)} ${plural.select(count) === "one" ? one : other}`;
}

export const words = {
  ...accountWords,
  ...databaseWords,
  bar: {
    home: "RadCase, case library",
    places: "Places",
    library: "Library",
    newCase: "New case",
    docs: "API docs",
    search: "Search cases",
    theme: "Switch theme",
    useLight: "Use the light theme",
    useDark: "Use the dark theme",
    keys: "Keys",
    keysTip: "Keys (?)",
    skip: "Skip to content",
    close: "Close",
    noScript: "RadCase shows images by JavaScript. Switch it on for this site.",
  },
  keys: {
    title: "Keys",
    letters: "Single-letter keys act when I'm not typing",
    everywhere: [
      { keys: ["/"], does: "Search cases" },
      { keys: ["?"], does: "Show this list" },
    ],
  },
  errors: {
    retry: "Try again",
    /** @param {string} id */
    incident: (id) => `Incident ${id}`,
    page: "This page ran into a fault",
    pageDetail: "Load the page again. What was saved is safe.",
    unreachable: "RadCase doesn't answer",
    unreachableDetail: "The server or the network is away. Check the connection, then try again.",
    gone: "Not found",
    goneDetail: "It was removed, or the address is wrong.",
    server: "RadCase couldn't do that",
    serverDetail: "Something failed at the server. Try again; if it stays, tell the administrator the incident number.",
    refused: "RadCase refused that",
    signedOut: "You were signed out",
    signedOutDetail: "Sign in again in another tab, then try again here.",
    signIn: "Sign in in another tab",
  },
  docs: {
    title: "API",
    contents: "Parts of the API",
    download: "Download openapi.json",
    licences: "Licences of what RadCase is made with",
    parameters: "Parameters",
    body: "Body",
    responses: "Answers",
    name: "Name",
    where: "In",
    type: "Type",
    meaning: "Meaning",
    needed: "needed",
    status: "Status",
    media: "Media type",
  },
  notFound: {
    title: "There is no such page",
    detail: "It was moved or removed, or the address is mistyped.",
    library: "Go to the library",
  },
  library: {
    title: "Library",
    cases: "Cases",
    filter: "Filter",
    clear: "Clear all",
    sort: "Sort by",
    sorts: { best: "Best match", changed: "Recently changed", newest: "Newest first", easiest: "Easiest first", hardest: "Hardest first" },
    facets: { modality: "Modality", bodyPart: "Body part", category: "Subspecialty", difficulty: "Difficulty", status: "Status" },
    /** @param {number} total */
    tally: (total) => counted(total, "case", "cases"),
    showAll: "Show cases",
    /** @param {number} count */
    showCases: (count) => `Show ${counted(count, "case", "cases")}`,
    /** @param {number} count */
    more: (count) => `${number.format(count)} more`,
    less: "Show fewer",
    /** @param {string} name */
    drop: (name) => `Remove filter ${name}`,
    /** @param {string} text */
    searched: (text) => `“${text}”`,
    noImages: "No images yet",
    read: "read",
    /** @param {number} count */
    images: (count) => counted(count, "image", "images"),
    /** @param {number} page @param {number} pages */
    page: (page, pages) => `Page ${number.format(page)} of ${number.format(pages)}`,
    previous: "Previous",
    next: "Next",
    pages: "Pages of cases",
    loading: "Loading cases",
    empty: "No cases yet",
    emptyDetail: "Cases that you and your colleagues make are found here. Make the first from a de-identified study.",
    nothing: "No case matches",
    nothingDetail: "Take a filter away or search for something else. “Words in quotes” stand together, -word leaves out, word* finds its endings.",
    clearFilters: "Clear filters",
  },
  teaching,
  viewer,
  reading: {
    steps: "Steps",
    history: "History",
    yourRead: "Your read",
    answer: "Answer",
    compare: "Compare",
    noHistory: "No history was given.",
    question: "What is it?",
    questionDetail: "Up to five, most likely first. The answer opens when you commit.",
    add: "Add a diagnosis",
    addButton: "Add",
    /** @param {string} name */
    remove: (name) => `Remove ${name}`,
    /** @param {string} name */
    up: (name) => `Move ${name} up`,
    /** @param {string} name */
    down: (name) => `Move ${name} down`,
    sure: "How sure are you?",
    sureness: ["Guess", "Unsure", "Even", "Sure", "Certain"],
    commit: "Commit and see the answer",
    giveUp: "See the answer without a read",
    commits: "commits",
    allKeys: "all keys",
    diagnosis: "Diagnosis",
    findings: "Findings",
    differential: "Differential",
    teachingPoints: "Teaching points",
    studentNotes: "For students",
    fellowNotes: "For fellows",
    references: "References",
    noAnswer: "This case has no diagnosis yet.",
    yours: "Your read",
    theirs: "The case",
    noRead: "You looked without committing to a read.",
    /** @param {number} rank */
    hit: (rank) => `You named the diagnosis in place ${rank}.`,
    miss: "The diagnosis is not on your list.",
    /** @param {string} word */
    confidence: (word) => `Confidence: ${word.toLowerCase()}`,
    match: "the diagnosis",
    edit: "Edit case",
    failed: "Your read is kept here. Try again.",
  },
  /** @type {Record<string, string>} */
  modalities: {
    CR: "X-ray (CR)", DX: "X-ray (DX)", US: "Ultrasound", MG: "Mammography", XA: "Angiography", RF: "Fluoroscopy", PT: "PET",
    NM: "Nuclear medicine", BMD: "Bone densitometry", IO: "Intraoral X-ray", PX: "Panoramic X-ray", RG: "X-ray film",
    IVUS: "Intravascular ultrasound", OCT: "OCT", SM: "Slide microscopy", GM: "Microscopy", ES: "Endoscopy", OP: "Eye photograph",
    XC: "Photograph", DMS: "Dermoscopy", SC: "Secondary capture", OT: "Other",
  },
  /** @type {Record<string, string>} */
  bodyParts: {
    ABDOMEN: "Abdomen", ABDOMENPELVIS: "Abdomen and pelvis", ADRENAL: "Adrenal gland", ANKLE: "Ankle", AORTA: "Aorta",
    ARM: "Arm", AXILLA: "Axilla", BACK: "Back", BLADDER: "Bladder", BRAIN: "Brain", BREAST: "Breast", BRONCHUS: "Bronchus",
    BUTTOCK: "Buttock", CALCANEUS: "Calcaneus", CALF: "Calf", CAROTID: "Carotid artery", CEREBELLUM: "Cerebellum",
    CERVIX: "Cervix", CHEEK: "Cheek", CHEST: "Chest", CHESTABDOMEN: "Chest and abdomen",
    CHESTABDPELVIS: "Chest, abdomen and pelvis", CIRCLEOFWILLIS: "Circle of Willis", CLAVICLE: "Clavicle", COCCYX: "Coccyx",
    COLON: "Colon", CORNEA: "Cornea", CORONARYARTERY: "Coronary artery", CSPINE: "Cervical spine",
    CTSPINE: "Cervicothoracic junction", DUODENUM: "Duodenum", EAR: "Ear", ELBOW: "Elbow", ESOPHAGUS: "Oesophagus",
    EXTREMITY: "Extremity", EYE: "Eye", EYELID: "Eyelid", FACE: "Face", FEMUR: "Femur", FINGER: "Finger", FOOT: "Foot",
    GALLBLADDER: "Gallbladder", HAND: "Hand", HEAD: "Head", HEADNECK: "Head and neck", HEART: "Heart", HIP: "Hip",
    HUMERUS: "Humerus", IAC: "Internal auditory canal", ILEUM: "Ileum", ILIUM: "Ilium", JAW: "Jaw", JEJUNUM: "Jejunum",
    KIDNEY: "Kidney", KNEE: "Knee", LARYNX: "Larynx", LEG: "Leg", LIVER: "Liver", LSPINE: "Lumbar spine",
    LSSPINE: "Lumbosacral spine", LUNG: "Lung", MAXILLA: "Maxilla", MEDIASTINUM: "Mediastinum", MOUTH: "Mouth", NECK: "Neck",
    NECKCHEST: "Neck and chest", NECKCHESTABDOMEN: "Neck, chest and abdomen",
    NECKCHESTABDPELV: "Neck, chest, abdomen and pelvis", NOSE: "Nose", ORBIT: "Orbit", OVARY: "Ovary", PANCREAS: "Pancreas",
    PAROTID: "Parotid gland", PATELLA: "Patella", PELVIS: "Pelvis", PENIS: "Penis", PHARYNX: "Pharynx", PROSTATE: "Prostate",
    RADIUS: "Radius", RADIUSULNA: "Radius and ulna", RECTUM: "Rectum", RIB: "Rib", SCALP: "Scalp", SCAPULA: "Scapula",
    SCLERA: "Sclera", SCROTUM: "Scrotum", SHOULDER: "Shoulder", SKULL: "Skull", SPINE: "Spine", SPLEEN: "Spleen",
    SSPINE: "Sacrum", STERNUM: "Sternum", STOMACH: "Stomach", SUBMANDIBULAR: "Submandibular gland", TESTIS: "Testis",
    THIGH: "Thigh", THUMB: "Thumb", THYMUS: "Thymus", THYROID: "Thyroid", TIBIA: "Tibia", TIBIAFIBULA: "Tibia and fibula",
    TLSPINE: "Thoracolumbar junction", TMJ: "Temporomandibular joint", TOE: "Toe", TONGUE: "Tongue", TRACHEA: "Trachea",
    TSPINE: "Thoracic spine", ULNA: "Ulna", URETER: "Ureter", URETHRA: "Urethra", UTERUS: "Uterus", VAGINA: "Vagina",
    VULVA: "Vulva", WHOLEBODY: "Whole body", WRIST: "Wrist", ZYGOMA: "Zygoma",
  },
  /** @type {Record<string, string>} */
  categories: {
    chest: "Chest", neuro: "Neuro", msk: "Musculoskeletal", abdominal: "Abdominal", breast: "Breast", cardiac: "Cardiac",
    paediatric: "Paediatric", vascular: "Vascular", nuclear: "Nuclear", emergency: "Emergency", other: "Other",
  },
  /** @type {Record<string, string>} */
  statuses: { draft: "Draft", published: "Published", archived: "Archived" },
  /** @type {Record<string, string>} */
  visibilities: {
    private: "Only me", institution: "My institution", shared: "Named institutions", public: "Everyone who is signed in",
  },
  /** @type {Record<string, string>} */
  acgmeDomains: {
    "patient-care": "Patient care",
    "medical-knowledge": "Medical knowledge",
    "practice-based-learning-and-improvement": "Practice-based learning and improvement",
    "interpersonal-and-communication-skills": "Interpersonal and communication skills",
    professionalism: "Professionalism",
    "systems-based-practice": "Systems-based practice",
  },
  editor: {
    editing: "Edit case",
    question: "The question",
    answer: "The answer",
    notes: "Teaching",
    audience: "Who sees it",
    fields: {
      title: "Title", presentation: "Presentation", modality: "Modality", bodyPart: "Body part", category: "Subspecialty",
      difficulty: "Difficulty", clinicalHistory: "Clinical history", findings: "Findings", diagnosis: "Diagnosis",
      differential: "Differential", teachingPoints: "Teaching points", studentNotes: "Notes for students",
      fellowNotes: "Notes for fellows", acgmeDomains: "ACGME domains", tags: "Tags", references: "References", visibility: "Visible to",
    },
    hints: {
      presentation: "One neutral line that doesn't name the diagnosis, as “Flank pain and fever, woman, 58”.",
      title: "For you and after the answer; it may name the diagnosis.",
      clinicalHistory: "What the request said. **Bold** and lists (- one) are shown.",
    },
    notChosen: "Not chosen",
    addTag: "Add a tag",
    /** @param {string} name */
    addTo: (name) => `Add to ${name.toLowerCase()}`,
    /** @param {string} name @param {number} number */
    entry: (name, number) => `${name} ${number}`,
    /** @param {number} number */
    entryUp: (number) => `Move entry ${number} up`,
    /** @param {number} number */
    entryDown: (number) => `Move entry ${number} down`,
    /** @param {number} number */
    entryRemove: (number) => `Remove entry ${number}`,
    drop: "Drop DICOM files, folders or a zip here",
    dropDetail: "A whole study at once is fine. Modality and body part are read from it.",
    pickFiles: "Choose files",
    pickFolder: "Choose a folder",
    deidentified: "Only de-identified files belong here.",
    uploadProgress: "Files sent",
    verdicts: "What became of each file",
    cancelUpload: "Stop sending",
    clearUpload: "Clear list",
    /** @param {number} done @param {number} total */
    uploading: (done, total) => `Sending: ${number.format(done)} of ${counted(total, "file", "files")}`,
    /** @param {{stored: number, duplicate: number, refused: number, unsent: number}} tally */
    uploaded: ({ stored, duplicate, refused, unsent }) =>
      [
        stored > 0 && `${number.format(stored)} stored`,
        duplicate > 0 && `${number.format(duplicate)} already there`,
        refused > 0 && `${number.format(refused)} refused`,
        unsent > 0 && `${number.format(unsent)} not sent`,
      ].filter(Boolean).join(", "),
    /** @param {number} count */
    moreFiles: (count) => `and ${counted(count, "file", "files")} more`,
    verdict: { waiting: "Waiting", sending: "Sending", stored: "Stored", duplicate: "Already there", refused: "Refused", unsent: "Not sent" },
    saving: "Saving…",
    saved: "Saved",
    unsaved: "Not saved yet",
    notSaved: "Not saved",
    faulty: "Not saved: correct what is marked",
    conflicted: "Somebody else changed this case",
    kept: "What you typed is kept on this page.",
    preview: "Preview",
    publish: "Publish case",
    publishTip: "Publish case (Ctrl+Enter)",
    unpublish: "Take back to draft",
    archive: "Archive case",
    deleteCase: "Delete case",
    deleteTitle: "Delete this case?",
    deleteConsequence:
      "Its texts and its place in the library are removed for good. Images that no other case shows are removed as well. To take it out of sight and keep it, archive it.",
    notDeleted: "The case is still there.",
    keep: "Keep it",
    undo: "Undo",
    undone: "Undone",
    publishedNow: "Case published",
    unpublishedNow: "Case is a draft again",
    archivedNow: "Case archived",
    toPublish: "To publish",
    gaps: { images: "Images", question: "Presentation or clinical history", diagnosis: "Diagnosis" },
    gapDone: "(done)",
    gapOpen: "(missing)",
    /** @param {string[]} told */
    spoils: (told) => `The presentation gives the diagnosis away: ${told.join(", ")}.`,
    /** @param {string} name */
    conflict: (name) => `${name}: somebody else changed it while you did`,
    mine: "Yours",
    theirs: "Theirs",
    keepMine: "Keep yours",
    takeTheirs: "Take theirs",
    nothing: "(empty)",
    /** @param {string} name */
    takeOff: (name) => `Take series ${name} off the case`,
    takeOffTip: "Take off the case",
    takeOffTitle: "Take this series off the case?",
    /** @param {number} count */
    takeOffConsequence: (count) => `${counted(count, "image", "images")} will no longer be on this case. Other cases that show them keep them.`,
    takeOffAct: "Take series off",
    previewTitle: "As a learner sees it",
    previewHides: "Title, diagnosis, findings, differential, teaching points, notes and tags stay hidden until she commits.",
    openCase: "Open the case",
    ...editorAccountWords,
  },
  /** @param {number} level */
  difficulty: (level) => `Difficulty ${level} of 5`,
  /** @type {Record<string, string>} */
  difficulties: { 1: "1 · Easy", 2: "2", 3: "3 · Medium", 4: "4", 5: "5 · Hard" },
  /** @param {Date} then @param {Date} now  a time as people say it: relative when recent */
  when(then, now) {
    const seconds = Math.round((then.getTime() - now.getTime()) / 1000);
    const [unit, size] = /** @type {[Intl.RelativeTimeFormatUnit, number]} */ (
      [["day", 86400], ["hour", 3600], ["minute", 60]].find(([, length]) => Math.abs(seconds) >= Number(length)) ?? ["second", 1]
    );
    if (unit === "day" && Math.abs(seconds) > 7 * size) {
      return then.toLocaleDateString("en", { dateStyle: "medium" });
    }
    return relative.format(Math.round(seconds / size), unit);
  },
};
