// Before anything is drawn: the reader's earlier choice of light or dark, and else what the device prefers; and the fonts that
// every page shows are asked for before the style sheets that name them. (Of files on a disk, browsers refuse that.)
"use strict";
{
  let chosen = null;
  try {
    chosen = localStorage.getItem("theme");
  } catch { /* the reader lets no site keep anything */ }
  const device = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  document.documentElement.dataset.theme = ["dark", "light"].includes(chosen) ? chosen : device;
  document.documentElement.dataset.mode = "script";

  if (location.protocol.startsWith("http"))
    for (const name of ["source-sans-3", "bricolage-grotesque"]) {
      const href = new URL(`fonts/${name}-basis.woff2`, document.currentScript.src).href;
      const link = Object.assign(document.createElement("link"), { rel: "preload", as: "font", type: "font/woff2", crossOrigin: "", href });
      document.head.append(link);
    }
}
