// @ts-check
// Runs in the head before anything is painted, so that a chosen theme never flashes and the bar fits the role at once.
{
  let theme = null;
  try {
    theme = localStorage.getItem("radcase.theme");
  } catch {
    // Storage may be forbidden; then the system's theme is used.
  }
  if (theme === "dark" || theme === "light") {
    document.documentElement.dataset.theme = theme;
  }
  try {
    const { role } = JSON.parse(sessionStorage.getItem("radcase.me") ?? "{}");
    if (role) {
      document.documentElement.dataset.role = role;
      document.documentElement.dataset.remembered = role;
    }
  } catch {
    // Asked of the server then.
  }
}
