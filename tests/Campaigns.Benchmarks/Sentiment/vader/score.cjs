// Scores texts with npm vader-sentiment: TEXTS is a JSON array; prints { milliseconds, compounds }, of processor time. Start-up and a warm-up stay out of the clock; the quicker of two rounds counts.
const { readFileSync } = require("node:fs");
const { SentimentIntensityAnalyzer } = require("vader-sentiment");

const texts = JSON.parse(readFileSync(process.argv[2], "utf8"));
const score = (text) => SentimentIntensityAnalyzer.polarity_scores(text).compound;
texts.slice(0, 1000).forEach(score);

let compounds;
let milliseconds = Infinity;
for (let round = 0; round < 2; round++) {
  const started = process.cpuUsage();
  compounds = texts.map(score);
  const { user, system } = process.cpuUsage(started);
  milliseconds = Math.min(milliseconds, (user + system) / 1000);
}

process.stdout.write(JSON.stringify({ milliseconds, compounds }));
