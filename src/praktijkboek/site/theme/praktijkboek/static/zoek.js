// Finds pages for what a reader types. Knows nothing of the page it runs on: zoekpagina.js shows what it finds, and
// benchmarks/search.py asks it questions.
//
// searchindex.js (Sphinx) and zoekgegevens.js (praktijkboek/site/search.py) call setIndex and setData; splitQuery,
// stopwords and Stemmer come with Sphinx's language_data.js.
"use strict";

const Search = {
  index: null,
  data: null,
  setIndex: (index) => (Search.index = index),
  setData: (data) => (Search.data = data),
};

const finder = (() => {
  // What stands in the title of a page always counts for more than a heading, and that for more than the text.
  const TITLE = 100;
  const HEADING = 10;
  const TEXT = 1;
  // How good a match is: the word itself, a part of a compound, a word that means the same.
  const WORD = 1;
  const PART = 0.8;
  const SYNONYM = 0.5;
  const MOST_HEADINGS = 3;
  const SHORTEST_PART = 3;
  const SHORTEST_STEM = 4;
  const SHORTEST_START = 6;
  const LONGEST_ENDING = 2;
  const LONGEST_PHRASE = 4;

  const stemmer = new Stemmer();
  const roots = new Map();

  /** What forms of a word have in common: "deelwagens" and "deelwagen", "foto’s", "fotos" and "foto". */
  const root = (word) => {
    if (!roots.has(word)) {
      const stem = stemmer.stemWord(word);
      const bare = stem.length > SHORTEST_STEM && /[aeiou]s$/.test(stem) ? stem.slice(0, -1) : stem;
      roots.set(word, bare.length < word.length ? root(bare) : bare);
    }
    return roots.get(word);
  };

  /** How good the word of a page answers the typed one: 0 where it doesn't. */
  const answers = (typed, word) => {
    if (word === typed || root(word) === root(typed)) return WORD;
    if (typed.length >= SHORTEST_PART && word.includes(typed)) return PART;
    const stem = stemmer.stemWord(typed);
    // "winkels" also answers to "winkelkar"; what the stemmer shortens more is another word: "handelaar", "handel".
    const ending = typed.length - stem.length;
    if (stem.length >= SHORTEST_STEM && ending <= LONGEST_ENDING && word.includes(stem)) return PART;
    // "bussen" to "belbus"; but the stem of "gemeente" is "meen".
    const starts = stem.length >= SHORTEST_PART && stem[0] === typed[0];
    return starts && stemmer.stemWord(word).endsWith(stem) ? PART : 0;
  };

  /** The same for a word that we looked for in its place: in the middle of another it would mean something else. */
  const meansSame = (synonym, word) => {
    const starts = synonym.length >= SHORTEST_START && word.startsWith(synonym);
    return starts || root(word) === root(synonym) ? SYNONYM : 0;
  };

  const meaningful = (words) => {
    const kept = words.filter((word) => !stopwords.has(word));
    return kept.length ? kept : words;
  };
  const key = (words) => words.map(root).join(" ");

  /** What must stand on a page: per need the typed words, and the phrases that mean the same. */
  const parse = (query) => {
    const meant = new Map(Object.entries(Search.data.meant).map(([typed, others]) => [key(typed.split(" ")), others]));
    const words = splitQuery(query);
    const needs = [];
    for (let i = 0; i < words.length; ) {
      let length = Math.min(LONGEST_PHRASE, words.length - i);
      while (length > 1 && !meant.has(key(words.slice(i, i + length)))) length -= 1;
      const typed = words.slice(i, i + length);
      needs.push({ typed, others: meant.get(key(typed)) ?? [] });
      i += length;
    }
    const kept = needs.filter((need) => need.others.length || !stopwords.has(need.typed[0]));
    return kept.length ? kept : needs;
  };

  /** Words with the pages that they stand on: of titles, of headings, of texts. */
  const fields = () => {
    const { titles, alltitles, terms } = Search.index;
    const inTitles = new Map();
    const inHeadings = new Map();
    const add = (words, page, text) => {
      for (const word of splitQuery(text)) {
        if (!words.has(word)) words.set(word, []);
        words.get(word).push(page);
      }
    };
    titles.forEach((title, page) => add(inTitles, page, title));
    for (const [title, places] of Object.entries(alltitles))
      for (const [page, id] of places) if (id !== null) add(inHeadings, page, title);
    return [
      [TITLE, [...inTitles]],
      [HEADING, [...inHeadings]],
      [TEXT, Object.entries(terms).map(([word, pages]) => [word, [pages].flat()])],
    ];
  };

  /** The pages for one word, with their scores. */
  const pagesOf = (word, compare, all) => {
    const scores = new Map();
    for (const [weight, words] of all)
      for (const [other, pages] of words) {
        const score = weight * compare(word, other);
        if (score) for (const page of pages) scores.set(page, Math.max(score, scores.get(page) ?? 0));
      }
    return scores;
  };

  /** The pages that have all of these, with the sum of their scores. */
  const onAll = (parts) =>
    parts.reduce((left, right) => {
      const both = [...left].filter(([page]) => right.has(page));
      return new Map(both.map(([page, score]) => [page, score + right.get(page)]));
    });

  const pagesFor = (need, all) => {
    const scores = onAll(meaningful(need.typed).map((word) => pagesOf(word, answers, all)));
    for (const phrase of need.others) {
      const found = onAll(meaningful(splitQuery(phrase)).map((word) => pagesOf(word, meansSame, all)));
      for (const [page, score] of found) scores.set(page, Math.max(score, scores.get(page) ?? 0));
    }
    return scores;
  };

  const plain = (text) => splitQuery(text).join(" ");

  /** Per page the headings that hold all that is looked for, with their identifiers; first those that say it so. */
  const headings = (needs, phrase) => {
    const typed = needs.flatMap((need) => meaningful(need.typed));
    const found = new Map();
    for (const [title, places] of Object.entries(Search.index.alltitles)) {
      const words = splitQuery(title);
      if (typed.every((one) => words.some((word) => answers(one, word))))
        for (const [page, id] of places)
          if (id !== null) found.set(page, [...(found.get(page) ?? []), { title, id }]);
    }
    const says = ({ title }) => plain(title).includes(phrase);
    for (const titles of found.values()) titles.sort((one, other) => says(other) - says(one));
    return found;
  };

  const order = (one, other) =>
    one.order - other.order
    || other.score - one.score
    || (other.kind === "Praktijk") - (one.kind === "Praktijk")
    || one.title.localeCompare(other.title, "nl");

  /**
   * All pages for a query, best first.
   *
   * results: name, title, kind, place, summary, headings (title and id) and score of each page;
   * all: whether they have all words, or only some because no page has all; others: what was looked for besides;
   * matches: whether a word of a text is one that was looked for.
   */
  const find = (query) => {
    const needs = parse(query);
    const others = [...new Set(needs.flatMap((need) => need.others))];
    const scores = new Map();
    const counts = new Map();
    const all = fields();
    for (const need of needs)
      for (const [page, score] of pagesFor(need, all)) {
        scores.set(page, (scores.get(page) ?? 0) + score);
        counts.set(page, (counts.get(page) ?? 0) + 1);
      }
    const most = Math.max(0, ...counts.values());
    const { docnames, titles } = Search.index;
    const phrase = plain(query);
    const parts = headings(needs, phrase);
    const results = [...scores]
      .filter(([page]) => counts.get(page) === most)
      .map(([page, score]) => ({
        name: docnames[page],
        title: titles[page],
        ...Search.data.pages[docnames[page]],
        headings: (parts.get(page) ?? []).slice(0, MOST_HEADINGS),
        score: score + TITLE * (plain(titles[page]).includes(phrase) + (plain(titles[page]) === phrase)),
      }))
      .sort(order);
    const typed = needs.flatMap((need) => meaningful(need.typed));
    const synonyms = others.flatMap((phrase) => meaningful(splitQuery(phrase)));
    const matches = (word) =>
      typed.some((one) => answers(one, word)) || synonyms.some((one) => meansSame(one, word));
    return { results, all: most === needs.length, others, matches };
  };

  return { find };
})();
