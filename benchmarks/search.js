// Asks the scripts of a built site for pages, without a browser: node search.js SITE ours|stock < queries > answers.
//
// ours: what praktijkboek's search page runs. stock: Sphinx's own searchtools.js, which every Sphinx site has.
// Queries: a JSON list of texts; answers: per query a JSON list of names of pages, best first.
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const vm = require("node:vm");

const [site, engine] = process.argv.slice(2);
const queries = JSON.parse(fs.readFileSync(0, "utf-8"));

/** Sphinx's scripts look for these when they are loaded; the search itself needs none of them. */
const browser = () => {
  const nothing = () => {};
  const elements = { getElementById: () => null, querySelectorAll: () => [], addEventListener: nothing };
  const storage = { setItem: nothing, getItem: () => null, removeItem: nothing };
  return { console, localStorage: storage, document: elements, _ready: nothing, SPHINX_HIGHLIGHT_ENABLED: false };
};

const FILES = {
  ours: ["_static/language_data.js", "_static/zoek.js", "zoekgegevens.js", "searchindex.js"],
  stock: ["_static/language_data.js", "_static/searchtools.js", "searchindex.js"],
};
const ASK = {
  ours: "(query) => finder.find(query).results.map((result) => result.name)",
  // Sphinx shows the last result first.
  stock: "(query) => Search._performSearch(...Search._parseQuery(query)).reverse().map((result) => result[0])",
};

const context = vm.createContext(browser());
vm.runInContext("var window = globalThis;", context);
for (const file of FILES[engine]) vm.runInContext(fs.readFileSync(path.join(site, file), "utf-8"), context);
const ask = vm.runInContext(ASK[engine], context);
process.stdout.write(JSON.stringify(queries.map((query) => [...new Set(ask(query))])));
