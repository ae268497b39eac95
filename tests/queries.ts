import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** The tables of questions in tests/fixtures that have a half to report. */
export const REPORTED_TABLES = [
  'queries',
  'queries-second',
  'queries-third',
  'queries-fifth',
  'queries-eighth',
  'queries-ninth',
  'queries-tenth',
  'queries-eleventh',
  'queries-twelfth',
] as const;

/** All tables of questions in tests/fixtures. */
export const TABLES = [
  ...REPORTED_TABLES,
  'queries-fourth',
  'queries-sixth',
  'queries-seventh',
  'queries-nothing',
] as const;

/** A question to the search. */
export interface AskedQuery {
  q: string;
  /** Codes, and guides as `guide/NAME`, of which any is right; none where nothing is known. */
  accept: string[];
  kind: string;
  half: 'tune' | 'report';
}

/** How well a search answers, as shares from 0 to 1. */
export interface Quality {
  /** A right answer stands first. */
  first: number;
  /** A right answer is among the first three. */
  firstThree: number;
  /** Of the questions about something else: nothing is found. */
  nothing: number;
}

/** @returns All questions of a table. */
export function readQueries(table: (typeof TABLES)[number]): AskedQuery[] {
  const file = join(import.meta.dirname, 'fixtures', `${table}.yml`);
  return parse(readFileSync(file, 'utf8')) as AskedQuery[];
}

/**
 * @param queries Questions.
 * @param answers To each question, what was found, best first.
 */
export function qualityOf(queries: readonly AskedQuery[], answers: readonly string[][]): Quality {
  let [first, firstThree, nothing, known] = [0, 0, 0, 0];
  queries.forEach(({ accept }, at) => {
    const found = answers[at]!;
    const isRight = (one: string | undefined) => one !== undefined && accept.includes(one);
    if (!accept.length) {
      if (!found.length) nothing++;
      return;
    }
    known++;
    if (isRight(found[0])) first++;
    if (found.slice(0, 3).some(isRight)) firstThree++;
  });
  // Of what was not asked, nothing was answered wrong.
  const share = (right: number, of: number) => (of ? right / of : 1);
  return {
    first: share(first, known),
    firstThree: share(firstThree, known),
    nothing: share(nothing, queries.length - known),
  };
}
