import { describe, expect, it } from 'vitest';
import { commandText, fillCommand } from '../../../report/fill-command';
import { portalLinks } from '../../../report/portal-links';
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

  it('holds code, meaning, the ids that are known and the host, and nothing empty', () => {
    expect(ticketText(entry, IDS, 'login.microsoftonline.com', (row) => row)).toBe(
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
