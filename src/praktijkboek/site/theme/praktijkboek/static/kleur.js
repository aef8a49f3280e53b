// Before anything is drawn: the reader's earlier choice of light or dark, and else what the device prefers.
"use strict";
{
  let chosen = null;
  try {
    chosen = localStorage.getItem("theme");
  } catch { /* the reader lets no site keep anything */ }
  const device = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  document.documentElement.dataset.theme = ["dark", "light"].includes(chosen) ? chosen : device;
  document.documentElement.dataset.mode = "script";
}
