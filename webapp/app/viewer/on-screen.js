// @ts-check

/** A picture that stays away keeps nobody longer, in ms. */
const PATIENCE = 400;

/** Resolves when a picture of the page is on the screen. @param {HTMLImageElement} picture @returns {Promise<void>} */
export function onScreen(picture) {
  const drawn = picture.decode().then(afterFrame, () => {});
  return Promise.race([drawn, new Promise((/** @type {(value: void) => void} */ resolve) => setTimeout(resolve, PATIENCE))]);
}

/** After the frame that is drawn next: its own callbacks run before it is on the screen. @returns {Promise<void>} */
function afterFrame() {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}
