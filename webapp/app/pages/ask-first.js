// @ts-check
import { words } from "../words/en.js";
import { element } from "../ui/element.js";

/**
 * Says what a dangerous act will do, and asks whether to do it.
 * @param {{title: string, consequence: string, act: string}} texts
 * @returns {Promise<boolean>}
 */
export function askFirst({ title, consequence, act }) {
  return new Promise((resolve) => {
    const dialog = element(
      "dialog",
      { "aria-labelledby": "ask-title" },
      element("div", { class: "dialog-head" }, element("h2", { id: "ask-title" }, title)),
      element(
        "div",
        { class: "dialog-body" },
        element("p", { class: "soft" }, consequence),
        element(
          "div",
          { class: "dialog-acts" },
          element("button", { type: "button", class: "button", autofocus: true, onclick: () => dialog.close() }, words.editor.keep),
          element("button", { type: "button", class: "button danger", onclick: () => dialog.close("yes") }, act),
        ),
      ),
    );
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "yes");
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
