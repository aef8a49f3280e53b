// How words are compared; fold and split in praktijkboek do the same for the index.

/** The words of a text: letters and digits, in lower case and without accents; what is one sign long says nothing. */
const splitQuery = (text) => {
  const plain = text.normalize("NFKD").replace(/\p{M}/gu, "");
  // Through capitals, as "ß" then becomes "ss".
  return plain.toUpperCase().toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? [];
};
