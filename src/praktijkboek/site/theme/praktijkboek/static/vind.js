// "Vind een praktijk": hides the cases that don't answer, counts what each choice would leave, orders by likeness to the
// reader's own village, and keeps all that in the address. What is shown stands in the page (vind.html).
"use strict";

(() => {
  const PAUSE = 200; // milliseconds without a key before the list follows
  const SHORTEST = 3; // of what is left of a word without its ending
  const ABOUT = 1.25; // so many times as large is "ongeveer even groot"
  const UNKNOWN = 4; // doublings: further than any village whose size is known
  const SETTLEMENT = 1; // the same kind of settlement makes up for one doubling

  const form = document.querySelector(".vind-keuze");
  const list = document.querySelector(".vind-lijst");
  const boxes = [...form.querySelectorAll("input[type=checkbox]")];
  const facets = [...new Set(boxes.map((box) => box.name))];
  const find = (selector) => document.querySelector(selector);

  /** Small letters without accents and with straight apostrophes, as praktijkboek.spelling.fold makes them. */
  const fold = (text) => text.replace(/[’‘]/g, "'").normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

  const wordsOf = (facet, slug) => boxes.find((box) => box.name === facet && box.value === slug).dataset.woorden;
  const cards = [...list.children].map((element) => {
    const terms = new Map(facets.map((facet) => [facet, new Set((element.dataset[facet] ?? "").split(" ").filter(Boolean))]));
    const meant = [...terms].flatMap(([facet, slugs]) => [...slugs].map((slug) => wordsOf(facet, slug)));
    const text = [fold(element.textContent), element.dataset.woorden, ...meant].join(" ");
    const pins = [...document.querySelectorAll(`.kaartvlak [data-praktijk="${element.dataset.praktijk}"]`)];
    return { element, terms, text, pins, number: element.value, inhabitants: Number(element.dataset.inwoners) || null };
  });

  /** A word and what is left of it without a Dutch ending: "winkels", "dorpen", "bussen". */
  const forms = (word) => {
    const bare = word.endsWith("en") ? word.slice(0, -2) : word.replace(/'?s$/, "");
    return [word, bare, bare.replace(/([bdfgklmnprst])\1$/, "$1")].filter((form, i) => i === 0 || form.length >= SHORTEST);
  };

  const asked = () => {
    const data = new FormData(form);
    return {
      words: fold(data.get("q")).split(/[\s,;]+/).filter(Boolean).map(forms),
      chosen: new Map(facets.map((facet) => [facet, new Set(data.getAll(facet))])),
      inhabitants: Number(data.get("inwoners")) || null,
      settlement: data.get("soort"),
    };
  };

  const answers = (card, { words, chosen }, except = "") =>
    words.every((word) => word.some((form) => card.text.includes(form))) &&
    facets.every((facet) => {
      const wanted = chosen.get(facet);
      return facet === except || !wanted.size || [...wanted].some((slug) => card.terms.get(facet).has(slug));
    });

  /** How far a village is from the reader's own: doublings of size, less for the same kind of settlement. */
  const distance = (card, { inhabitants, settlement }) => {
    const size = inhabitants && (card.inhabitants ? Math.abs(Math.log2(card.inhabitants / inhabitants)) : UNKNOWN);
    return (size ?? 0) - (card.terms.get("kern").has(settlement) ? SETTLEMENT : 0);
  };

  const likeness = (card, { inhabitants, settlement }) => {
    const said = [];
    if (inhabitants && card.inhabitants) {
      const times = card.inhabitants / inhabitants;
      said.push(times > ABOUT ? "groter" : times < 1 / ABOUT ? "kleiner" : "ongeveer even groot");
    } else if (inhabitants) said.push("hoe groot is onbekend");
    if (settlement && card.terms.get("kern").has(settlement)) said.push("dezelfde soort kern");
    return said.join("; ");
  };

  const number = (count) => `${count} ${count === 1 ? "praktijk" : "praktijken"}`;

  const show = () => {
    const question = asked();
    const compares = Boolean(question.inhabitants || question.settlement);
    let found = 0;
    for (const card of cards) {
      const shown = answers(card, question);
      found += shown;
      card.element.hidden = !shown;
      for (const pin of card.pins) pin.toggleAttribute("hidden", !shown);
      const reason = card.element.querySelector(".vind-reden");
      reason.textContent = compares ? likeness(card, question) : "";
      reason.hidden = !reason.textContent;
    }
    const order = (one, other) =>
      (compares && distance(one, question) - distance(other, question)) || one.number - other.number;
    list.append(...[...cards].sort(order).map((card) => card.element));

    for (const facet of facets) {
      const within = cards.filter((card) => answers(card, question, facet));
      for (const box of boxes.filter((box) => box.name === facet)) {
        const count = within.filter((card) => card.terms.get(facet).has(box.value)).length;
        const label = box.closest("label");
        label.querySelector(".vind-telling").textContent = count;
        label.classList.toggle("leeg", !count && !box.checked);
      }
      const details = boxes.find((box) => box.name === facet).closest("details");
      const chosen = question.chosen.get(facet).size;
      details.querySelector(".vind-gekozen").textContent = chosen ? `(${chosen} gekozen)` : "";
    }
    chips();
    find(".vind-niets").hidden = found > 0;
    find(".vind-aantal").textContent =
      (found === cards.length ? number(found) : `${found} van ${number(cards.length)}`) +
      (compares ? ", de meest gelijkende eerst" : "");
  };

  /** What is chosen, each with a button that takes it away. */
  const chips = () => {
    const chosen = boxes.filter((box) => box.checked);
    const made = chosen.map((box) => {
      const text = box.nextElementSibling.textContent;
      const button = Object.assign(document.createElement("button"), { type: "button", textContent: text });
      button.setAttribute("aria-label", `Neem weg: ${text}`);
      button.addEventListener("click", () => {
        const next = button.parentElement.nextElementSibling ?? button.parentElement.previousElementSibling;
        const at = next && [...next.parentElement.children].filter((item) => item !== button.parentElement).indexOf(next);
        box.checked = false;
        changed();
        // The button is gone: the focus goes to the next one, or to where choosing begins.
        (find(".vind-chips").children[at]?.firstElementChild ?? find("#vind-q")).focus();
      });
      const item = document.createElement("li");
      item.append(button);
      return item;
    });
    find(".vind-chips").replaceChildren(...made);
    const given = [...new FormData(form).values()].filter(Boolean).length;
    find(".vind-toon .vind-gekozen").textContent = given ? `(${given} gekozen)` : "";
  };

  const address = () => {
    const given = new URLSearchParams([...new FormData(form)].filter(([, value]) => value.trim()));
    const query = given.toString();
    return query ? `?${query}` : location.pathname;
  };

  const changed = ({ typing = false } = {}) => {
    show();
    history[typing ? "replaceState" : "pushState"](null, "", address());
  };

  /** Fill the form from the address. */
  const restore = () => {
    const given = new URLSearchParams(location.search);
    for (const box of boxes) box.checked = given.getAll(box.name).includes(box.value);
    for (const name of ["q", "inwoners", "soort"]) form.elements[name].value = given.get(name) ?? "";
    for (const details of form.querySelectorAll("details")) details.open ||= Boolean(details.querySelector(":checked"));
    show();
  };

  let waiting;
  form.addEventListener("input", (event) => {
    clearTimeout(waiting);
    const typing = !(event.target.type === "checkbox" || event.target.tagName === "SELECT");
    if (typing) waiting = setTimeout(() => changed({ typing }), PAUSE);
    else changed();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    changed();
    find(".vind-lijst li:not([hidden]) a")?.focus();
  });
  form.addEventListener("reset", () => setTimeout(changed));
  addEventListener("popstate", restore);
  const toggle = find(".vind-toon");
  toggle.addEventListener("click", () => {
    const open = form.classList.toggle("open");
    toggle.setAttribute("aria-expanded", open);
  });
  restore();
})();
