import type { Tally } from './report';

/** How many of the most frequent values a tally has. */
const MOST_SHOWN = 10;

/** Counts the values of one field. */
export class Tallier {
  readonly #counts = new Map<string, number>();
  #missing = 0;

  /** @param by How many rows have the value. */
  add(value: string | undefined, by: number): void {
    if (value === undefined) this.#missing += by;
    else this.#counts.set(value, (this.#counts.get(value) ?? 0) + by);
  }

  get tally(): Tally {
    const top = [...this.#counts]
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
      .slice(0, MOST_SHOWN);
    return { distinct: this.#counts.size, top, missing: this.#missing };
  }
}
