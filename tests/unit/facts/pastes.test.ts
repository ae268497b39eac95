import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readFacts } from '../../../facts/read-facts';

/** What somebody pasted, and what is right to read from it. */
interface Paste {
  id: string;
  text: string;
  fields: Record<string, string>;
  codes: string[];
  events: string[];
  doubtful?: boolean;
}

const PASTES = parse(
  readFileSync(join(import.meta.dirname, '../../fixtures/texts/pastes.yml'), 'utf8'),
) as Paste[];

/** Each field, code and event of a paste as `kind what`, the expected ones and those that were read. */
function judge({ id, text, fields, codes, events, doubtful }: Paste) {
  const { records } = readFacts(text);
  const facts = records.flatMap((record) => record.facts);
  const isRead = ([label, value]: [string, string]) =>
    facts.some(
      (fact) =>
        fact.label.toLowerCase() === label.toLowerCase() &&
        (fact.printed === value || fact.value === value),
    );
  const readCodes = records.flatMap((record) => record.codes);
  const readEvents = records
    .filter((record) => record.facts.some((fact) => fact.name === 'event.code'))
    .map(({ title }) => title);
  const missed = [
    ...Object.entries(fields)
      .filter((field) => !isRead(field))
      .map(([label, value]) => `${id} ${label}: ${value}`),
    ...codes.filter((code) => !readCodes.includes(code)).map((code) => `${id} ${code}`),
    ...events.filter((event) => !readEvents.includes(event)).map((event) => `${id} ${event}`),
  ];
  const invented = [
    ...readCodes.filter((code) => !codes.includes(code)),
    ...readEvents.filter((event) => !events.includes(event)),
  ].map((what) => `${id} ${what}`);
  return {
    expected: Object.keys(fields).length + codes.length + events.length,
    missed,
    invented: doubtful ? [] : invented,
  };
}

describe('what administrators paste', () => {
  const judged = PASTES.map(judge);

  it('is read in at least 98 of 100 fields, codes and events', () => {
    const expected = judged.reduce((sum, one) => sum + one.expected, 0);
    const missed = judged.flatMap((one) => one.missed);
    const share = 1 - missed.length / expected;
    console.log(
      `${(share * 100).toFixed(1)} % of ${expected} fields, codes and events of ${PASTES.length} pastes are read; not:`,
      missed,
    );
    expect(share).toBeGreaterThanOrEqual(0.98);
  });

  it('gives no code or event that does not stand there', () => {
    expect(judged.flatMap((one) => one.invented)).toEqual([]);
  });

  it.each(['e046', 'e048', 'e050', 'e057', 'e058'])(
    '%s of another program is no event of ours',
    (id) => {
      const { records } = readFacts(PASTES.find((paste) => paste.id === id)!.text);
      expect(
        records.flatMap(({ facts }) => facts.filter(({ name }) => name === 'event.code')),
      ).toEqual([]);
    },
  );

  it('takes wished-for values of a how-to for no output', () => {
    const { records } = readFacts(PASTES.find(({ id }) => id === 'd057')!.text);
    expect(records).toMatchObject([{ kind: 'dsregcmd', doubts: ['wished-for values'], facts: [] }]);
  });

  it('names the line that each fact stands in', () => {
    for (const { id, text } of PASTES) {
      const lines = text.split(/\r\n|\n|\r/);
      for (const { facts } of readFacts(text).records) {
        for (const { printed, source, name } of facts) {
          if (!/^(?:device|user|prt|hello|tpm)\./.test(name) || !printed) continue;
          const text = lines.slice(source.line - 1, source.line + 2).join(' ');
          expect(text.replace(/\\/g, ''), `${id} ${name}`).toContain(
            printed.slice(0, 12).replace(/\\/g, ''),
          );
        }
      }
    }
  });
});
