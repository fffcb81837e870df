// @ts-check
// Runs in the head before anything is painted, so that a chosen theme never flashes.
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
}
