import { beforeAll, describe, expect, it } from 'vitest';
import { packKnowledge } from '../../../compiler/pack-knowledge';
import { answerText } from '../../../lookup/answer';
import { itemsOf } from '../../../lookup/answer-item';
import type { GuideLine } from '../../../lookup/guide';
import { unpackIndexLine, type PackedIndexLine } from '../../../lookup/index-line';
import { createSearch, type Search } from '../../../lookup/search';
import { unpackWordIndex, type PackedWordIndex } from '../../../lookup/word-index';
import { qualityOf, readQueries, TABLES } from '../../queries';
import { KNOWLEDGE } from '../whole-knowledge';

let search: Search;

/** What is reached: shares of right answers first, of right ones among the first three, and of nothing found for nothing. */
const REACHED = {
  queries: { tune: [0.98, 1, 1], report: [0.93, 0.96, 1] },
  'queries-second': { tune: [0.95, 0.97, 1], report: [0.92, 0.98, 1] },
  'queries-third': { tune: [0.91, 0.97, 0.93], report: [0.87, 0.915, 0.71] },
  'queries-fourth': { tune: [0.83, 0.9, 0.88] },
  'queries-fifth': { report: [0.85, 0.94, 0.65] },
  'queries-sixth': { tune: [0.85, 0.93, 0.91] },
  'queries-seventh': { tune: [0.88, 0.95, 0.54] },
  'queries-eighth': { tune: [0.95, 0.98, 0.66], report: [0.86, 0.93, 0.71] },
  'queries-ninth': { tune: [0.92, 0.95, 0.9], report: [0.84, 0.93, 0.71] },
  'queries-tenth': { tune: [0.94, 0.96, 1], report: [0.9, 0.97, 0.88] },
  'queries-eleventh': { tune: [0.93, 0.98, 0.81], report: [0.9, 0.98, 0.6] },
  'queries-twelfth': { report: [0.88, 0.94, 0.8] },
  'queries-nothing': { tune: [1, 1, 0.87], report: [1, 1, 0.75] },
} as const;

/** Codes and guides in the order in which popup and catalog list them. */
function listed(text: string): string[] {
  return itemsOf(answerText(text, search)).map((item) =>
    'guide' in item ? `guide/${item.guide.name}` : item.code,
  );
}

// From the packaged files, as the extension reads them.
beforeAll(() => {
  const { files } = packKnowledge({
    ...KNOWLEDGE,
    guides: KNOWLEDGE.guides.map(({ guide }) => guide),
  });
  const read = <Content>(name: string) => JSON.parse(files[`knowledge/en/${name}`]!) as Content;
  search = createSearch(
    read<PackedIndexLine[]>('index.json').map(unpackIndexLine),
    read<GuideLine[]>('guides.json'),
    unpackWordIndex(read<PackedWordIndex>('words.json')),
  );
});

describe.each(TABLES)('the questions of %s', (table) => {
  const queries = readQueries(table);

  it('are many, ask each thing once, and accept what the catalog has', () => {
    expect(queries.length).toBeGreaterThanOrEqual(110);
    expect(new Set(queries.map(({ q }) => q)).size).toBe(queries.length);
    const guides = new Set(search.findGuides('windows hello').map(({ name }) => name));
    expect(guides.size).toBeGreaterThan(0);
    const unknown = queries
      .flatMap(({ accept }) => accept)
      .filter((one) => !one.startsWith('guide/') && !search.get(one));
    expect(unknown).toEqual([]);
  });

  it.each(Object.entries(REACHED[table]))(
    '%s: the right answer stands first, or among the first three, as often as it did',
    (half, [first, three, nothing]) => {
      const asked = queries.filter((one) => one.half === half);
      const quality = qualityOf(
        asked,
        asked.map(({ q }) => listed(q)),
      );
      expect(quality.first).toBeGreaterThanOrEqual(first);
      expect(quality.firstThree).toBeGreaterThanOrEqual(three);
      expect(quality.nothing).toBeGreaterThanOrEqual(nothing);
    },
  );
});

describe('what people call things', () => {
  it.each([
    [
      'second factor',
      [
        'guide/mfa-prompts',
        'AADSTS50074',
        'AADSTS50076',
        'AADSTS50079',
        'AADSTS50072',
        'AADSTS500121',
      ],
    ],
    ['reply URL', ['AADSTS50011']],
    ['bad username or password', ['AADSTS50126']],
    ['password writeback', ['AADSTS50144', 'AADSTS120012']],
    ['authenticator push denied or timed out', ['AADSTS500121']],
    ['saml authentication method mismatch', ['AADSTS75011']],
    ['tpm missing', ['0x80090035', '0x80284008', '0x8028400F']],
    ['device not joined', ['AADSTS53001', 'AADSTS50129']],
    ['InvalidUserNameOrPasword', ['AADSTS50126']],
    ['strong auth enrollment', ['AADSTS50079', 'AADSTS50072']],
    ['passkey', ['AADSTS135016']],
    ['users say since yesterday the password is wrong', ['AADSTS50126']],
  ])('%s', (query, right) => expect(right).toContain(listed(query)[0]));

  it.each([
    [
      "User account 'pat@hotmail.com' from external identity provider 'live.com' is not supported for API version '2.0'",
      'AADSTS500202',
    ],
    [
      'jane.doe@gmail.com: the device that is required by this cryptographic provider is not ready for use',
      '0x80090030',
    ],
  ])('%s: what a message was filled in with says nothing', (message, code) =>
    expect(listed(message)[0]).toBe(code),
  );

  it.each(['password', 'fingerprint', 'conditional access', 'tenant'])(
    'each beginning of %s finds something, from four letters on',
    (whole) => {
      const starts = Array.from(whole, (_, at) => whole.slice(0, at + 1)).slice(3);
      expect(starts.filter((start) => !listed(start).length)).toEqual([]);
    },
  );

  it.each([
    'windows update failed 0x80070643',
    'AADB2C90296 application has not been configured correctly',
    'printer error',
    'excel formula error',
    'asdfgh qwertz',
    'pancake recipe',
    'SQLSTATE 28000',
    'netflix password reset',
    'teams microphone not working in meeting',
    'playstation network sign in failed',
  ])('%s is about something else', (query) => expect(listed(query)).toEqual([]));
});
