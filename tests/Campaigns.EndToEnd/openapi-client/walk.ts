// From plan to results with the generated client alone: what is not in the description cannot be said here, and is refused by the compiler.
import { client } from './generated/client.gen';
import {
  getCampaign, getDefinition, getFeedRows, getReport, getResults, getTimeline, headGetResults, listDeliveries, postMentions, putAccess, putCampaign, putFigure, putPost,
  putSupporters, resolveDelivery,
} from './generated';

declare const process: { env: Record<string, string | undefined>; exit(code: number): never };
declare const console: { log(text: string): void };

const engine = process.env.ENGINE ?? '';
client.setConfig({ baseUrl: engine, auth: () => process.env.KEY });
const path = { campaignId: 'give-blood' };

async function told<T>(name: string, call: Promise<{ data?: T; error?: unknown; response?: Response }>): Promise<T> {
  const { data, error, response } = await call;
  if (data === undefined) {
    console.log(`${name}: ${response?.status} ${JSON.stringify(error)}`);
    process.exit(1);
  }
  return data;
}

async function until<T>(name: string, ask: () => Promise<T>, good: (value: T) => boolean): Promise<T> {
  for (let tries = 0; tries < 240; tries++) {
    const value = await ask();
    if (good(value)) {
      return value;
    }
    await new Promise(resolve => setTimeout(resolve, 250));
  }
  console.log(`${name} did not come`);
  process.exit(1);
}

const campaign = await told('putCampaign', putCampaign({
  path,
  body: {
    name: 'Give blood', start: '2015-06-05', end: '2015-06-21', timeZone: 'Europe/London', hashtags: ['#MissingType', '#NationalBloodWeek'],
    plan: { tell: 'New donors are needed', hear: 'What keeps people away', act: 'Open sessions where people ask for them' },
    accounts: [{ channel: 'facebookgroup', account: 'Blood donors' }],
  },
}));
const known = await getCampaign({ path });
const unchanged = await getCampaign({ path, headers: { 'If-None-Match': known.response?.headers.get('ETag') ?? '' } });

await told('putSupporters', putSupporters({
  path,
  body: [{ channel: 'x', id: '42', name: 'Royal College of General Practitioners', kind: 'organisation', basis: 'Listed supporter of the campaign' }],
}));

await told('putPost', putPost({
  path: { ...path, postId: 'launch' },
  body: { text: 'The letters A, B and O are missing. #MissingType', dueAt: '2015-06-05T09:00:00+01:00', channels: ['facebookgroup'] },
}));
await fetch(`${engine}/admin/functions/PublishDue`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}' });
const tasks = await until('the task', () => told('listDeliveries', listDeliveries({ path, query: { state: 'manual' } })), page => page.items.length === 1);
const settled = await told('resolveDelivery', resolveDelivery({
  path: { ...path, deliveryId: tasks.items[0].id },
  body: { outcome: 'published', url: 'https://www.facebook.com/groups/blood-donors/posts/1' },
}));

const taken = await told('postMentions', postMentions({
  body: [
    { channel: 'x', id: '1', createdAt: '2015-06-08T10:00:00Z', text: 'Where are the letters? #MissingType', author: { id: '42', followers: 1200, kind: 'organisation' } },
    { channel: 'x', id: '2', createdAt: '2015-06-08T11:30:00Z', text: 'I gave #missingtype #NationalBloodWeek', author: { id: '43', followers: 15000 } },
  ],
}));
const results = await until('the results', () => told('getResults', getResults({ path })), answer => answer.mentions === 2);
const timeline = await told('getTimeline', getTimeline({ path, query: { grain: 'day' } }));
const lines = await told('lines', getTimeline({ path, query: { format: 'ndjson' }, parseAs: 'text' }));
await told('putFigure', putFigure({
  path: { ...path, name: 'people-engaged', date: '2015-06-21' },
  body: { value: 478480, unit: 'people', definition: 'People who did something with a post', source: 'Facebook Insights', reportedBy: 'Digital team' },
}));
const report = await told('getReport', getReport({ path, query: { format: 'json' } }));
const feed = await told('getFeedRows', getFeedRows({ path: { set: 'Figures' }, query: { $filter: "path eq '/mentions'", $select: 'path,value' } }));
const meaning = await told('getDefinition', getDefinition({ path: { id: results.figures['/mentions'].definition ?? '' } }));
const head = await headGetResults({ path });
const refused = await putAccess({ path: { name: 'nobody' }, body: { roles: [] } });

console.log(JSON.stringify({
  campaign: campaign.name,
  unchanged: unchanged.response?.status,
  state: settled.state,
  accepted: taken.accepted,
  uses: results.uses.total,
  influencers: results.influencers,
  status: results.figures['/potentialReach'].status,
  mentions: results.figures['/mentions'].value,
  means: meaning.current,
  head: head.response?.status,
  rows: typeof timeline === 'string' ? null : timeline.rows.length,
  lines: String(lines).trim().split('\n').length,
  story: typeof report === 'string' ? null : report.story[0].text,
  engaged: typeof report === 'string' ? null : report.figures.find(figure => figure.origin === 'self-reported')?.value,
  feed: feed.value?.[0],
  refused: refused.error && 'type' in refused.error ? refused.error.type : null,
}));
