// Writes the words of the embedded analyser into one plain file: what the npm packages hold, then our own lines, which stand over theirs.
// usage: node write-words.mjs OUTPUT
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

// Languages that are told apart by their frequent words; where a script is one language's own, the script tells.
const languages = "en af ar bg ca cs da de es et eu fa fi fr ga hi hr hu id it lt lv mr ms nl no pl pt ro ru sk sl so sv sw tl tr uk ur vi".split(" ");

const source = dirname(fileURLToPath(import.meta.url));
const output = resolve(process.argv[2]);
// Builds may run side by side: each installs and writes in a place of its own, and moves the whole file at the end.
const own = `${output}.${process.pid}`;
mkdirSync(own, { recursive: true });
try {
  for (const file of ["package.json", "package-lock.json"]) {
    copyFileSync(join(source, file), join(own, file));
  }

  const npm = spawnSync("npm", ["ci", "--prefer-offline", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: own, shell: process.platform === "win32", encoding: "utf8" });
  if (npm.status !== 0) {
    throw new Error(`npm ci failed: ${npm.error ?? npm.stderr}`);
  }

  writeFileSync(join(own, "words.tsv"), words(join(own, "node_modules")));
  renameSync(join(own, "words.tsv"), output);
} finally {
  rmSync(own, { recursive: true, force: true });
}

// What raters were lukewarm about is mostly said for other reasons ("party", "number", "want"): each word is moved towards 0 by as much,
// on both sides alike, and what is left is spread again.
function surer(valence) {
  return Number((Math.sign(valence) * Math.max(0, Math.abs(valence) - 0.7) * 1.2).toFixed(3));
}

function words(packages) {
  const read = (path) => readFileSync(join(packages, path), "utf8");
  const version = JSON.parse(read("vader-sentiment/package.json")).version;
  const lines = [["version", `vader-sentiment ${version}`, ""]];

  // The package exports its scorer alone: the lexicon is read from its source, an object literal and nothing else.
  const valences = Function(read("vader-sentiment/src/vader_lexicon.js").replace("export const lexicon =", "return"))();
  for (const [text, valence] of Object.entries(valences)) {
    lines.push(["word", text.toLowerCase(), /^[a-z]+$/i.test(text) ? surer(valence) : valence]);
  }

  const stopWords = JSON.parse(read("stopwords-iso/stopwords-iso.json"));
  for (const language of languages) {
    for (const text of stopWords[language]) {
      if (/^[\p{L}\p{M}]+(['’][\p{L}\p{M}]+)?$/u.test(text)) {
        lines.push(["stop", text.toLowerCase().replace("’", "'"), language]);
      }
    }
  }

  const named = new Set();
  for (const [at, line] of readFileSync(join(source, "additions.tsv"), "utf8").split(/\r?\n/).entries()) {
    if (line && !line.startsWith("//")) {
      const [kind, texts, value, more] = line.split("\t");
      if (!value || more !== undefined) {
        throw new Error(`additions.tsv(${at + 1}): a line is kind, texts and value, with tabs between.`);
      }

      for (const text of texts.split(" | ")) {
        const name = `${kind} ${text} ${kind === "stop" ? value : ""}`;
        if (named.has(name)) {
          throw new Error(`additions.tsv(${at + 1}): "${text}" stands here a second time.`);
        }

        named.add(name);
        lines.push([kind, text, value]);
      }
    }
  }

  return lines.map((line) => line.join("\t") + "\n").join("");
}
