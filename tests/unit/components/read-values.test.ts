// @vitest-environment happy-dom
import { h, render } from 'preact';
import { expect, it, vi } from 'vitest';
import { listedRecords, ReadValues } from '../../../components/read-values';
import { readFacts } from '../../../facts/read-facts';

vi.mock('../../../components/i18n', () => ({
  i18n: { t: (key: string, values: string[] = []) => [key, ...values].join(' ') },
}));

/** What stands on the page of a pasted text: the line that is folded, and each value behind its label. */
function shown(text: string) {
  const root = document.createElement('div');
  render(h(ReadValues, { records: listedRecords(readFacts(text).records) }), root);
  return {
    line: root.querySelector('summary')?.textContent,
    values: [...root.querySelectorAll('dl div')].map((row) =>
      [...row.children].map(({ textContent }) => textContent).join(' = '),
    ),
    notes: [...root.querySelectorAll('p')].map(({ textContent }) => textContent),
  };
}

const signIn = (at: number) => ({
  createdDateTime: `2026-11-18T06:0${at}:14Z`,
  userPrincipalName: 'user@contoso.com',
  appDisplayName: 'Contoso app',
  ipAddress: '203.0.113.7',
  status: { errorCode: 7000112 },
});

it('a sign-in is named by its user, app, time and address', () => {
  const { line, values } = shown(JSON.stringify(signIn(1)));
  expect(line).toMatch(
    / · user@contoso\.com · Contoso app · 2026-11-18T06:01:14Z · 203\.0\.113\.7$/,
  );
  expect(values).toContain('errorCode = 7000112');
});

it('of an app each value stands once, and what we hold of it does not stand there', () => {
  const { values } = shown(`{
    "appId": "11112222-3333-4444-8555-666677778888",
    "signInAudience": "AzureADMyOrg",
    "web": { "redirectUris": ["https://app.contoso.com/"] }
  }`);
  expect(values).toEqual([
    'appId = 11112222-3333-4444-8555-666677778888',
    'signInAudience = AzureADMyOrg',
    'web.redirectUris = https://app.contoso.com/',
  ]);
});

it('what a request lacks is no value of it', () => {
  const { values } = shown(
    'POST https://login.microsoftonline.com/contoso.com/oauth2/v2.0/token\nclient_id=11112222-3333-4444-8555-666677778888&grant_type=client_credentials',
  );
  expect(values).toContain('grant_type = client_credentials');
  expect(values.join()).not.toContain('client_secret');
});

it('of five sign-ins three are listed, and the others are counted', () => {
  const { line, notes } = shown(JSON.stringify([1, 2, 3, 4, 5].map(signIn)));
  expect(line).toContain('findings.readRecords 5');
  expect(notes).toEqual(['findings.moreRecords 2']);
});

it('a pasted table is called rows, not a download', () => {
  const rows = [
    'UPN\tError code\tIP address',
    'user@contoso.com\t50126\t203.0.113.5',
    'user2@contoso.com\t50126\t203.0.113.5',
  ];
  expect(shown(rows.join('\n')).line).toBe(
    'findings.read findings.readRecords 2 · rows of sign-ins',
  );
});

it('a message alone, and a text without a record, list nothing', () => {
  expect(shown('AADSTS50011: The redirect URI does not match.').line).toBeUndefined();
  expect(shown('My password does not work.').line).toBeUndefined();
});
