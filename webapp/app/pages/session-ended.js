// @ts-check
import { element } from "../ui/element.js";
import { signInAddress } from "./return-address.js";
import { words } from "../words/en.js";

/** Says that the session has ended, and offers the way back to this very place. @param {HTMLElement} stage */
export function showSessionEnded(stage) {
  const address = signInAddress(location.href, document.baseURI);
  stage.append(
    element(
      "div",
      { class: "stage-notice", role: "alert" },
      element("p", {}, words.viewer.sessionEnded),
      element("a", { class: "button next", href: address }, words.viewer.signInAgain),
    ),
  );
}
