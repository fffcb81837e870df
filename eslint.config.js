import globals from "globals";

/** Ways to turn text into markup or code: text from people goes through textContent. */
const noMarkup = [
  { selector: "MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML)$/]", message: "Build elements with element(), text goes through textContent." },
  { selector: "CallExpression[callee.property.name=/^(insertAdjacentHTML|setHTMLUnsafe|parseHTMLUnsafe|createContextualFragment)$/]", message: "Build elements with element(), text goes through textContent." },
  { selector: "CallExpression[callee.object.name='document'][callee.property.name='write']", message: "Build elements with element()." },
  { selector: "ExportDefaultDeclaration", message: "Named exports only: a file is called what it exports." },
];

/** @param {string[]} folders @param {string} message */
const forbid = (folders, message) => ({
  "no-restricted-imports": ["error", { patterns: folders.map((folder) => ({ regex: `(^|/)${folder}/`, message })) }],
});

export default [
  { ignores: ["**/target/**", "node_modules/**"] },
  {
    files: ["**/*.js", "**/*.mjs"],
    languageOptions: { ecmaVersion: 2024, sourceType: "module" },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "no-undef": "error",
      "no-unused-vars": ["error", { argsIgnorePattern: "^_", ignoreRestSiblings: true }],
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-new-func": "error",
      "no-var": "error",
      "prefer-const": "error",
      eqeqeq: "error",
      "no-restricted-syntax": ["error", ...noMarkup],
      "max-lines": ["error", { max: 400, skipBlankLines: false }],
    },
  },
  {
    files: ["webapp/app/dicom/**/*.js"],
    languageOptions: { globals: { ...globals["shared-node-browser"], DOMException: "readonly", Worker: "readonly" } },
    rules: forbid(["pages", "viewer", "words"], "app/dicom knows bytes: no viewer, no pages, no DOM."),
  },
  {
    files: ["webapp/app/dicom/decode-worker.js"],
    languageOptions: { globals: globals.worker },
  },
  {
    files: ["webapp/app/volume/**/*.js"],
    languageOptions: { globals: globals["shared-node-browser"] },
    rules: forbid(["pages", "viewer", "words"], "app/volume knows space and voxels: no viewer, no pages, no DOM."),
  },
  {
    files: ["webapp/app/viewer/**/*.js"],
    languageOptions: { globals: { ...globals.browser, DECODE_WORKER: "readonly" } },
    rules: forbid(["pages"], "app/viewer knows pixels and no pages."),
  },
  {
    files: ["webapp/app/measure/**/*.js"],
    languageOptions: { globals: globals.browser },
    rules: forbid(["pages", "viewer"], "app/measure knows points, figures and one cell: no pages, no engine."),
  },
  {
    files: ["webapp/app/pages/**/*.js", "webapp/app/words/**/*.js"],
    languageOptions: { globals: globals.browser },
  },
  {
    files: ["webapp/app/ui/**/*.js"],
    languageOptions: { globals: globals.browser },
    rules: forbid(["pages", "viewer", "dicom"], "app/ui knows elements, icons and wishes: no pages, no pixels."),
  },
  {
    files: ["it-tests/src/test/resources/**/*.js"],
    languageOptions: { globals: globals.browser },
  },
  {
    files: ["src/test/js/**/*.js", "esbuild.config.mjs"],
    languageOptions: { globals: globals.node },
  },
  { files: ["it-tests/src/test/peer/page.js"], languageOptions: { globals: globals.browser } },
  { files: ["it-tests/src/test/peer/build.mjs"], languageOptions: { globals: globals.node } },
  { files: ["eslint.config.js"], rules: { "no-restricted-syntax": "off" } },
];
