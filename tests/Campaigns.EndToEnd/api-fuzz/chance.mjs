// Random numbers from a seed (mulberry32), so that a run can be run again.
export class Chance {
  #state;

  constructor(seed) {
    this.restart(seed);
  }

  // From here on as another seed says.
  restart(...seeds) {
    this.#state = seeds.reduce((state, seed) => Math.imul(state ^ seed, 0x9e3779b1) ^ (state >>> 15), 0x5bd1e995) >>> 0;
  }

  next() {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  below(limit) {
    return Math.floor(this.next() * limit);
  }

  is(probability) {
    return this.next() < probability;
  }

  of(list) {
    return list[this.below(list.length)];
  }
}
