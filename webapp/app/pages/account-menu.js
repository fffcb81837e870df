// @ts-check
import { words } from "../words/en.js";
import { element, icon, the } from "../ui/element.js";
import { ask } from "./api.js";
import { askMe, forgetMe, rememberedMe, rememberMe } from "./me.js";
import { toast } from "./toast.js";

/**
 * The bar's account menu: who one is, where one may go, and the way out.
 * @returns {Promise<import("./me.js").Me | null>} who one is; null when it can't be found out
 */
export async function startAccountMenu() {
  const remembered = rememberedMe();
  if (remembered) {
    draw(remembered);
  }
  const menu = the("[data-account-menu]");
  const button = the("[data-account]");
  menu.addEventListener("toggle", (event) => {
    button.setAttribute("aria-expanded", String(/** @type {ToggleEvent} */ (event).newState === "open"));
  });
  try {
    const me = await askMe();
    draw(me);
    return me;
  } catch {
    return remembered;
  }
}

/** Draws somebody anew who changed. @param {import("./me.js").Me} me */
export function redrawMe(me) {
  rememberMe(me);
  draw(me);
}

/** @param {import("./me.js").Me} me */
function draw(me) {
  the("[data-account-name]").textContent = me.name;
  const role = me.traineeLevel ? words.traineeLevels[me.traineeLevel] : words.roles[me.role];
  const link = (/** @type {string} */ href, /** @type {string} */ name, /** @type {Parameters<typeof icon>[0]} */ sign) => {
    const made = element("a", { href }, icon(sign), name);
    made.pathname === location.pathname && made.setAttribute("aria-current", "page");
    return element("li", {}, made);
  };
  const administers = me.role === "admin" || me.role === "operator";
  the("[data-account-menu]").replaceChildren(
    element(
      "div",
      { class: "menu-who" },
      element("strong", {}, me.name),
      element("span", { class: "soft small" }, [role, me.institution?.name].filter(Boolean).join(" · ")),
    ),
    element(
      "ul",
      {},
      link("account", words.menu.open, "person"),
      administers && link("admin/people", words.menu.people, "people"),
      me.role === "operator" && link("admin/institutions", words.menu.institutions, "institution"),
      administers && link("admin/dashboard", words.menu.dashboard, "dashboard"),
      me.role === "operator" && link("admin/database", words.menu.database, "database"),
      me.role === "operator" && link("admin/caches", words.menu.caches, "caches"),
      administers && link("admin/viewer", words.menu.speed, "speed"),
      administers && link("admin/audit", words.menu.audit, "audit"),
      element("li", {}, element("button", { type: "button", onclick: signOut }, icon("signOut"), words.menu.signOut)),
    ),
  );
}

async function signOut() {
  try {
    await ask("api/auth/logout", { method: "POST" });
  } catch {
    toast(words.menu.signOutFailed);
    return;
  }
  forgetMe();
  location.assign(new URL("sign-in?ended=1", document.baseURI));
}
