import { describe, expect, it } from 'vitest';
import { packKnowledge, reviewJson } from '../../../compiler/pack-knowledge';
import type { Entry } from '../../../lookup/entry';
import { unpackIndexLine, type PackedIndexLine } from '../../../lookup/index-line';
import { makeEntry } from '../knowledge/make-entry';

const written = makeEntry('AADSTS50126', {
  name: 'InvalidUserNameOrPassword',
  summary: 'Microsoft Entra ID refused the password.',
  summarySources: [0],
  fix: [{ text: ['Ask the user.', { e: [] }] }],
  keywords: ['typo', 'bad password'],
  sources: [
    {
      id: 'reference',
      url: 'https://learn.microsoft.com/entra/identity-platform/reference-error-codes',
      kind: 'vendor',
      at: 'Row AADSTS50126',
      dated: '2025-09-12',
      says: 'The user name or the password is invalid.',
    },
  ],
  searched: { on: '2026-11-21', for: ['AADSTS50126'] },
}).entry;
const { severity: _, fixedBy: __, ...bare } = makeEntry('AADSTS50024', { depth: 'listed' }).entry;
const listed: Entry = bare;

describe('the file for review', () => {
  const review = JSON.parse(reviewJson([written, listed])) as Record<string, unknown>[];

  it('counts what a written entry rests on, and keeps where each source says it', () => {
    expect(review[0]).toMatchObject({
      evidence: { statements: 2, sourced: 1, reasoned: 1 },
      sources: [{ id: 'reference', at: 'Row AADSTS50126', dated: '2025-09-12', kind: 'vendor' }],
    });
  });

  it('counts nothing in a listed code', () => {
    expect(review[1]).not.toHaveProperty('evidence');
  });
});

it('index lines come back as they were, also where nothing is said of severity and who acts', () => {
  const { files } = packKnowledge({ entries: [written, listed], places: {} });
  const lines = (JSON.parse(files['knowledge/en/index.json']!) as PackedIndexLine[]).map(
    unpackIndexLine,
  );
  expect(lines[0]).toEqual({
    code: 'AADSTS50126',
    title: 'Something happened',
    summary: 'Microsoft Entra ID refused the password.',
    name: 'InvalidUserNameOrPassword',
    keywords: 'typo · bad password',
    severity: 'low',
    fixedBy: 'admin',
    depth: 'brief',
    area: 'app',
  });
  expect(lines[1]).not.toHaveProperty('severity');
  expect(lines[1]).not.toHaveProperty('fixedBy');
});
