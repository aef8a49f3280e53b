// When the window with the menu or the contents closes, the focus goes back to the button that opened it; the theme
// moves what stands in the window, and the browser then loses the place.
"use strict";

for (const [id, button] of [
  ["pst-primary-sidebar-modal", ".primary-toggle"],
  ["pst-secondary-sidebar-modal", ".secondary-toggle"],
])
  document.getElementById(id)?.addEventListener("close", () => document.querySelector(button)?.focus());
