// Requests: each operation as it is described, with something odd in most of them.
import { resolved } from './description.mjs';
import * as odd from './odd.mjs';

const methods = ['get', 'put', 'post', 'delete', 'patch', 'head', 'options', 'trace', 'propfind'];

// What operations are about, so that some requests meet something that is there.
const places = { campaignId: ['give-blood', 'other', 'third'], postId: ['launch', 'second', 'late'], name: ['people-engaged', 'film-views', 'mediaSpend', 'office'], date: ['2015-06-21', '2015-06-08'] };

export class Requests {
  #document;
  #chance;
  #bodies;
  #known;

  constructor(document, chance, bodies, known) {
    this.#document = document;
    this.#chance = chance;
    this.#bodies = bodies;
    this.#known = known;
  }

  make({ path, method, operation, parameters }) {
    const all = parameters.map(parameter => resolved(this.#document, parameter));
    const isOdd = this.#chance.is(0.15);
    const spoilt = isOdd ? this.#chance.of(all.filter(parameter => parameter.in === 'path'))?.name : undefined;
    // Campaigns that everything else is about are not archived all the time.
    const ends = method === 'delete' && path.endsWith('/{campaignId}');
    const tidy = this.#chance.is(0.35);
    const filled = path.replace(/\{(\w+)\}/g, (_, name) => name === spoilt ? this.#chance.of(odd.segments) : ends ? this.#chance.of(['third', 'third', 'fourth', 'THIRD', '%ff']) : escaped(this.#place(name, all.find(parameter => parameter.name === name), tidy)));
    const other = this.#chance.is(0.03);
    const made = spoilt || ends ? [] : this.#known.locations(path);
    const target = made.length > 0 && this.#chance.is(0.3) ? this.#chance.of(made) : filled + this.#query(all);
    const headers = this.#headers(all, target.split('?')[0]);
    const content = resolved(this.#document, operation.requestBody)?.content;
    const body = content && !this.#chance.is(0.03) ? this.#bodies.make(content)
      : this.#chance.is(0.08) ? { mediaType: 'application/json', bytes: Buffer.from(JSON.stringify(this.#chance.of(odd.values))) } : undefined;
    if (body && !('content-type' in headers)) {
      headers['content-type'] = body.mediaType;
    }

    const request = { method: other ? this.#chance.of(methods) : method, path: target, headers, body: body?.bytes, isOdd: spoilt !== undefined || ofTheHost(target.split('?')[0], headers) };
    return path.startsWith('/api/signed/') && this.#chance.is(0.7) ? this.signed(request) : request;
  }

  // Signed for a webhook that is there; some are another message, or the same, under an id that was used before.
  signed(request) {
    const [names, id] = [this.#known.signers(), this.#chance.is(0.75) ? `msg_${this.#chance.below(2 ** 31)}` : 'msg_again'];
    return names.length > 0 ? this.#known.signed(request, this.#chance.of(names), id) : request;
  }

  // Where an operation's examples go: to the things that the others are about.
  examples(path, parameters) {
    const all = parameters.map(parameter => resolved(this.#document, parameter));
    const example = name => all.find(parameter => parameter.name === name).example ?? places[name]?.[0] ?? this.#known.ids(name)[0] ?? 'none';
    const filled = campaign => path.replace(/\{(\w+)\}/g, (_, name) => name === 'campaignId' ? campaign : escaped(example(name)));
    return path.includes('{campaignId}') ? places.campaignId.map(filled) : [filled()];
  }

  #place(name, parameter, tidy) {
    const learned = this.#known.ids(name);
    if (tidy) {
      return parameter.example ?? (learned.length > 0 ? this.#chance.of(learned) : places[name]?.[0] ?? 'none');
    }

    const dice = this.#chance.next();
    return dice < 0.45 && places[name] ? this.#chance.of(places[name])
      : dice < 0.7 && learned.length > 0 ? this.#chance.of(learned)
      : dice < 0.85 && parameter.example !== undefined ? parameter.example
      : dice < 0.95 ? this.#value(parameter)
      : this.#chance.of(odd.texts.filter(text => text !== '' && text.length < 600));
  }

  #query(all) {
    const parts = [];
    const each = this.#chance.of([0, 0.2, 0.5]);
    for (const parameter of all.filter(parameter => parameter.in === 'query' && this.#chance.is(each))) {
      const dice = this.#chance.next();
      const value = dice < 0.55 ? this.#value(parameter) : dice < 0.65 && this.#known.ids('after').length > 0 ? this.#chance.of(this.#known.ids('after')) : this.#chance.of(odd.texts.filter(text => text.length < 1100));
      for (let time = this.#chance.is(0.06) ? 2 : 1; time > 0; time--) {
        parts.push(`${escaped(parameter.name)}=${this.#chance.is(0.05) ? this.#chance.of(odd.segments) : escaped(value)}`);
      }
    }

    if (this.#chance.is(0.08)) {
      parts.push(this.#chance.of(['', '=', '&&', 'a', 'a=b', '%00=%00', 'code=x', '[]=1', 'format=xml', 'limit=-1', '%ED%A0%80=1', 'a'.repeat(3900), 'x=1&'.repeat(900)]));
    }

    return parts.length > 0 ? `?${parts.join('&')}` : '';
  }

  #headers(all, path) {
    const headers = {};
    for (const parameter of all.filter(parameter => parameter.in === 'header')) {
      const tag = this.#known.tag(path);
      const dice = this.#chance.next();
      if (tag && dice < 0.65) {
        headers[parameter.name.toLowerCase()] = tag;
      } else if (dice < 0.75) {
        headers[parameter.name.toLowerCase()] = String(this.#value(parameter)).replace(/[^\x20-\x7e]/g, '');
      }
    }

    for (let more = this.#chance.is(0.35) ? 1 + this.#chance.below(2) : 0; more > 0; more--) {
      const [name, value] = this.#chance.of(odd.headers);
      headers[name] = value;
    }

    return headers;
  }

  #value(parameter) {
    const known = parameter.example ?? Object.values(parameter.examples ?? {})[0]?.value;
    return known !== undefined && this.#chance.is(0.5) ? known : this.#bodies.value(parameter.schema ?? {});
  }
}

// What the host refuses before any route is asked: a nought in the path, and headers that are no ASCII.
function ofTheHost(path, headers) {
  return path.includes('%00') || Object.values(headers).some(value => /[^\x20-\x7e]/.test(value));
}

// Half a surrogate has no UTF-8; its bytes are sent all the same.
function escaped(value) {
  return encodeURIComponent(String(typeof value === 'object' ? JSON.stringify(value) : value).toWellFormed()).replaceAll('%EF%BF%BD', '%ED%A0%80');
}
