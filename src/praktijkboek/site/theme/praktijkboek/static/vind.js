// "Vind een praktijk" without its page: which cases answer, what each choice would leave, which village is most like the
// reader's own. vindpagina.js shows it; tests/unit/test_finder.py asks it questions.
//
// A card:     { number, terms: { facet: [slug, …] }, text (folded), inhabitants (or null) }
// A question: { words: [[form, …], …], chosen: { facet: [slug, …] }, inhabitants (or null), settlement, also }
"use strict";

const Vind = (() => {
  const WORDS = "q"; // how the typed words are called in the address, beside the facets
  const SHORTEST = 3; // letters of what is left of a word without its ending
  const ABOUT = 1.25; // so many times as large is "ongeveer even groot", as in likeness.py
  const UNKNOWN = 4; // doublings: further than any village whose size is known
  const SETTLEMENT = 1; // the same kind of settlement makes up for one doubling

  /** Small letters without accents and with straight apostrophes, as praktijkboek.spelling.fold makes them. */
  const fold = (text) => {
    const plain = text.replace(/[’‘]/g, "'").normalize("NFKD").replace(/\p{M}/gu, "");
    return plain.toUpperCase().toLowerCase().trim(); // through capitals, as "ß" then becomes "ss"
  };

  /** A word and what is left of it without a Dutch ending: "winkels", "dorpen", "bussen". */
  const forms = (word) => {
    const bare = word.endsWith("en") ? word.slice(0, -2) : word.replace(/'?s$/, "");
    const all = new Set([word, bare, bare.replace(/([bdfgklmnprst])\1$/, "$1")]);
    return [...all].filter((form) => form === word || form.length >= SHORTEST);
  };

  /** What a reader typed, each word in its forms. */
  const words = (typed) => fold(typed).split(/[\s,;]+/).filter(Boolean).map(forms);

  /** The names of what a card doesn't answer: `WORDS`, facets. Within a facet one value is enough. */
  const misses = (card, question) => {
    const facets = Object.entries(question.chosen).filter(([, slugs]) => slugs.length);
    const missed = facets.filter(([facet, slugs]) => !slugs.some((slug) => card.terms[facet]?.includes(slug)));
    const found = question.words.every((word) => word.some((form) => card.text.includes(form)));
    return [...(found ? [] : [WORDS]), ...missed.map(([facet]) => facet)];
  };

  /**
   * What a question leaves.
   *
   * found: the cards that answer, in the order of the book or by likeness;
   * count(facet, slug): how many there would be with this value in place of what is chosen in its facet;
   * without: per part of the question how many there would be if it were left out.
   */
  const look = (cards, question) => {
    const missed = cards.map((card) => ({ card, names: misses(card, question) }));
    const found = missed.filter(({ names }) => !names.length).map(({ card }) => card);
    const leftOut = (name) => missed.filter(({ names }) => names.every((other) => other === name));
    const counts = {};
    for (const facet of Object.keys(question.chosen)) {
      counts[facet] = {};
      for (const { card } of leftOut(facet))
        for (const slug of card.terms[facet] ?? []) counts[facet][slug] = (counts[facet][slug] ?? 0) + 1;
    }
    const parts = [WORDS, ...Object.keys(question.chosen)];
    return {
      found: found.sort((one, other) => distance(one, question) - distance(other, question) || one.number - other.number),
      count: (facet, slug) => counts[facet][slug] ?? 0,
      without: Object.fromEntries(parts.map((name) => [name, leftOut(name).length])),
    };
  };

  const compares = (question) => Boolean(question.inhabitants || question.settlement);

  const sameSettlement = (card, { settlement }) => Boolean(settlement) && card.terms.kern?.includes(settlement);

  /** How far a village is from the reader's own: doublings of size, less for the same kind of settlement. */
  const distance = (card, question) => {
    const { inhabitants } = question;
    const size = inhabitants && (card.inhabitants ? Math.abs(Math.log2(card.inhabitants / inhabitants)) : UNKNOWN);
    return (size || 0) - (sameSettlement(card, question) ? SETTLEMENT : 0);
  };

  const size = (card, { inhabitants }) => {
    if (!inhabitants) return [];
    if (!card.inhabitants) return ["aantal inwoners onbekend"];
    const times = card.inhabitants / inhabitants;
    const words = times > ABOUT ? "groter" : times < 1 / ABOUT ? "kleiner" : "ongeveer even groot";
    return [`${words}: ${card.inhabitants.toLocaleString("nl-BE")} inwoners`];
  };

  /** How the village of a card compares with the reader's own, in words; empty where there is nothing to say. */
  const reason = (card, question) => {
    const said = [...size(card, question), ...(sameSettlement(card, question) ? [question.also] : [])].join("; ");
    return said.charAt(0).toUpperCase() + said.slice(1);
  };

  return { WORDS, fold, words, look, compares, reason };
})();
