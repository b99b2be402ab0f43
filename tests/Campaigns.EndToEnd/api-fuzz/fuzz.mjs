// Fuzzes a running engine from its own description: ENGINE, KEY, SEED, ROUNDS, SECONDS. Prints what it did and what is wrong as JSON.
import { Bodies } from './bodies.mjs';
import { Chance } from './chance.mjs';
import { Judge } from './judge.mjs';
import { Known } from './known.mjs';
import { Requests } from './requests.mjs';
import { send } from './wire.mjs';

const [engine, key, seed, rounds, seconds] = [new URL(process.env.ENGINE), process.env.KEY, Number(process.env.SEED), Number(process.env.ROUNDS), Number(process.env.SECONDS)];
const timers = ['PublishDue', 'SweepRollUps', 'SweepErasures', 'EndRetention', 'PlanSearches'];
const mostFaults = 60;
const lanes = 3;

const document = (await send(engine, key, { method: 'get', path: '/api/openapi.json', headers: {} })).json;
const operations = Object.entries(document.paths).flatMap(([path, item]) => Object.entries(item).filter(([method]) => method !== 'parameters')
  .map(([method, operation]) => ({ path, method, operation, parameters: [...(item.parameters ?? []), ...(operation.parameters ?? [])] })));
const judge = new Judge(document);
const known = new Known();
const [statuses, faults, seen] = [{}, [], new Set()];
const reached = Object.fromEntries(operations.map(({ path, method }) => [`${method.toUpperCase()} ${path}`, { asked: 0, done: 0, refused: 0, slowest: 0 }]));
const until = Date.now() + seconds * 1000;
let [sent, roundsDone] = [0, 0];

// Each operation once as its examples say, so that there is something to ask about.
const orderly = new Requests(document, new Chance(seed), new Bodies(document, new Chance(seed)), known);
const making = operations.filter(one => one.method === 'put' || one.method === 'post').sort((one, other) => one.method.localeCompare(other.method) * -1 || one.path.length - other.path.length);
for (const { path, method, operation, parameters } of making) {
  const content = operation.requestBody?.content ?? {};
  for (const [mediaType, { examples }] of Object.entries(content)) {
    for (const { value } of Object.values(examples ?? {})) {
      const body = Buffer.from(typeof value === 'string' ? value : JSON.stringify(value));
      for (const filled of orderly.examples(path, parameters)) {
        const request = { path: filled, method, headers: { 'content-type': mediaType }, body, isOdd: false };
        await ask(`${method.toUpperCase()} ${path}`, path.startsWith('/api/signed/') ? orderly.signed(request) : request);
      }
    }
  }
}

// And something that waits for people, once the next tick has looked.
const post = Buffer.from(JSON.stringify({ text: 'Register today #MissingType', dueAt: '2015-06-08T08:00:00Z', channels: ['facebookgroup'] }));
await ask('PUT /api/campaigns/{campaignId}/posts/{postId}', { path: '/api/campaigns/give-blood/posts/by-hand', method: 'put', headers: { 'content-type': 'application/json' }, body: post, isOdd: false });

await Promise.all(Array.from({ length: lanes }, (_, lane) => roam(lane)));
process.stdout.write(JSON.stringify({ seed, rounds: roundsDone, sent, statuses, operations: reached, faults }));
process.exit(0);

async function roam(lane) {
  const chance = new Chance(seed);
  const requests = new Requests(document, chance, new Bodies(document, chance), known);
  for (let round = 0; round < rounds && Date.now() < until && faults.length < mostFaults; round++, roundsDone++) {
    for (const [at, operation] of operations.entries()) {
      // Each request has a seed of its own: one that goes by what an answer told changes none of those behind it.
      chance.restart(seed, lane, round, at);
      await ask(`${operation.method.toUpperCase()} ${operation.path}`, requests.make(operation));
    }

    // What was taken in is worked off meanwhile, not only at the full minute.
    for (const timer of round % 3 === 0 ? timers : []) {
      await send(engine, key, { method: 'post', path: `/admin/functions/${timer}`, headers: { 'content-type': 'application/json' }, body: Buffer.from('{}') });
    }
  }
}

async function ask(name, request) {
  const started = Date.now();
  let [answer, wrong] = [undefined, []];
  try {
    answer = await send(engine, key, request);
    wrong = judge.faults(request, answer);
    known.learn(request.path, answer, answer.json);
    statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
  } catch (fault) {
    wrong = [`was not answered: ${fault.message}`];
  }

  sent++;
  reached[name].slowest = Math.max(reached[name].slowest, Date.now() - started);
  reached[name].asked++;
  reached[name][answer?.status < 400 ? 'done' : 'refused']++;
  for (const what of wrong.filter(what => !seen.has(`${name} ${answer?.status} ${what}`))) {
    seen.add(`${name} ${answer?.status} ${what}`);
    faults.push(`${name} ${answer?.status ?? ''} ${what}\n  sent: ${told(request)}\n  got: ${answer?.body.slice(0, 400)}`);
  }
}

// A line that sends the same again.
function told({ method, path, headers, body }) {
  const data = body && body.length > 0 ? ` --data-binary $'${body.subarray(0, 600).toString('latin1').replace(/[^\x20-\x7e]|['\\]/g, one => `\\x${one.charCodeAt(0).toString(16).padStart(2, '0')}`)}'${body.length > 600 ? ` (${body.length} bytes)` : ''}` : '';
  return `curl --path-as-is -X ${method.toUpperCase()} '${path}'${Object.entries(headers).map(([name, value]) => ` -H '${name}: ${value}'`).join('')}${data}`;
}
