// Reads the whole feed with a client that was generated from $metadata alone: what is not in the model cannot be said here, and is refused by the compiler.
import { FetchClient } from '@odata2ts/http-client-fetch';
import { CampaignsFeedService } from './generated/CampaignsFeedService';

declare const process: { env: Record<string, string | undefined>; exit(code: number): never };
declare const console: { log(text: string): void };

type Value = string | number | boolean | null;
type Row = Record<string, Value>;
interface Page { value: Row[]; '@odata.nextLink'?: string; '@odata.count'?: number }
interface Column { eq(value: Value): unknown; isNull(): unknown; desc(): unknown; asc(): unknown }
interface Query { filter(...expressions: unknown[]): Query; orderBy(...expressions: unknown[]): Query; count(value?: boolean): Query }
interface EntitySet { query(ask: ((query: Query, columns: Record<string, Column>) => void) | undefined, config?: object): Promise<{ data: Page }> }

const root = `${process.env.ENGINE}/api/odata`;
const client = new FetchClient({ headers: { 'x-functions-key': process.env.KEY ?? '' } });
const feed = new CampaignsFeedService(client, root);
const sets: Record<string, () => unknown> = {
  Campaigns: () => feed.Campaigns(), Channels: () => feed.Channels(), Hashtags: () => feed.Hashtags(), Organisations: () => feed.Organisations(), Accounts: () => feed.Accounts(),
  Posts: () => feed.Posts(), Definitions: () => feed.Definitions(), Dates: () => feed.Dates(), UsesHourly: () => feed.UsesHourly(), MentionsHourly: () => feed.MentionsHourly(),
  PeopleDaily: () => feed.PeopleDaily(), SentimentDaily: () => feed.SentimentDaily(), Deliveries: () => feed.Deliveries(), CoverageHourly: () => feed.CoverageHourly(),
  FollowersDaily: () => feed.FollowersDaily(), PostMetricsDaily: () => feed.PostMetricsDaily(), ObjectiveStatus: () => feed.ObjectiveStatus(), Figures: () => feed.Figures(),
};

function fail(text: string): never {
  console.log(text);
  process.exit(1);
}

function pagesOf(size: number): { headers: Record<string, string> } {
  return { headers: { Prefer: `odata.maxpagesize=${size}` } };
}

async function all(set: string, size: number, ask?: (query: Query, columns: Record<string, Column>) => void): Promise<{ rows: Row[]; pages: number; count?: number }> {
  const config = pagesOf(size);
  let page = (await (sets[set]() as EntitySet).query(ask, config)).data;
  const [rows, count] = [[...page.value], page['@odata.count']];
  let pages = 1;
  for (let next = page['@odata.nextLink']; next; next = page['@odata.nextLink'], pages++) {
    page = ((await client.get(next, config)) as { data: Page }).data;
    rows.push(...page.value);
  }
  return { rows, pages, count };
}

/** Moments to the tick, which is finer than what JavaScript has. */
function moment(value: string | number | boolean): string | number | boolean {
  const parts = typeof value === 'string' ? /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d+))?Z$/.exec(value) : null;
  return parts ? `${parts[1]}.${(parts[2] ?? '').padEnd(7, '0')}` : value;
}

/** In the order of the feed: nulls first, texts by their code units, moments and numbers by what they are. */
function compare(one: Value, other: Value): number {
  if (one === null || other === null) {
    return one === other ? 0 : one === null ? -1 : 1;
  }
  const [left, right] = [moment(one), moment(other)];
  return left < right ? -1 : left > right ? 1 : 0;
}

const offered = ((await client.get(root)) as { data: { value: { name: string }[] } }).data.value.map(set => set.name);
if (offered.join() !== Object.keys(sets).join()) {
  fail(`The service document has ${offered}.`);
}

const told: Record<string, { rows: number; pages: number; asked: number; sums: Record<string, number> }> = {};
for (const set of offered) {
  const whole = (await all(set, 10000)).rows;
  const paged = await all(set, Math.max(2, Math.ceil(whole.length / 10)), query => query.count());
  const key = Object.keys(whole[0] ?? { none: null })[0];
  if (JSON.stringify(paged.rows) !== JSON.stringify(whole) || paged.count !== whole.length || new Set(whole.map(row => row[key])).size !== whole.length) {
    const at = whole.findIndex((row, number) => JSON.stringify(row) !== JSON.stringify(paged.rows[number]));
    fail(`${set}: in pages it is not what it is whole: ${JSON.stringify(whole[at])} is ${JSON.stringify(paged.rows[at])}.`);
  }

  let asked = 0;
  const sums: Record<string, number> = {};
  for (const column of Object.keys(whole[0] ?? {})) {
    // This client leaves a quotation mark within a text as it is, which OData does not allow.
    const values = whole.map(row => row[column]).filter(value => !String(value).includes("'"));
    const wanted = values[Math.floor(values.length / 2)];
    const some = await all(set, 10000, (query, columns) => query.filter(wanted === null ? columns[column].isNull() : columns[column].eq(wanted)));
    const expected = whole.filter(row => compare(row[column], wanted) === 0);
    if (JSON.stringify(some.rows) !== JSON.stringify(expected)) {
      fail(`${set}: ${column} eq ${wanted} gives ${some.rows.length} rows of ${expected.length}.`);
    }

    const size = Math.max(2, Math.ceil(whole.length / 4));
    const ordered = await all(set, size, (query, columns) => query.orderBy(columns[column].desc()));
    const falling = [...whole].sort((one, other) => -compare(one[column], other[column]) || compare(one[key], other[key]));
    if (JSON.stringify(ordered.rows) !== JSON.stringify(falling)) {
      fail(`${set} ordered by ${column} is in another order.`);
    }

    asked += 2;
    if (whole.every(row => typeof row[column] === 'number')) {
      sums[column] = whole.reduce((sum, row) => sum + Number(row[column]), 0);
    }
  }

  told[set] = { rows: whole.length, pages: paged.pages, asked, sums };
}

// As a report is refreshed: the hours of a day, and of one campaign.
const day = await feed.UsesHourly().query((query, columns) => query
  .filter(columns.campaignKey.eq('give-blood'), columns.hourStartUtc.ge('2015-06-08T00:00:00+01:00'), columns.hourStartUtc.lt('2015-06-09T00:00:00+01:00'))
  .select('hourStartUtc', 'uses').orderBy(columns.uses.desc(), columns.hourStartUtc.asc()).top(3));
const one = await feed.Campaigns('give-blood').query();
console.log(JSON.stringify({ sets: told, day: day.data.value.map(row => `${row.hourStartUtc} ${row.uses}`), name: one.data.name }));
