import Papa from 'papaparse';
import { buildReport } from '../../../log/build-report';
import { findPatterns } from '../../../log/patterns/find-patterns';
import type { PatternRule } from '../../../log/patterns/pattern-rule';
import { readLog } from '../../../log/read-log';
import { portalCsv } from '../../fixtures/log/formats';
import { OFFICES, ordinary, signIn, userOf } from '../../fixtures/log/sign-ins';

/** A week of this many minutes. */
const WEEK = 7 * 24 * 60;

let file = new File([], '');
let rules: PatternRule[] = [];
/** What was read last is held, so that its size in memory can be seen. */
let held: object[] = [];

/**
 * Makes the download of a week: ordinary sign-ins, and a spray among them.
 *
 * @returns The length of the file in bytes.
 */
export function prepareLog(rows: number, shipped: PatternRule[]): number {
  const spray = Array.from({ length: 30 }, (_, at) =>
    signIn({ minute: 900 + at / 5, user: userOf(at), code: 50126, ...OFFICES.unknown }),
  );
  file = new File([portalCsv([...ordinary(rows - 30, 5000, WEEK), ...spray])], 'log.csv');
  rules = shipped;
  return file.size;
}

/** Lets go of the log that was read. Throws where none was held, since its heap was measured then. */
export function forgetLog(): void {
  if (!held.length) throw new Error('No log was held.');
  held = [];
}

/** Milliseconds of one explanation: rows, patterns and report. Throws where the spray was not found. */
export async function timeLog(): Promise<number> {
  const start = performance.now();
  const log = await readLog(file, { isKnownHresult: () => false });
  if (typeof log === 'string') throw new Error(`No log: ${log}`);
  const patterns = findPatterns(log.rows, rules);
  held = [log, buildReport({ log, rows: log.rows, severities: new Map(), patterns })];
  const time = performance.now() - start;
  if (patterns[0]?.pattern !== 'spray') throw new Error('The spray was not found.');
  return time;
}

/** Milliseconds of Papa Parse streaming the same file and doing nothing with it. */
export function timeBareParse(): Promise<number> {
  const start = performance.now();
  return new Promise((resolve, reject) => {
    Papa.parse(file, {
      chunk: () => undefined,
      complete: () => resolve(performance.now() - start),
      error: reject,
    });
  });
}
