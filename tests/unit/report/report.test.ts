import { describe, expect, it } from 'vitest';
import type { JudgedCause } from '../../../diagnosis/judge-causes';
import type { Fact } from '../../../facts/fact';
import type { Entry } from '../../../lookup/entry';
import { commandText, fillCommand } from '../../../report/fill-command';
import { portalLinks } from '../../../report/portal-links';
import { openedApp } from '../../../report/opened-app';
import { replyText } from '../../../report/reply';
import { ticketText } from '../../../report/ticket';

const IDS = {
  correlationId: '62e76ee1-52af-46d3-ba8f-3f0be6aea289',
  userPrincipalName: 'user@contoso.com',
  timestamp: '2026-09-03T13:32:53.761Z',
};

describe('commands', () => {
  it('get the ids of the sign-in, and keep the gaps that the page does not fill', () => {
    const parts = fillCommand(
      "-Filter \"correlationId eq '{correlationId}' and appId eq '{appId}'\"",
      IDS,
    );
    expect(commandText(parts)).toBe(
      "-Filter \"correlationId eq '62e76ee1-52af-46d3-ba8f-3f0be6aea289' and appId eq '{appId}'\"",
    );
    expect(parts.filter(({ isFilled }) => isFilled).map(({ text }) => text)).toEqual([
      IDS.correlationId,
    ]);
  });

  it.each([
    "user'; Remove-MgUser -UserId x #@contoso.com",
    'a b@contoso.com',
    '$(calc)@contoso.com',
    '`n@contoso.com',
    'x"@contoso.com',
  ])('never take page text that could act: %s', (userPrincipalName) => {
    expect(commandText(fillCommand("'{userPrincipalName}'", { userPrincipalName }))).toBe(
      "'{userPrincipalName}'",
    );
  });

  it('leave script blocks alone', () => {
    expect(commandText(fillCommand('Where-Object { $_.Id } | % {$_}', IDS))).toBe(
      'Where-Object { $_.Id } | % {$_}',
    );
  });
});

describe('the ticket', () => {
  const entry = {
    code: 'AADSTS53003',
    title: 'Blocked by Conditional Access',
    summary: 'A policy refused the token.',
  };

  const ticket = { code: 'AADSTS53003', entry, ids: IDS, host: 'login.microsoftonline.com' };

  it('holds code, meaning, the ids that are known and the host, and nothing empty', () => {
    expect(ticketText(ticket, (row) => row)).toBe(
      [
        'AADSTS53003: Blocked by Conditional Access',
        'A policy refused the token.',
        '',
        'timestamp: 2026-09-03T13:32:53.761Z',
        'correlationId: 62e76ee1-52af-46d3-ba8f-3f0be6aea289',
        'userPrincipalName: user@contoso.com',
        'page: login.microsoftonline.com',
      ].join('\n'),
    );
  });

  it('holds the message as the page shows it, and what was tried to be opened', () => {
    const appId = '11111111-2222-3333-4444-555555555555';
    const text = ticketText(
      {
        ...ticket,
        message: 'You cannot access this right now\nError Code: 53003',
        opened: { appId, site: 'app.contoso.com' },
      },
      (row) => row,
    );
    expect(text).toContain('message: You cannot access this right now · Error Code: 53003\n');
    expect(text).toContain(`appId: ${appId}\n`);
    expect(text).toContain('site: app.contoso.com\n');
  });

  it('says the app of the page rather than that of the address', () => {
    const ids = { appId: '99999999-2222-3333-4444-555555555555' };
    const opened = { appId: '11111111-2222-3333-4444-555555555555' };
    const text = ticketText({ ...ticket, ids, opened }, (row) => row);
    expect(text).toContain('appId: 99999999');
    expect(text).not.toContain('11111111');
  });

  it('says which cause fits and by which values, each once, and no cause that is ruled out', () => {
    const client = { label: 'Client app', printed: 'IMAP4' } as Fact;
    const empty = { label: 'Device ID', printed: '' } as Fact;
    const long = { label: '', printed: 'x'.repeat(100) } as Fact;
    const causes = [
      { id: 'legacy', name: ['Legacy ', { b: 'authentication' }] },
      { id: 'device', name: ['Device not compliant'] },
    ] as Entry['causes'];
    const judged = [
      { cause: 'device', state: 'ruledOut', evidence: [client] },
      { cause: 'legacy', state: 'fits', evidence: [client, client, empty, long] },
    ] as unknown as JudgedCause[];
    const text = ticketText(
      { ...ticket, entry: { ...entry, causes }, causes: judged },
      (row) => row,
    );
    expect(text).toContain(
      `\nfits: Legacy authentication (Client app: IMAP4; Device ID: –; ${'x'.repeat(79)}…)\n`,
    );
    expect(text).not.toContain('Device not compliant');
  });

  it('is as whole for a code that nothing is known of', () => {
    const text = ticketText({ ...ticket, code: 'AADSTS99999', entry: undefined }, (row) => row);
    expect(text).toMatch(/^AADSTS99999\n\ntimestamp: /);
    expect(text).toContain('correlationId: 62e76ee1');
  });

  it('takes nothing from the page that is no text of one line', () => {
    const text = ticketText(
      { ...ticket, message: 'A\u0000B\u202eC\tD', ids: { appName: 'HR\r\nUser: admin\u2066' } },
      (row) => row,
    );
    expect(text).toContain('message: ABC D\n');
    expect(text).toContain('appName: HR User: admin\n');
  });
});

describe('the reply for the user', () => {
  it('holds title, words and numbered steps, with the addresses of links', () => {
    expect(
      replyText({
        title: 'Blocked by a policy',
        userTitle: 'Not from this device',
        summary: 'S',
        user: {
          text: [['Your password was ', { b: 'right' }, '.', { e: [0] }], ['A rule stops you.']],
          steps: [
            ['Open ', { a: 'My Apps', h: 'https://myapps.microsoft.com' }, '.'],
            ['Try again.'],
          ],
        },
      }),
    ).toBe(
      [
        'Not from this device',
        '',
        'Your password was right. A rule stops you.',
        '',
        '1. Open My Apps (https://myapps.microsoft.com).',
        '2. Try again.',
      ].join('\n'),
    );
  });
});

describe('what was tried to be opened', () => {
  const CLIENT = '11111111-2222-3333-4444-555555555555';
  it.each([
    [
      `https://login.microsoftonline.com/common/oauth2/v2.0/authorize?client_id=${CLIENT}&redirect_uri=https%3A%2F%2Fapp.contoso.com%2Fcallback`,
      { appId: CLIENT, site: 'app.contoso.com' },
    ],
    [
      'https://login.microsoftonline.com/common/wsfed?wreply=https%3A%2F%2Fhr.contoso.com',
      { site: 'hr.contoso.com' },
    ],
    ['https://login.microsoftonline.com/x?client_id=<b>&redirect_uri=javascript:alert(1)', {}],
    ['https://login.microsoftonline.com/common/login', {}],
    ['about:blank', {}],
    ['', {}],
  ])('in %s', (address, expected) => {
    expect(openedApp(address)).toEqual(expected);
  });
});

describe('portal links', () => {
  const places = {
    signInLogs: {
      label: 'Sign-in logs',
      links: { global: 'https://entra.microsoft.com/#a', usgov: 'https://entra.microsoft.us/#a' },
    },
  };
  it('lead to the cloud of the page, and are left out where it has no such place', () => {
    expect(portalLinks(places, 'portal.azure.us')).toEqual({
      signInLogs: 'https://entra.microsoft.us/#a',
    });
    expect(portalLinks(places, 'portal.azure.cn')).toEqual({});
  });
});
