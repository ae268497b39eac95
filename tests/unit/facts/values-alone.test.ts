import { describe, expect, it } from 'vitest';
import { factsOf, recordsOf } from './reading';

// Values that end where their form says, and rows that are none.

describe('an output of dsregcmd in one line', () => {
  const id = '7c2e9a10-4b5d-4e6f-8a1b-2c3d4e5f6a7b';
  const text = `log: Join: ClientRequestId: ${id} Checks Complete. preCheckResult: Join isSystem: YES resultCode: 0x801c001d Discover: Join Info TenantType: Managed; AutoJoinEnabled: 1; TenandID: ${id}; then it failed with 0x801c0003. AzureAdJoined : NO EnterpriseJoined : NO`;

  it('has each value without the words behind it', () => {
    expect(factsOf('dsregcmd', text)).toEqual(
      expect.arrayContaining([
        `join.requestId=${id}`,
        'join.preCheckResult=Join',
        'join.isSystem=YES',
        'join.resultCode=0x801C001D',
        'join.tenantType=Managed',
        'join.debugValue=1',
        `tenant.id=${id}`,
        'device.azureAdJoined=NO',
      ]),
    );
  });

  it('keeps the codes that stand behind a value', () => {
    expect(recordsOf('dsregcmd', text)[0]!.codes).toContain('0x801C0003');
  });

  it('keeps a value of several words, and two codes of a test', () => {
    const other =
      'AzureAdJoined : NO DomainJoined : YES DRS Discovery Test : FAIL [0x801c0021/0x80072ee2] Server Message : The device is not found. Error Phase : join';
    expect(factsOf('dsregcmd', other).join('\n')).toMatch(
      /FAIL \[0x801c0021\/0x80072ee2\]|drsDiscovery=FAIL/,
    );
    expect(factsOf('dsregcmd', other)).toContain('join.serverMessage=The device is not found.');
  });
});

describe('the head of the table of steps within a pane', () => {
  it('is no row: its second heading is not the time of the sign-in', () => {
    const text =
      'User: Ana Ito\nUsername: ana@contoso.com\nUser type: Guest\nAuthentication Details\nDate\tAuthentication method\tAuthentication method detail\tSucceeded\n8/3/2026, 1:14:05 PM\tPassword\tCloud\ttrue\nSign-in error code: 50079\nFailure reason: The user must enroll.\nStatus: Interrupted\nApplication: Ledger';
    const facts = recordsOf('signIn', text).flatMap(({ facts: all }) => all);
    expect(facts.filter(({ name }) => name === 'signIn.time')).toEqual([]);
    expect(facts.map(({ value }) => value)).toContain('AADSTS50079');
  });
});

describe('a Spanish list', () => {
  it('counts an error as a failure', () => {
    const text =
      'Fecha\tUsuario\tAplicación\tEstado\tDirección IP\tUbicación\tAcceso condicional\tCódigo de error de inicio de sesión\n3/8/2026, 12:45:08\tAna\tLedger\tError\t203.0.113.7\tLugo, Lugo, ES\tNo aplicado\t50097';
    expect(factsOf('log', text)).toEqual(
      expect.arrayContaining(['log.failures=1', 'log.interrupted=0']),
    );
    expect(factsOf('signIn', text)).toContain('signIn.status=Failure');
  });
});
