// The sentences of Sphinx's scripts. With its own Dutch catalogue (9.0.4) every search that finds something throws a
// TypeError: "Search finished" has an empty plural, and plural_expr gives true or false where an index is wanted.
// "addTranslations" makes a function of a text, which the policy of our pages forbids; its own plural is right for Dutch.
Documentation.LOCALE = "nl";
Object.assign(Documentation.TRANSLATIONS, {
  ", in ": ", in ",
  "Search": "Zoeken",
  "Search Results": "Zoekresultaten",
  "Searching": "Bezig met zoeken",
  "Preparing search...": "Het zoeken wordt klaargezet…",
  "Hide Search Matches": "Gevonden woorden niet meer markeren",
  "Your search did not match any documents. Please make sure that all words are spelled correctly and that you've selected enough categories.":
    "Niets gevonden. Probeer een ander of een korter woord, zoals ‘winkel’ of ‘auto’.",
  "Search finished, found one page matching the search query.": [
    "Eén pagina gevonden.",
    "${resultCount} pagina’s gevonden.",
  ],
});
