// How Dutch words are compared. praktijkboek/site/search.py has the same two steps in Python, for the index.

/** Lower case, without accents and with plain apostrophes. */
const foldText = (text) =>
  text.normalize("NFKD").replace(/\p{M}/gu, "").toUpperCase().toLowerCase();

/** The words of a text, folded: letters and digits; what is one sign long says nothing. */
const splitQuery = (text) => foldText(text).match(/[\p{L}\p{N}]{2,}/gu) ?? [];
