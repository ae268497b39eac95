import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../diagnosis/diagnose';
import { readFacts } from '../../../facts/read-facts';
import { KNOWLEDGE } from '../whole-knowledge';

const ROOT = join(import.meta.dirname, '../../..');
const { rules } = KNOWLEDGE;

/** What public/collect-signpost.ps1 writes in each of its parts, byte order mark and line ends of Windows included. */
const USER = readFileSync(join(ROOT, 'tests/fixtures/texts/collected/user.txt'), 'utf8');
const ADMIN = readFileSync(join(ROOT, 'tests/fixtures/texts/collected/admin.txt'), 'utf8');

const titles = (text: string) => readFacts(text).records.map(({ title }) => title);
const findings = (text: string) =>
  diagnose(readFacts(text).records, rules).map(({ verdict, rule }) => `${verdict} ${rule}`);

describe('what the collector writes', () => {
  it("reads back as the user's part", () => {
    expect(titles(USER)).toEqual(['dsregcmd /status', 'Windows Hello policy in the registry']);
  });

  it('reads back as the elevated part, with every event and the TPM', () => {
    expect(titles(ADMIN)).toEqual([
      'dsregcmd /status',
      'Windows Hello policy in the registry',
      'User Device Registration 360',
      'User Device Registration 335',
      'User Device Registration 304',
      'HelloForBusiness 7054',
      'HelloForBusiness 7201',
      'AAD 1098',
      'AAD 1081',
      'TPM',
      'TPM',
    ]);
  });

  it('keeps each record to its own section', () => {
    for (const text of [USER, ADMIN]) {
      const lines = text.split('\r\n');
      for (const { title, from, to } of readFacts(text).records)
        expect(
          lines.slice(from, to).filter((line) => line.startsWith('#####')),
          title,
        ).toEqual([]);
    }
  });

  it('reads each value under the key that it stands in', () => {
    const policy = readFacts(USER).records.find(({ kind }) => kind === 'policy')!;
    expect(policy.facts.map(({ name, value }) => `${name}=${value}`)).toEqual([
      'policy.computerGroupPolicy=0',
      'policy.requiresSecurityDevice=1',
      'policy.other=6',
      'policy.deviceMdm=1',
      'policy.cloudTrust=1',
    ]);
    const lines = USER.split('\r\n');
    for (const { label, source } of policy.facts) expect(lines[source.line - 1]).toContain(label);
  });

  it('tells what is wrong, and doubts the user in the elevated part', () => {
    expect(findings(USER)).toEqual(
      expect.arrayContaining(['fails hello-no-policy', 'fails policy-off', 'fine prt-present']),
    );
    expect(findings(ADMIN)).toEqual(
      expect.arrayContaining(['unknown wam-error', 'fine device-key-sound', 'fine tpm-healthy']),
    );
    expect(findings(ADMIN)).not.toContain('fails prt-attempt-failed');
  });

  it('holds no secret, and no line that looks like one', () => {
    expect(readFacts(USER).secrets).toEqual([]);
    expect(readFacts(ADMIN).secrets).toEqual([]);
  });
});

describe('the policy in the registry', () => {
  const policyOf = (text: string) =>
    readFacts(text)
      .records.filter(({ kind }) => kind === 'policy')
      .flatMap(({ facts }) => facts.map(({ name, value }) => `${name}=${value}`));

  it("is read from PowerShell's Get-Item as well", () => {
    expect(
      policyOf(
        '\n    Hive: HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\n\n\nName                           Property\n' +
          '----                           --------\nPassportForWork                Enabled                    : 1\n' +
          '                               UseCloudTrustForOnPremAuth : 1\n',
      ),
    ).toEqual(['policy.computerGroupPolicy=1', 'policy.cloudTrust=1']);
  });

  it('is told apart by user and by device', () => {
    const key = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Policies\\PassportForWork\\7a1c0e52';
    const value = '    UsePassportForWork    REG_DWORD    0x0';
    expect(policyOf(`${key}\\S-1-5-21-1-2-3-1104\\Policies\n${value}`)).toEqual([
      'policy.userMdm=0',
    ]);
    expect(policyOf(`${key}\\Device\\Policies\n${value}`)).toEqual(['policy.deviceMdm=0']);
    expect(
      policyOf(
        'HKEY_USERS\\S-1-5-21-1-2-3-1104\\SOFTWARE\\Policies\\Microsoft\\PassportForWork\n    Enabled    REG_DWORD    0x1',
      ),
    ).toEqual(['policy.userGroupPolicy=1']);
  });

  it.each([
    'HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Edge\n    Enabled    REG_DWORD    0x0',
    'HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\PassportForWork',
    'Set Enabled under HKLM\\SOFTWARE\\Policies\\Microsoft\\PassportForWork to 0.\n    Enabled    REG_DWORD    0x0',
    '    Enabled    REG_DWORD    0x0',
  ])('is not read from %j', (text) => expect(policyOf(text)).toEqual([]));
});
