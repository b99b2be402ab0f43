// What answers told of: ids, where a list goes on, entity tags, and secrets of webhooks, for later requests.
import { createHmac } from 'node:crypto';
import { pattern } from './description.mjs';

const kinds = [[/\/deliveries$/, 'deliveryId'], [/\/poison$/, 'poisonId'], [/\/backups$/, 'backupId'], [/\/posts$/, 'postId'], [/\/campaigns$/, 'campaignId'], [/\/definitions$/, 'id']];
const most = 40;

export class Known {
  #ids = new Map();
  #tags = new Map();
  #locations = [];
  #secrets = new Map();

  ids(name) {
    return this.#ids.get(name) ?? [];
  }

  // Addresses that answers gave to what they made, with the query that belongs to them.
  locations(path) {
    const fits = pattern(path);
    return this.#locations.filter(location => fits.test(location.split('?')[0]));
  }

  tag(path) {
    return this.#tags.get(path);
  }

  // Names of incoming webhooks that something can be signed for.
  signers() {
    return [...this.#secrets.keys()];
  }

  // A message as the holder of a webhook's secret sends it.
  signed(request, name, id) {
    const [time, body] = [String(Math.floor(Date.now() / 1000)), request.body ?? Buffer.alloc(0)];
    const key = Buffer.from(this.#secrets.get(name).slice('whsec_'.length), 'base64');
    const signature = createHmac('sha256', key).update(`${id}.${time}.`).update(body).digest('base64');
    const query = request.path.includes('?') ? request.path.slice(request.path.indexOf('?')) : '';
    return {
      ...request,
      path: `/api/signed/${name}/mentions${query}`,
      headers: { ...request.headers, 'webhook-id': id, 'webhook-timestamp': time, 'webhook-signature': `v1,${signature}` },
    };
  }

  learn(path, answer, json) {
    const bare = path.split('?')[0];
    const webhook = /^\/api\/webhooks\/incoming\/([a-z0-9][a-z0-9-]*)(\/rotate)?$/.exec(bare)?.[1];
    if (webhook && typeof json?.secret === 'string') {
      this.#secrets.set(webhook, json.secret);
    }

    if (answer.status < 300 && answer.headers.etag) {
      this.#tags.set(bare, answer.headers.etag);
    }

    const location = answer.headers.location;
    if (location?.startsWith('/') && !this.#locations.includes(location)) {
      this.#locations = [...this.#locations.slice(this.#locations.length >= 200 ? 1 : 0), location];
    }

    if (answer.headers.location?.includes('/erasures/')) {
      this.#add('erasureId', answer.headers.location.split('/').at(-1));
    }

    const kind = kinds.find(([pattern]) => pattern.test(bare))?.[1];
    for (const item of Array.isArray(json?.items) && kind ? json.items : []) {
      this.#add(kind, item.id);
    }

    if (typeof json?.next === 'string') {
      this.#add('after', json.next);
    }
  }

  #add(name, value) {
    const list = this.ids(name);
    if (typeof value === 'string' && !list.includes(value)) {
      this.#ids.set(name, [...list.slice(list.length >= most ? 1 : 0), value]);
    }
  }
}
