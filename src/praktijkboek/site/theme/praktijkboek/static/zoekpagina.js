// The search page: reads the query from the address, shows what zoek.js finds, and says how much it is.
"use strict";

(() => {
  const element = (name, className, ...children) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...children);
    return made;
  };

  const count = (number, one, more) => `${number} ${number === 1 ? one : more}`;

  /** A text, with the words that were looked for marked. */
  const marked = (text, matches) =>
    text
      .split(/([\p{L}\p{M}\p{N}]+)/u)
      .map((part) => (splitQuery(part).some(matches) ? element("mark", "", part) : part));

  const address = (name, id) =>
    document.documentElement.dataset.content_root + name + DOCUMENTATION_OPTIONS.LINK_SUFFIX + (id ? `#${id}` : "");

  const link = (title, url, matches) => {
    const made = element("a", "", ...marked(title, matches));
    made.href = url;
    return made;
  };

  const item = (result, matches) => {
    const made = element(
      "li",
      "",
      element("h2", "", link(result.title, address(result.name), matches)),
      element("p", "zoeksoort", [result.kind, result.place].filter(Boolean).join(" · ")),
    );
    if (result.summary) made.append(element("p", "", ...marked(result.summary, matches)));
    if (result.headings.length) {
      const links = result.headings.map(({ title, id }) => element("li", "", link(title, address(result.name, id), matches)));
      made.append(element("ul", "zoektitels", ...links));
    }
    return made;
  };

  const sentence = (query, { results, all, others }) => {
    if (!results.length) return `Niets gevonden voor ‘${query}’. Probeer een ander of een korter woord, zoals ‘winkel’ of ‘auto’.`;
    const pages = count(results.length, "pagina", "pagina’s");
    const besides = others.length ? ` Ook gezocht naar: ${others.join(", ")}.` : "";
    return all
      ? `${pages} gevonden voor ‘${query}’.${besides}`
      : `Geen pagina heeft alles van ‘${query}’. ${pages} gevonden met een deel ervan.${besides}`;
  };

  const show = () => {
    const query = (new URLSearchParams(location.search).get("q") ?? "").trim();
    const field = document.getElementById("zoekveld");
    field.value = query;
    if (!query) {
      field.focus();
      return;
    }
    const found = finder.find(query);
    document.title = `${query} — ${document.title}`;
    document.getElementById("zoekstatus").textContent = sentence(query, found);
    document.getElementById("zoekresultaten").append(...found.results.map((result) => item(result, found.matches)));
  };

  // A screen reader only says what changes in a page that stands.
  window.addEventListener("load", show);
})();
