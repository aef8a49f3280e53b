// The page "Vind een praktijk": asks Vind (vind.js) what the reader wants to know, hides and orders the cards and pins that
// stand in the page (vind.html), and keeps the question in the address.
"use strict";

(() => {
  const PAUSE = 200; // milliseconds without a key before the list follows
  const TYPED = ["q", "inwoners"];
  const FIELDS = [...TYPED, "soort"]; // all that is asked beside the facets

  const find = (selector, within = document) => within.querySelector(selector);
  const form = find(".vind-keuze");
  const list = find(".vind-lijst");
  const toggle = find(".vind-toon");

  /** The facets, by the name that they have in the address. */
  const facets = new Map(
    [...form.querySelectorAll(".vind-facet")].map((details) => {
      const options = [...details.querySelectorAll(".vind-waarde")].map((label) => {
        const input = find("input", label);
        return { label, input, name: find(".vind-naam", label).textContent, count: find(".vind-telling", label) };
      });
      return [details.dataset.facet, { details, options, chosen: find(".vind-gekozen", details) }];
    }),
  );
  const options = [...facets.values()].flatMap((facet) => facet.options);
  const chosenOf = (facet) => facets.get(facet).options.filter(({ input }) => input.checked);

  const pins = new Map();
  for (const pin of document.querySelectorAll(".kaartvlak [data-praktijk]"))
    pins.set(pin.dataset.praktijk, [...(pins.get(pin.dataset.praktijk) ?? []), pin]);
  const meant = new Map(options.map(({ input }) => [`${input.name} ${input.value}`, input.dataset.woorden]));
  const cards = [...list.children].map((element) => {
    const given = element.dataset;
    const terms = Object.fromEntries([...facets.keys()].map((facet) => [facet, given[facet]?.split(" ") ?? []]));
    const words = Object.entries(terms).flatMap(([facet, slugs]) => slugs.map((slug) => meant.get(`${facet} ${slug}`)));
    return {
      number: element.value,
      terms,
      text: [Vind.fold(element.textContent), given.woorden, ...words].join(" "),
      inhabitants: Number(given.inwoners) || null,
      element,
      reason: find(".vind-reden", element),
      pins: pins.get(given.praktijk) ?? [],
    };
  });

  const asked = () => ({
    words: Vind.words(form.elements.q.value),
    chosen: Object.fromEntries(
      [...facets.keys()].map((facet) => [facet, chosenOf(facet).map(({ input }) => input.value)]),
    ),
    inhabitants: Math.max(0, Number(form.elements.inwoners.value)) || null,
    settlement: form.elements.soort.value,
    also: form.elements.soort.selectedOptions[0]?.dataset.ook,
  });

  const number = (count) => `${count} ${count === 1 ? "praktijk" : "praktijken"}`;

  const button = (text, action, name = text) => {
    const made = Object.assign(document.createElement("button"), { type: "button", textContent: text });
    made.setAttribute("aria-label", name);
    made.addEventListener("click", action);
    const item = document.createElement("li");
    item.append(made);
    return item;
  };

  /** What is asked, each part with its words and what takes it away. */
  const given = () => {
    const { q, inwoners, soort } = form.elements;
    const clear = (field) => () => (field.value = "");
    return [
      ...(q.value.trim() ? [{ text: `“${q.value.trim()}”`, clear: clear(q) }] : []),
      ...(inwoners.value ? [{ text: `${inwoners.value} inwoners`, clear: clear(inwoners) }] : []),
      ...(soort.value ? [{ text: soort.selectedOptions[0].textContent, clear: clear(soort) }] : []),
      ...options
        .filter(({ input }) => input.checked)
        .map(({ input, name }) => ({ text: name, clear: () => (input.checked = false) })),
    ];
  };

  const showChips = () => {
    const chips = find(".vind-chips");
    const parts = given();
    const items = parts.map(({ text, clear }, place) => {
      const taken = () => {
        clear();
        changed();
        // The button is gone: the focus goes to the next one, or to where asking begins.
        (chips.children[Math.min(place, chips.children.length - 1)]?.firstElementChild ?? form.elements.q).focus();
      };
      return button(text, taken, `Neem weg: ${text}`);
    });
    if (parts.length > 1) {
      const all = button("Wis alles", () => form.reset());
      all.className = "vind-alles";
      items.push(all);
    }
    chips.replaceChildren(...items);
    find(".vind-gekozen", toggle).textContent = parts.length ? `(${parts.length})` : "";
  };

  /** Where nothing answers: which single part of the question stands in the way of how many. */
  const showNothing = (found, without) => {
    const nothing = find(".vind-niets");
    nothing.hidden = found > 0;
    if (found) return;
    const typed = form.elements.q.value.trim();
    const offers = Object.entries(without).filter(([, count]) => count).map(([part, count]) => {
      const words = part === Vind.WORDS ? [`“${typed}”`] : chosenOf(part).map(({ name }) => name);
      const loosen = () => {
        if (part === Vind.WORDS) form.elements.q.value = "";
        else for (const { input } of chosenOf(part)) input.checked = false;
        changed();
        find(".vind-aantal").focus();
      };
      return button(`Zonder ${words.join(" of ")}: ${number(count)}`, loosen);
    });
    find(".vind-raad", nothing).textContent = offers.length ? "Laat iets los:" : "Neem meer dan één keuze weg, of begin opnieuw.";
    find(".vind-uitwegen", nothing).replaceChildren(...offers, button("Wis alles", () => form.reset()));
    const search = find(".vind-boek", nothing);
    search.hidden = !typed;
    const link = find("a", search);
    link.search = new URLSearchParams({ q: typed });
  };

  let order = cards;
  const show = () => {
    const question = asked();
    const { found, count, without } = Vind.look(cards, question);
    const compares = Vind.compares(question);
    const shown = new Set(found);
    for (const card of cards) {
      for (const one of [card.element, ...card.pins]) one.toggleAttribute("hidden", !shown.has(card));
      for (const pin of card.pins) pin.classList.remove("aangewezen"); // its card may have moved away from under the mouse
      const reason = compares && shown.has(card) ? Vind.reason(card, question) : "";
      card.reason.textContent = reason;
      card.reason.hidden = !reason;
    }
    const next = [...found, ...order.filter((card) => !shown.has(card))];
    if (next.some((card, place) => card !== order[place])) list.append(...next.map((card) => card.element));
    order = next;
    for (const [name, facet] of facets) {
      for (const { label, input, count: shownCount } of facet.options) {
        const left = count(name, input.value);
        shownCount.textContent = left;
        label.classList.toggle("leeg", !left && !input.checked);
      }
      const chosen = chosenOf(name).length;
      facet.chosen.textContent = chosen ? `(${chosen} gekozen)` : "";
    }
    showChips();
    showNothing(found.length, without);
    find(".vind-aantal").textContent =
      (found.length === cards.length ? number(found.length) : `${found.length} van ${number(cards.length)}`) +
      (compares && found.length > 1 ? ", de meest gelijkende eerst" : "");
  };

  let typing = "";
  /** Show what is asked and put it in the address; what is typed on in one field is one step back. */
  const changed = (field = "") => {
    show();
    const query = new URLSearchParams([...new FormData(form)].filter(([, value]) => value.trim())).toString();
    if (query !== location.search.slice(1))
      history[field && field === typing ? "replaceState" : "pushState"](null, "", query ? `?${query}` : location.pathname);
    typing = field;
  };

  /** Fill the form from the address. */
  const restore = () => {
    const query = new URLSearchParams(location.search);
    for (const { input } of options) input.checked = query.getAll(input.name).includes(input.value);
    for (const name of FIELDS) form.elements[name].value = query.get(name) ?? "";
    for (const [name, { details }] of facets) details.open ||= chosenOf(name).length > 0;
    typing = "";
    show();
  };

  const fold = (open) => {
    form.classList.toggle("open", open);
    toggle.setAttribute("aria-expanded", open);
  };

  let waiting;
  form.addEventListener("input", ({ target }) => {
    clearTimeout(waiting);
    if (TYPED.includes(target.name)) waiting = setTimeout(changed, PAUSE, target.name);
    else changed();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    changed();
    if (form.classList.contains("open")) {
      fold(false);
      find(".vind-aantal").focus();
    }
  });
  form.addEventListener("reset", () => setTimeout(() => {
    changed();
    find(".vind-aantal").focus();
  }));
  addEventListener("popstate", restore);
  toggle.addEventListener("click", () => fold(!form.classList.contains("open")));

  /** Map and list in step: the pin of the card that a reader looks at stands out. */
  const point = (on) => ({ target }) => {
    const card = cards.find(({ element }) => element.contains(target));
    for (const pin of card?.pins ?? []) pin.classList.toggle("aangewezen", on);
  };
  for (const [event, on] of [["pointerover", true], ["pointerout", false], ["focusin", true], ["focusout", false]])
    list.addEventListener(event, point(on));

  restore();
})();
