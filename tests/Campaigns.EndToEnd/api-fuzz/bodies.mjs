// Bodies: valid ones from examples and schemas, then spoilt.
import { generateSync } from 'json-schema-faker';
import * as odd from './odd.mjs';

export class Bodies {
  #document;
  #chance;

  constructor(document, chance) {
    this.#document = document;
    this.#chance = chance;
  }

  // What to send for a described body: { mediaType, bytes }.
  make(content) {
    const mediaType = this.#chance.of(Object.keys(content));
    const valid = this.#valid(content[mediaType]);
    if (typeof valid === 'string') {
      return { mediaType, bytes: this.#chance.is(0.6) ? Buffer.from(valid) : this.#spoilt(valid) };
    }

    const dice = this.#chance.next();
    const value = dice < 0.45 ? valid : this.#mutated(structuredClone(valid), 1 + this.#chance.below(3));
    const text = JSON.stringify(value) ?? 'null';
    return { mediaType, bytes: dice > 0.82 ? this.#spoilt(text) : Buffer.from(text) };
  }

  // A value that a schema accepts, as far as the generator knows.
  value(schema) {
    try {
      const options = { seed: this.#chance.below(2 ** 31), useExamplesValue: this.#chance.is(0.5), optionalsProbability: this.#chance.next(), maxDefaultItems: 4, refDepthMax: 3 };
      return generateSync({ ...schema, components: this.#document.components }, options);
    } catch {
      // It does not know every keyword; an odd value does as well.
      return this.#chance.of(odd.values);
    }
  }

  #valid({ schema, examples }) {
    const known = Object.values(examples ?? {}).map(example => example.value);
    return known.length > 0 && this.#chance.is(0.6) ? this.#chance.of(known) : this.value(schema ?? {});
  }

  #mutated(value, times) {
    for (let time = 0; time < times; time++) {
      const places = [];
      walk({ value }, places);
      const [holder, name] = this.#chance.of(places);
      const dice = this.#chance.next();
      if (name === 'value' && places[0][0] === holder && places.length > 1) {
        continue;
      }

      if (dice < 0.35) {
        holder[name] = this.#chance.of(odd.texts);
      } else if (dice < 0.65) {
        holder[name] = structuredClone(this.#chance.of(odd.values));
      } else if (dice < 0.75) {
        Array.isArray(holder) ? holder.splice(name, 1) : delete holder[name];
      } else if (dice < 0.85) {
        holder[this.#chance.of(odd.texts.filter(text => text.length < 300))] = holder[name];
      } else if (dice < 0.95) {
        holder[name] = Array(this.#chance.of([2, 50, 1000])).fill(holder[name]);
      } else {
        holder[name] = nested(this.#chance.of([10, 63, 64, 200]));
      }
    }

    return value;
  }

  // A text that is not what it promises any more.
  #spoilt(text) {
    const at = this.#chance.below(text.length + 1);
    switch (this.#chance.below(12)) {
      case 0: return Buffer.from(text.slice(0, at));
      case 1: return Buffer.from(text.replace(/^\{/, '{"name":"twice","name":"thrice","":0,"":1,'));
      case 2: return Buffer.from(text.replace(/(?<=:\s?)("[^"]*"|\d+)/, () => this.#chance.of(odd.numbers)));
      case 3: return Buffer.concat([Buffer.from(text.slice(0, at)), Buffer.from([0xff, 0xfe, 0xc3, 0x28, 0]), Buffer.from(text.slice(at))]);
      case 4: return Buffer.from(`\ufeff${text}`);
      case 5: return Buffer.from(text.replace(/"[^"]*"/, '"\\ud800"'));
      case 6: return Buffer.from(`${text}${text}`);
      case 7: return Buffer.from('[{"a":'.repeat(this.#chance.of([30, 64, 5000])));
      case 8: return Buffer.from(text, 'utf16le');
      case 9: return Buffer.from('');
      case 10: return Buffer.from(`// what\n${text.slice(0, -1)},}`);
      default: return Buffer.from(`${text.slice(0, at)}${this.#chance.of(odd.texts)}${text.slice(at)}`);
    }
  }
}

function walk(holder, places) {
  for (const name of Object.keys(holder)) {
    places.push([holder, Array.isArray(holder) ? Number(name) : name]);
    if (holder[name] && typeof holder[name] === 'object' && places.length < 2000) {
      walk(holder[name], places);
    }
  }
}

function nested(depth) {
  let value = 0;
  for (let level = 0; level < depth; level++) {
    value = level % 2 ? [value] : { a: value };
  }

  return value;
}
