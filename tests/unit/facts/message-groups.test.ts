import { describe, expect, it } from 'vitest';
import { recordsOf } from './reading';

const ID = (last: number) => `33333333-2222-4333-8444-55555555550${last}`;

/** Codes and users of each message, in order. */
const messages = (text: string) =>
  recordsOf('message', text).map(({ codes, facts }) => [
    ...codes,
    ...new Set(
      facts.flatMap(({ name, value }) =>
        name === 'signIn.user' || name === 'signIn.correlationId' ? value : [],
      ),
    ),
  ]);

describe('errors of several users in one text', () => {
  it.each([
    [
      'a log',
      `Nov 20 09:12:01 vpn01 auth[22]: user=ana@contoso.com AADSTS50126: Error validating credentials.\nNov 20 09:12:44 vpn01 auth[22]: user=ben@contoso.com AADSTS50053: The account is locked.`,
    ],
    [
      'a log of another form',
      `2025-11-20T09:12:01Z ERROR sync login failed for ana@contoso.com: AADSTS50126\n2025-11-20T09:13:09Z ERROR sync login failed for ben@contoso.com: AADSTS50053`,
    ],
    [
      'a list',
      `Two users:\n- ana@contoso.com: AADSTS50126\n- ben@contoso.com: AADSTS50053\nhelpdesk knows`,
    ],
    [
      'a sentence',
      `Since today ana@contoso.com gets AADSTS50126, and ben@contoso.com gets AADSTS50053 on a phone.`,
    ],
    [
      'a sentence with the codes first',
      `We saw AADSTS50126 for ana@contoso.com and AADSTS50053 for ben@contoso.com.`,
    ],
    [
      'lines below a time stamp',
      `[2025-11-20 10:00:01] [ERROR] Token request failed for user ana@contoso.com\nAADSTS50126: Error validating credentials.\n[2025-11-20 10:05:02] [ERROR] Token request failed for user ben@contoso.com\nAADSTS50053: The account is locked.`,
    ],
  ])('in %s are a message each', (_, text) => {
    expect(messages(text)).toEqual([
      ['AADSTS50126', 'ana@contoso.com'],
      ['AADSTS50053', 'ben@contoso.com'],
    ]);
  });

  it('are told by a mailbox that signs in itself', () => {
    const text = `- sign-in of user support@contoso.com: AADSTS50126\n- please ask for ana@contoso.com: AADSTS50053`;
    expect(messages(text)).toEqual([
      ['AADSTS50126', 'support@contoso.com'],
      ['AADSTS50053', 'ana@contoso.com'],
    ]);
  });

  it('have their names as they are written', () => {
    const line = (user: string, code: number) => `- ${user} AADSTS${code}`;
    const text = [
      line('Ana.Lopez@Contoso.com', 50126),
      line('Sync_DC1_abc@contoso.com', 50053),
      line('ana.lopez@contoso.com', 50057),
    ].join('\n');
    expect(messages(text)).toEqual([
      ['AADSTS50126', 'AADSTS50057', 'Ana.Lopez@Contoso.com'],
      ['AADSTS50053', 'Sync_DC1_abc@contoso.com'],
    ]);
  });

  it('that come again are with the others of the same user', () => {
    const line = (user: string, code: number) =>
      `2025-11-20 08:00:01 ${user}@contoso.com AADSTS${code}`;
    const text = [line('ana', 50126), line('ben', 50057), line('ana', 50053)].join('\n');
    expect(messages(text)).toEqual([
      ['AADSTS50126', 'AADSTS50053', 'ana@contoso.com'],
      ['AADSTS50057', 'ben@contoso.com'],
    ]);
  });
});

describe('two errors with a correlation id each', () => {
  const page = (code: number, last: number) =>
    `AADSTS${code}: Text.\nRequest Id: ${ID(9)}\nCorrelation Id: ${ID(last)}`;

  it('are two messages', () => {
    expect(messages(`First:\n${page(50011, 1)}\n\nSecond:\n${page(700016, 2)}`)).toEqual([
      ['AADSTS50011', ID(1)],
      ['AADSTS700016', ID(2)],
    ]);
  });

  it('are two messages in lines below each other', () => {
    const line = (code: number, last: number) =>
      `AADSTS${code}: Text. Trace ID: ${ID(9)} Correlation ID: ${ID(last)}`;
    expect(messages(`${line(50011, 1)}\n${line(700016, 2)}`)).toEqual([
      ['AADSTS50011', ID(1)],
      ['AADSTS700016', ID(2)],
    ]);
  });

  it('are one where the id between two codes may be that of either', () => {
    const text = [50011, 700016, 65001].flatMap((code, at) => [
      `Correlation ID: ${ID(at + 1)}`,
      `AADSTS${code}: Text.`,
    ]);
    expect(messages(text.join('\n'))).toHaveLength(1);
  });

  it('are one where the code is the same', () => {
    expect(messages(`${page(50011, 1)}\n\n${page(50011, 2)}`)).toEqual([
      ['AADSTS50011', ID(1), ID(2)],
    ]);
  });
});

describe('one message', () => {
  it.each([
    [
      'with its code in several lines',
      `MsalUiRequiredException: AADSTS50076: Text. Correlation ID: ${ID(1)}\n   at Foo.Bar()\n   ResponseBody: {"error":"invalid_grant","error_description":"AADSTS50076: Text.","error_codes":[50076]}`,
      ['AADSTS50076', ID(1)],
    ],
    [
      'of one user who got two codes',
      `ana@contoso.com got AADSTS50076 and then AADSTS53003`,
      ['AADSTS50076', 'AADSTS53003'],
    ],
    [
      'with the address of a help desk in each line',
      `AADSTS50020 in the portal, ask helpdesk@contoso.com\nAADSTS50105 in the app, says helpdesk@contoso.com`,
      ['AADSTS50020', 'AADSTS50105'],
    ],
    [
      'with a package in each stack trace',
      `Error: AADSTS700016: Text.\n    at node_modules/.pnpm/@azure+msal-node@2.6.0/node_modules/@azure/msal-node/lib/a.js:1\n\nError: AADSTS50011: Text.\n    at node_modules/.pnpm/@azure+msal-browser@3.5.1/node_modules/@azure/msal-browser/lib/b.js:1`,
      ['AADSTS700016', 'AADSTS50011'],
    ],
    [
      'with a package beside each code',
      `com.microsoft.azure:msal4j@1.13.0 AADSTS50126\n\ncom.azure:azure-identity@1.11.1 AADSTS53003`,
      ['AADSTS50126', 'AADSTS53003'],
    ],
    [
      'with a package and a package manager beside each code',
      `npm:msal-node@2.6.0-beta.rc AADSTS50126\n\nvia git@github.com:a/b and pkg/x@registry.npmjs.org/y AADSTS53003`,
      ['AADSTS50126', 'AADSTS53003'],
    ],
    [
      'with whom to ask behind a code',
      `AADSTS65001: Consent is missing. User ana@contoso.com\nAADSTS90094: The grant requires admin permission. Contact it-team@contoso.com.`,
      ['AADSTS65001', 'AADSTS90094', 'ana@contoso.com'],
    ],
    [
      'with whom to ask in another language',
      `AADSTS65001: Text. User ana@contoso.com\nAADSTS90094: Bitte wenden Sie sich an it-team@contoso.com.`,
      ['AADSTS65001', 'AADSTS90094', 'ana@contoso.com'],
    ],
    [
      'with the mailbox of a help desk',
      `AADSTS65001: Text. User ana@contoso.com\nAADSTS90094: Text. Sent by no-reply@contoso.com, see IT-Support@contoso.com`,
      ['AADSTS65001', 'AADSTS90094', 'ana@contoso.com'],
    ],
    [
      'in a thread of mails',
      `From: Ana <ana@contoso.com>\nI get AADSTS50105.\n\nFrom: Ben <ben@contoso.com>\nI had AADSTS65001 before.`,
      ['AADSTS50105', 'AADSTS65001'],
    ],
  ])('%s stays one', (_, text, wanted) => {
    expect(messages(text)).toEqual([wanted]);
  });

  it('is what a log of very many users is', () => {
    const lines = Array.from(
      { length: 40 },
      (_, at) => `2025-11-20 08:00:01 user${at}@contoso.com AADSTS50126`,
    );
    expect(recordsOf('message', lines.join('\n'))).toHaveLength(1);
  });
});
