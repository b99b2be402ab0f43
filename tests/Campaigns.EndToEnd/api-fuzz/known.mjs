// What answers told of: ids, where a list goes on, and entity tags, for later requests.
const kinds = [[/\/deliveries$/, 'deliveryId'], [/\/poison$/, 'poisonId'], [/\/backups$/, 'backupId'], [/\/posts$/, 'postId'], [/\/campaigns$/, 'campaignId'], [/\/definitions$/, 'id']];
const most = 40;

export class Known {
  #ids = new Map();
  #tags = new Map();
  #locations = [];

  ids(name) {
    return this.#ids.get(name) ?? [];
  }

  // Addresses that answers gave to what they made, with the query that belongs to them.
  locations(path) {
    const pattern = new RegExp(`^${path.replace(/[.$()]/g, '\\$&').replace(/\{\w+\}/g, '[^/?]+')}(\\?|$)`, 'u');
    return this.#locations.filter(location => pattern.test(location));
  }

  tag(path) {
    return this.#tags.get(path);
  }

  learn(path, answer, json) {
    const bare = path.split('?')[0];
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
