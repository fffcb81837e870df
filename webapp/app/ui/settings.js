// @ts-check

/** What this browser remembers of a person's wishes. Storage may be forbidden: then nothing is remembered, and nothing breaks. */
export const settings = {
  /** @returns {"dark" | "light"} the theme in use */
  get theme() {
    const chosen = document.documentElement.dataset.theme;
    if (chosen === "dark" || chosen === "light") {
      return chosen;
    }
    return matchMedia("(prefers-color-scheme: light)").matches ? "light" : "dark";
  },

  set theme(theme) {
    document.documentElement.dataset.theme = theme;
    remember("radcase.theme", theme);
  },

  /** Whether single-letter keys act (WCAG 2.1.4). */
  get letterKeys() {
    return recall("radcase.letter-keys") !== "off";
  },

  set letterKeys(on) {
    document.documentElement.classList.toggle("no-letter-keys", !on);
    remember("radcase.letter-keys", on ? "on" : "off");
  },
};

/** @param {string} key */
function recall(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** @param {string} key @param {string} value */
function remember(key, value) {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Kept for this page only.
  }
}
