import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { HOSTS } from '../../../hosts/hosts';
import { hostSource } from '../../../hosts/match-pattern';
import { cloudOf, EXPRESSIONS, HOST_GROUPS, isSignInHost, knownHost } from '../../../hosts/roles';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const isMicrosoft = (host: string) => new RegExp(EXPRESSIONS.microsoft).test(host);

describe('every row of the table', () => {
  it.each(HOSTS)('$pattern is found again by a host that it covers', (row) => {
    const host = new URL(row.pattern.replace('*.', 'a.b.')).hostname;
    const found = knownHost(host)!;
    expect(found.role).toBe(row.role);
    expect(found.cloud).toBe(row.cloud);
    expect(cloudOf(host)).toBe(row.cloud);
    expect(isSignInHost(host)).toBe(row.role === 'signIn' || row.access === 'externalId');
    expect(isMicrosoft(host)).toBe(row.role !== 'foreign');
    expect(row.reason.length).toBeGreaterThan(20);
  });

  it('stands once', () => {
    const patterns = HOSTS.map(({ pattern }) => pattern);
    expect(new Set(patterns).size).toBe(patterns.length);
  });

  it('has a name for its group in the message files', () => {
    const { hosts } = parse(read('locales/en.yml')) as { hosts: Record<string, string> };
    expect(HOST_GROUPS.map(({ id }) => id).filter((id) => !hosts[id])).toEqual([]);
  });

  it('by default stands in the README, with its reason', () => {
    const rows = HOSTS.filter(({ access }) => access === 'default').map(
      ({ pattern, reason }) => `| \`${pattern}\` | ${reason} |`,
    );
    const readme = read('README.md').replace(/ +\|/g, ' |');
    expect(rows.filter((row) => !readme.includes(row))).toEqual([]);
  });
});

describe('Microsoft Defender', () => {
  it.each([
    ['security.microsoft.com', 'admin', 'global'],
    ['security.microsoft.us', 'usgov', 'usgov'],
    ['security.apps.mil', 'usgov', 'usgov'],
  ])('on %s runs when the user turns on %s, in the cloud %s', (host, group, cloud) => {
    expect(knownHost(host)).toMatchObject({ access: group, cloud, role: 'portal' });
    expect(isMicrosoft(host)).toBe(true);
  });
});

describe('other hosts', () => {
  it.each([
    '',
    'login.microsoftonline.com.evil.example',
    'notmicrosoft.com',
    'apps.mil',
    'evilentra.microsoft.example',
    'contoso.azurewebsites.net',
    'contoso.z13.web.core.windows.net',
    'contoso.cloudapp.azure.com',
    'portal.azure.net.example',
    'loginXmicrosoftonline.com',
    'login.microsoftonline.com\n.evil.example',
  ])('%j is neither Microsoft’s nor a sign-in page', (host) => {
    expect(isMicrosoft(host)).toBe(false);
    expect(isSignInHost(host)).toBe(false);
    expect(knownHost(host)).toBeUndefined();
  });

  it.each(['contoso.b2clogin.com', 'contoso.ciamlogin.com', 'github.com'])(
    '%s is known, and its pages are not Microsoft’s',
    (host) => {
      expect(knownHost(host)?.role).toBe('foreign');
      expect(isMicrosoft(host)).toBe(false);
    },
  );
});

it.each(['contoso.b2clogin.com', 'contoso.ciamlogin.com'])(
  'who reads an error on %s is the person who cannot sign in',
  (host) => expect(isSignInHost(host)).toBe(true),
);

describe('match patterns', () => {
  it('say what a host expression has to take', () => {
    const takes = (pattern: string, host: string) =>
      new RegExp(`^(?:${hostSource(pattern)})$`).test(host);
    expect(takes('https://*.contoso.com/*', 'a.b.contoso.com')).toBe(true);
    expect(takes('https://*.contoso.com/*', 'contoso.com')).toBe(true);
    expect(takes('https://*.contoso.com/*', 'evilcontoso.com')).toBe(false);
    expect(takes('https://contoso.com/*', 'a.contoso.com')).toBe(false);
    expect(takes('https://contoso.com/*', 'contosoxcom')).toBe(false);
  });

  it.each(['<all_urls>', 'http://contoso.com/*', 'https://contoso.com/path', 'https://*/*'])(
    '%s is refused',
    (pattern) => expect(() => hostSource(pattern)).toThrow(pattern),
  );
});
