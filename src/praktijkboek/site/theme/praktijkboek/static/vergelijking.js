// The comparison of all cases: the head of each column becomes a button that sorts by it, once up and once down.
"use strict";

const Sorting = (() => {
  const ARTICLE = /^(de|het|een|['’]t) (?=.)/i; // as cases are sorted everywhere in the book
  const NUMBER = /^\d{1,3}(\.\d{3})*(,\d+)?$|^\d+$/;
  const DATE = /^(?:(?:(\d+) )?(\p{L}+) )?(\d{4})$/u;
  const month = new Intl.DateTimeFormat("nl-BE", { month: "long" });
  const MONTHS = Array.from({ length: 12 }, (_, i) => month.format(new Date(2000, i, 1)));
  const collator = new Intl.Collator("nl", { ignorePunctuation: true, numeric: true });

  /** What a text is sorted by: "1.200" and "2,5" as numbers, "maart 2021" as a date, else words. */
  const value = (text) => {
    const [, day = 0, name, year] = DATE.exec(text) ?? [];
    const known = name ? MONTHS.indexOf(name) + 1 : 0;
    if (year && (known || !name)) return Number(year) + known / 100 + Number(day) / 10_000;
    if (NUMBER.test(text)) return Number(text.replaceAll(".", "").replace(",", "."));
    return text.replace(ARTICLE, "");
  };

  /** Numbers before words. */
  const compare = (one, other) => {
    if (typeof one !== typeof other) return typeof one === "number" ? -1 : 1;
    return typeof one === "number" ? one - other : collator.compare(one, other);
  };

  /** Rows in the order of a column; what is unknown (null) stays last, up and down. */
  const sorted = (rows, up) =>
    [...rows].sort((one, other) => {
      if (one.value === null || other.value === null) return (one.value === null) - (other.value === null);
      return (up ? 1 : -1) * compare(one.value, other.value);
    });

  return { value, sorted };
})();

for (const table of document.querySelectorAll("table.vergelijking.heel")) {
  const body = table.tBodies[0];
  const heads = [...table.tHead.rows[0].cells];
  const said = Object.assign(document.createElement("p"), { className: "visually-hidden" });
  said.setAttribute("role", "status");
  table.parentElement.after(said);

  const cellValue = (row, column) => {
    const cell = row.cells[column];
    if (cell.classList.contains("onbekend")) return null;
    return Sorting.value((cell.querySelector("a") ?? cell).textContent.trim());
  };
  const sort = (column) => {
    const up = heads[column].getAttribute("aria-sort") !== "ascending";
    const rows = [...body.rows].map((row) => ({ row, value: cellValue(row, column) }));
    body.append(...Sorting.sorted(rows, up).map(({ row }) => row));
    for (const head of heads) head.removeAttribute("aria-sort");
    heads[column].setAttribute("aria-sort", up ? "ascending" : "descending");
    said.textContent = `Gesorteerd op ${heads[column].textContent.trim()}, ${up ? "oplopend" : "aflopend"}.`;
  };
  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.firstElementChild.childNodes);
    button.addEventListener("click", () => sort(column));
    head.firstElementChild.replaceChildren(button);
  });
}
