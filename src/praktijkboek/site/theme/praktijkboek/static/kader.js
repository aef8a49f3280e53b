// What stands round each page: light or dark, the menu and the contents (in windows on a phone), and where the reader is.
// It takes the place of the theme's three scripts and Bootstrap (30 kB): docs/performance.md.
"use strict";

// Light or dark: what the device prefers is not kept, so that the page goes along with it.
const root = document.documentElement;
const device = matchMedia("(prefers-color-scheme: dark)");
const colour = document.querySelector(".praktijk-kleur");
const show = (dark) => {
  root.dataset.theme = dark ? "dark" : "light";
  colour?.setAttribute("aria-pressed", dark);
};
show(root.dataset.theme === "dark");
device.addEventListener("change", () => show(device.matches));
colour?.addEventListener("click", () => {
  const dark = root.dataset.theme !== "dark";
  show(dark);
  try {
    if (dark === device.matches) localStorage.removeItem("theme");
    else localStorage.setItem("theme", root.dataset.theme);
  } catch { /* the reader lets no site keep anything */ }
});

// Menu and contents. Where the screen is wide the menu stands beside the text, and the button hides it.
const wide = matchMedia("(min-width: 992px)");
const move = (from, to) => {
  to.append(...from.childNodes);
  to.className = from.className;
  from.className = "";
};
for (const name of ["primary", "secondary"]) {
  const button = document.querySelector(`.${name}-toggle`);
  const place = document.getElementById(`pst-${name}-sidebar`);
  const dialog = document.getElementById(`pst-${name}-sidebar-modal`);
  if (!button || !place || !dialog) continue;
  button.addEventListener("click", () => {
    if (name === "primary" && wide.matches) {
      button.setAttribute("aria-expanded", !place.classList.toggle("pst-sidebar-hidden"));
    } else {
      move(place, dialog);
      dialog.showModal();
    }
  });
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close("");
    else if (event.target.closest("a")) dialog.close("gone");
  });
  // What stood in the window is moved, and the browser then loses the place; who followed a link has another.
  dialog.addEventListener("close", () => {
    move(dialog, place);
    if (dialog.returnValue !== "gone") button.focus();
    dialog.returnValue = "";
  });
}
document.querySelector("#pst-primary-sidebar [aria-current]")?.scrollIntoView({ block: "nearest" });

// In the contents, the part that is being read.
const entries = new Map();
for (const link of document.querySelectorAll("#pst-page-toc-nav a")) {
  const part = document.getElementById(decodeURIComponent(link.hash.slice(1)));
  const heading = part?.querySelector("h1, h2, h3, h4, h5, h6");
  if (heading) entries.set(heading, link);
}
const reading = new IntersectionObserver(
  (seen) => {
    const last = seen.filter((one) => one.isIntersecting).pop();
    if (!last) return;
    for (const [heading, link] of entries) {
      link.classList.toggle("active", heading === last.target);
      if (heading === last.target) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  },
  { rootMargin: "0px 0px -70% 0px" },
);
for (const heading of entries.keys()) reading.observe(heading);

// What moves sideways is reached by keyboard.
const reach = () => {
  for (const part of document.querySelectorAll("pre, .pst-scrollable-table-container"))
    if (part.scrollWidth > part.clientWidth) part.tabIndex = 0;
    else part.removeAttribute("tabindex");
};
addEventListener("resize", reach);
reach();
