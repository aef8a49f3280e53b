// Asks Pagefind for pages, without a browser: node pagefind.mjs SITE pagefind < queries > answers; see search.js.
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

const site = path.resolve(process.argv[2]);
const queries = JSON.parse(fs.readFileSync(0, "utf-8"));

// Pagefind fetches the parts of its index from where its script stands: here from the disk.
globalThis.fetch = async (url) => new Response(fs.readFileSync(path.join(site, new URL(url, "http://site/").pathname)));
globalThis.window = globalThis;
globalThis.document = { querySelector: () => ({ getAttribute: () => "nl" }) };
globalThis.location = new URL("http://site/");

const pagefind = await import(pathToFileURL(path.join(site, "pagefind", "pagefind.js")));
await pagefind.options({ basePath: "/pagefind/", baseUrl: "/" });
const answers = [];
for (const query of queries) {
  const { results } = await pagefind.search(query);
  const pages = await Promise.all(results.map((result) => result.data()));
  answers.push(pages.map((page) => page.url.slice(1).replace(/\/$/, "/index").replace(/\.html$/, "")));
}
process.stdout.write(JSON.stringify(answers));
process.exit(0);
