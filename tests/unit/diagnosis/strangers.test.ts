import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { diagnose } from '../../../diagnosis/diagnose';
import { readFacts } from '../../../facts/read-facts';
import { KNOWLEDGE } from '../whole-knowledge';

const ROOT = join(import.meta.dirname, '../../..');
const { rules } = KNOWLEDGE;

/** What somebody pasted, and what is right to read and to say. */
interface Paste {
  id: string;
  text: string;
  fields?: Record<string, string>;
  codes?: string[];
  events?: string[];
  finds?: string[];
  silent?: string[];
  /** Nothing is to be said at all. */
  quiet?: boolean;
}

const PASTES = parse(
  readFileSync(join(ROOT, 'tests/fixtures/texts/strangers.yml'), 'utf8'),
) as Paste[];

/** What is missing of a paste, and what is said or read that should not be. */
function judge({ id, text, fields = {}, codes = [], events = [], finds = [], ...paste }: Paste) {
  const { records } = readFacts(text);
  const facts = records.flatMap((record) => record.facts);
  const read = new Set([
    ...facts.flatMap(({ label, printed, value }) => [
      `${label.toLowerCase()}: ${printed}`,
      `${label.toLowerCase()}: ${value}`,
    ]),
    ...records.flatMap((record) => record.codes),
    ...records
      .filter((record) => record.facts.some(({ name }) => name === 'event.code'))
      .map(({ title }) => title),
    ...diagnose(records, rules).map(({ verdict, rule }) => `${verdict} ${rule}`),
  ]);
  const wanted = [
    ...Object.entries(fields).map(([label, value]) => `${label.toLowerCase()}: ${value}`),
    ...codes,
    ...events,
    ...finds,
  ];
  const findings = diagnose(records, rules).map(({ rule }) => rule);
  return {
    wanted: wanted.length,
    missed: wanted.filter((one) => !read.has(one)).map((one) => `${id}: ${one}`),
    wrong: [
      ...(paste.silent ?? []).filter((one) => read.has(one)),
      ...records.flatMap((record) => record.codes).filter((code) => !codes.includes(code)),
      ...(paste.quiet ? findings : []),
    ].map((one) => `${id}: ${one}`),
  };
}

describe('what strangers paste', () => {
  const judged = PASTES.map(judge);

  it('is read and explained in at least 98 of 100 fields, codes, events and findings', () => {
    const wanted = judged.reduce((sum, one) => sum + one.wanted, 0);
    const missed = judged.flatMap((one) => one.missed);
    const share = 1 - missed.length / wanted;
    console.log(
      `${(share * 100).toFixed(1)} % of ${wanted} fields, codes, events and findings of ${PASTES.length} pastes are given; not:`,
      missed,
    );
    expect(share).toBeGreaterThanOrEqual(0.98);
  });

  it('gets no code and no finding that is not in it', () => {
    expect(judged.flatMap((one) => one.wrong)).toEqual([]);
  });
});
