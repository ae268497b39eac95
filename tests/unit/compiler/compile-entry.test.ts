import { describe, expect, it } from 'vitest';
import { compileEntry } from '../../../compiler/compile-entry';

const FILE = 'knowledge/en/aadsts/AADSTS50999.md';
const PLACES = new Set(['signInLogs']);

const GOOD = `---
code: AADSTS50999
title: The clock of the device is wrong
status: reviewed
severity: low
fixedBy: user
area: token
related:
  - code: AADSTS50126
    differs: the password is wrong, not the clock
sources:
  - url: https://learn.microsoft.com/entra/identity-platform/reference-error-codes
    kind: vendor
    says: Names the clock as the reason.
reviewed: 2026-11-21
---

## Summary

The token is not valid yet, since the clock of the device is ahead.

## User

Your clock is ahead. You can set it.

1. Open **Settings > Time**.
2. Choose **Sync now**.

## Admin

The token starts in the future for this device.

### Causes

- **Clock ahead**: \`w32tm /query /status\` shows an offset.
- **Wrong time zone**: the offset is whole hours.
- **Virtual machine paused**: the offset began with the resume.

### Fix

1. Open [Sign-in logs](place:signInLogs) and compare **Date** with the clock.
2. Run \`w32tm /resync\` on the device.

## Commands

\`\`\`kql
// Sign-ins of this user with the code
// needs: table SigninLogs
SigninLogs | where CorrelationId == "{correlationId}"
\`\`\`
`;

const compile = (source: string, file = FILE) => compileEntry(file, source, 'en', PLACES);
const messages = (source: string) =>
  compile(source).problems.map(({ line, message }) => `${line}: ${message}`);

describe('a good entry', () => {
  const { entry, problems } = compile(GOOD);

  it('has no problems and is full', () => {
    expect(problems).toEqual([]);
    expect(entry?.depth).toBe('full');
  });

  it('is compiled to typed runs, with no Markdown left', () => {
    expect(entry?.user?.steps[0]).toEqual(['Open ', { b: 'Settings > Time' }, '.']);
    expect(entry?.causes?.[0]).toEqual({
      name: ['Clock ahead'],
      tell: [{ c: 'w32tm /query /status' }, ' shows an offset.'],
    });
    expect(entry?.fix?.[0]?.text[1]).toEqual({ a: 'Sign-in logs', p: 'signInLogs' });
    expect(entry?.commands?.[0]).toMatchObject({
      purpose: 'Sign-ins of this user with the code',
      needs: 'table SigninLogs',
    });
  });

  it('becomes a flagship with diagnosis, example and questions', () => {
    const flagship = `${GOOD}
## Example

\`\`\`text
AADSTS50999: The token is not yet valid.
\`\`\`

## Diagnosis

Is the offset whole hours?

- **Yes**: Set the time zone.
- **No**: Does the device sync its clock?
  - **Yes**: Restart it.
  - **No**: Run \`w32tm /resync\`.

## Questions

### Why only on this device?

Its own clock counts.
`;
    const compiled = compile(flagship);
    expect(compiled.problems).toEqual([]);
    expect(compiled.entry?.depth).toBe('flagship');
    expect(compiled.entry?.diagnosis?.answers[1]).toEqual({
      when: ['No'],
      next: {
        ask: ['Does the device sync its clock?'],
        answers: [
          { when: ['Yes'], next: { end: ['Restart it.'] } },
          { when: ['No'], next: { end: ['Run ', { c: 'w32tm /resync' }, '.'] } },
        ],
      },
    });
  });
});

describe('mistakes are named by line, with the way out', () => {
  it.each([
    ['no front matter', GOOD.replace(/^---\n/, ''), /^1: starts with front matter/],
    ['an unknown key', GOOD.replace('area: token', 'area: token\ncolour: red'), /colour/],
    [
      'a code that is not the file',
      GOOD.replace('code: AADSTS50999', 'code: AADSTS50998'),
      /^2: code: "AADSTS50998" is not the name of the file/,
    ],
    [
      'a code in another spelling',
      GOOD.replace('code: AADSTS50999', 'code: aadsts50999'),
      /write the code as AADSTS50999/,
    ],
    [
      'a long title',
      GOOD.replace('The clock of the device is wrong', 'A'.repeat(61)),
      /^3: title: has 61 characters; 60 is the most/,
    ],
    [
      'a wrong severity',
      GOOD.replace('severity: low', 'severity: meh'),
      /^5: severity: is one of expected/,
    ],
    [
      'a source on an unknown host',
      GOOD.replace('learn.microsoft.com', 'blog.contoso.com'),
      /not an https address on an allowed host/,
    ],
    ['a locale in a link', GOOD.replace('com/entra', 'com/en-us/entra'), /locale part/],
    [
      'no vendor source',
      GOOD.replace('kind: vendor', 'kind: community'),
      /at least one is of kind vendor/,
    ],
    ['a missing heading', GOOD.replace('## Admin\n', ''), /"## Admin" is missing/],
    [
      'a heading out of order',
      GOOD.replace('## Summary', '## Admin '),
      /out of order|no heading|missing/,
    ],
    [
      'an unknown heading',
      GOOD.replace('### Causes', '### Reasons'),
      /"### Reasons" is no heading of an entry/,
    ],
    [
      'four steps for the user',
      GOOD.replace('2. Choose **Sync now**.', '2. A.\n3. B.\n4. C.'),
      /User has 4 steps; 3 is the most/,
    ],
    [
      'a cause without a name',
      GOOD.replace('- **Wrong time zone**: the', '- Wrong time zone, the'),
      /write a cause as/,
    ],
    [
      'an unknown place',
      GOOD.replace('place:signInLogs', 'place:moon'),
      /place "moon" is not in knowledge\/places.yml/,
    ],
    [
      'HTML',
      GOOD.replace('Run `w32tm /resync` on', 'Run <b>it</b> on'),
      /plain text, \*\*labels\*\*/,
    ],
    [
      'a command without needs',
      GOOD.replace('// needs: table SigninLogs\n', ''),
      /starts with two comment lines/,
    ],
    [
      'an unknown placeholder',
      GOOD.replace('{correlationId}', '{tenantName}'),
      /\{tenantName\} is not filled from the page/,
    ],
    [
      'a filler word',
      GOOD.replace('Your clock is ahead.', 'Simply set the clock.'),
      /"Simply": leave the word out/,
    ],
    [
      'an old product name',
      GOOD.replace('The token starts', 'The Azure AD token starts'),
      /write "Microsoft Entra ID"/,
    ],
    [
      'a sentence that fits any code',
      GOOD.replace('2. Run `w32tm /resync` on the device.', '2. Check your configuration.'),
      /name the setting/,
    ],
    [
      'a real-looking address',
      GOOD.replace('The token starts', 'For 198.51.100.7 the token starts'),
      /203\.0\.113\.0\/24/,
    ],
    [
      'a single step',
      GOOD.replace('\n2. Run `w32tm /resync` on the device.', ''),
      /at least two steps/,
    ],
  ])('%s', (_, source, expected) => {
    expect(messages(source).join('\n')).toMatch(expected);
  });

  it('never throws, whatever the file holds', () => {
    for (const source of [
      '',
      '---\n',
      '---\n: [\n---\n',
      '---\n---\n## Summary',
      GOOD.slice(0, 500),
      '\u0000'.repeat(50),
    ]) {
      expect(compile(source).problems.length).toBeGreaterThan(0);
    }
  });
});
