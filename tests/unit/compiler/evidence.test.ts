import { describe, expect, it } from 'vitest';
import { compileEntry } from '../../../compiler/compile-entry';
import { textOf } from '../../../compiler/inline';
import { paragraphsOf } from '../../../compiler/prose';
import { countEvidence } from '../../../compiler/statements';
import { strongWords } from '../../../compiler/strong-words';

const GOOD = `---
code: AADSTS50011
title: Redirect URI of the app is not registered
status: reviewed
severity: medium
fixedBy: developer
area: app
related:
  - AADSTS700016
sources:
  - id: reference
    url: https://learn.microsoft.com/entra/identity-platform/reference-error-codes
    kind: vendor
    at: Row AADSTS50011
    dated: 2025-09-12
    says: The reply address is missing, misconfigured or does not match.
  - id: proxy-doc
    url: https://learn.microsoft.com/aspnet/core/host-and-deploy/proxy-load-balancer
    kind: vendor
    at: Forwarded headers
    dated: undated (copy read 2026-11)
    says: An app behind a proxy sees http unless it reads the forwarded headers.
searched:
  on: 2026-11-21
  for: [AADSTS50011]
reviewed: 2026-11-21
---

## Summary

The app asked Microsoft Entra ID to answer at an address that isn't registered for it. [reference]

## User

This app is set up incorrectly. [reference] Only the app's makers can fix this. [reference]

1. Copy the error details and send them to IT. [~]

## Admin

Compare the redirect URI in the message with those under **Authentication. Web**, letter by letter. [reference] Add an address only if your organization owns it. [proxy-doc] A typing error is a likely reason. [~]

### Causes

- **Not registered** {not-registered}: the host is in none of the registered URIs. [reference]
- **App behind a proxy** {proxy}: the message shows \`http://\`, [proxy-doc] and the browser may show \`https://\`. [~]

### Fix

1. Copy the redirect URI from the message. [reference] {all}
2. Open [App registrations](place:appRegistrations) and add the URI. [reference] {not-registered}
3. Have the app read \`X-Forwarded-Proto\`. [reference, proxy-doc] {proxy}

## Diagnosis

Is the redirect URI one that the app should use?

- **Yes**: the app is not registered here. {not-registered}
- **No**: Is it \`http\`?
  - **Yes**: the app sits behind a proxy. [proxy-doc] {proxy}
  - **No**: the address suggests a link that somebody made up. [~]

## Questions

### Do ports matter on localhost?

No. The port is ignored. [reference] The path counts. [reference]
`;

const compile = (source: string) =>
  compileEntry('knowledge/en/aadsts/AADSTS50011.md', source, 'en', new Set(['appRegistrations']));
const messages = (source: string) =>
  compile(source).problems.map(({ line, message }) => `${line}: ${message}`);

describe('an entry whose statements carry their evidence', () => {
  const { entry, problems } = compile(GOOD);

  it('compiles without problems', () => expect(problems).toEqual([]));

  it('keeps for each statement the sources by number, or none for our reasoning', () => {
    expect(entry?.summarySources).toEqual([0]);
    expect(entry?.admin).toEqual([
      {
        p: [
          'Compare the redirect URI in the message with those under ',
          { b: 'Authentication. Web' },
          ', letter by letter.',
          { e: [0] },
          ' Add an address only if your organization owns it.',
          { e: [1] },
          ' A typing error is a likely reason.',
          { e: [] },
        ],
      },
    ]);
    expect(entry?.sources[1]).toMatchObject({ id: 'proxy-doc', at: 'Forwarded headers' });
  });

  it('ties steps and ends of the diagnosis to causes', () => {
    expect(entry?.causes?.map(({ id }) => id)).toEqual(['not-registered', 'proxy']);
    expect(entry?.fix?.map(({ causes }) => causes)).toEqual([
      undefined,
      ['not-registered'],
      ['proxy'],
    ]);
    expect(entry?.diagnosis?.answers[0]?.next).toEqual({
      end: ['The app is not registered here.'],
      causes: ['not-registered'],
    });
  });

  it('shows none of the marks in its text', () => {
    const text = paragraphsOf(entry!).map(textOf).join('\n');
    expect(text).not.toMatch(/[[\]{}~]| \n| {2}/);
  });

  it('is counted', () => {
    expect(countEvidence(entry!)).toEqual({ statements: 17, sourced: 13, reasoned: 4 });
  });
});

describe('what the evidence rules refuse, by line', () => {
  it.each<[string, string, string, RegExp]>([
    ['a sentence without a mark', ' [reference] Only', ' Only', /has no mark of its own/],
    [
      'a last sentence without a mark',
      'The path counts. [reference]',
      'The path counts.',
      /^\d+: "The path counts\." has neither a source nor \[~\]/,
    ],
    [
      'a step without a mark',
      'from the message. [reference] {all}',
      'from the message. {all}',
      /^50: "Copy the redirect URI.*neither a source nor/,
    ],
    ['a mark before the full stop', 'counts. [reference]', 'counts [reference].', /behind the/],
    ['an unknown source', 'counts. [reference]', 'counts. [refrence]', /\[refrence\] is no source/],
    ['reasoning beside a source', 'counts. [reference]', 'counts. [~, reference]', /stands alone/],
    ['an empty mark', 'counts. [reference]', 'counts. []', /names no source/],
    ['a source without a place', '    at: Row AADSTS50011\n', '', /sources: reference: at is/],
    ['a source without a date', '    dated: 2025-09-12\n', '', /sources: reference: dated is/],
    ['a source without an id', '  - id: reference\n    url', '  - url', /id is missing/],
    ['two sources of one id', 'id: proxy-doc', 'id: reference', /two have the id "reference"/],
    [
      'a source that nothing uses',
      'kind: vendor\n    at: Forwarded',
      'kind: vendor\n    at: Foreword\n    dated: 2025-01-01\n    says: Something else altogether.\n  - id: idle\n    url: https://learn.microsoft.com/entra\n    kind: vendor\n    at: Forwarded',
      /no statement rests on "idle"/,
    ],
    ['a search without queries', 'for: [AADSTS50011]', 'for: []', /at least one query/],
    ['a cause without an id', ' {proxy}: the', ': the', /a cause has one id in braces/],
    ['two causes of one id', '{proxy}: the', '{not-registered}: the', /stands for two causes/],
    [
      'a cause without a step',
      'proxy-doc] {proxy}\n\n##',
      'proxy-doc] {all}\n\n##',
      /no step of Fix ends/,
    ],
    [
      'a cause without an end',
      'sits behind a proxy. [proxy-doc] {proxy}',
      'sits behind a proxy. [proxy-doc]',
      /^54: no end of the diagnosis stands for the cause "App behind a proxy"/,
    ],
    ['a step without a cause', 'message. [reference] {all}', 'message. [reference]', /or \{all\}/],
    ['a step for an unknown cause', '{all}', '{proxi}', /\{proxi\} is the id of no cause/],
    ['an end for an unknown cause', 'here. {not-registered}', 'here. {no-app}', /\{no-app\} is/],
    [
      'an end with neither',
      'somebody made up. [~]',
      'somebody made up.',
      /^61: .*neither a source/,
    ],
    ['a question with a mark', 'should use?', 'should use? [reference]', /carries no mark/],
    [
      'a risky step by reasoning',
      'doc] {proxy}\n\n',
      'doc] {proxy, risky}\n4. Reset it. [~] {proxy, risky}\n\n',
      /risky step needs a source/,
    ],
    [
      'braces in prose',
      'The path counts.',
      'The {tokenAudience} counts.',
      /"\{tokenAudience\}": braces/,
    ],
    [
      'a long Admin',
      'letter by letter.',
      `letter by letter${' or so'.repeat(25)}.`,
      /60 is the most/,
    ],
  ])('%s', (_, from, to, expected) => {
    expect(GOOD).toContain(from);
    const found = messages(GOOD.replace(from, to));
    expect(found.join('\n')).toMatch(new RegExp(expected.source, 'm'));
  });

  it.each([
    'More attempts do not help.',
    'There is nothing to change in the registration.',
    'People who come by deep links are hit, others are never.',
    'Reports agree on a trap.',
    'Windows often skips it, seconds mean that.',
    'It is most likely the value of `resource`.',
    'One entry per person and app is normal.',
    'A second sign-in ends within a second.',
    'It cannot be undone.',
    'Each new sign-in shows it once.',
  ])('reasoning that claims too much: %s', (claim) => {
    const reasoned = GOOD.replace('A typing error is a likely reason. [~]', `${claim} [~]`);
    expect(messages(reasoned).join('\n')).toMatch(/needs a source that says so/);
    const sourced = GOOD.replace('A typing error is a likely reason. [~]', `${claim} [reference]`);
    expect(messages(sourced)).toEqual([]);
  });
});

it.each([
  'Check whether only one person is affected.',
  'If no policy is listed, look at the app.',
  'Switch the policy to report-only mode.',
  'Sign in at most three times.',
  'Compare both values with each other.',
  'It may fail at the first sign-in.',
])('a condition or an everyday word is no claim: %s', (text) =>
  expect(strongWords(text)).toEqual([]),
);

it('entries without `searched` are read as before', () => {
  const plain = GOOD.replace(/searched:\n.*\n.*\n/, '')
    .replace(/### Causes[^]*?### Fix/, '### Fix')
    .replace(/## Diagnosis[^]*/, '');
  const before = compile(plain);
  expect(before.problems).toEqual([]);
  expect(before.entry?.summarySources).toBeUndefined();
  expect(before.entry?.summary).toContain('[reference]');
});
