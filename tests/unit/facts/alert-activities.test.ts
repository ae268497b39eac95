import { describe, expect, it } from 'vitest';
import { factsOf, recordsOf } from './reading';

const HEAD = [
  'Microsoft Defender XDR | Alert: Atypical travel',
  'Detection source: Identity Protection   Severity: Medium',
  'Impacted assets: Users: Rosa Keller (rkeller@contoso.com)   Devices: -',
  'Activities',
];
const FINE = '09:02:20 | 203.0.113.33 | Sign-in success | Field Notes | riskLevelDuringSignIn none';
const FAILED =
  '09:41:49 | 203.0.113.210 | Sign-in failed | Field Notes | Error code 50158 | External security challenge was not satisfied. | riskLevelDuringSignIn medium';
const alert = (...rows: string[]) => [...HEAD, ...rows].join('\n');

describe('the activities of an alert', () => {
  it('are sign-ins of its user, each with its own address, code and risk', () => {
    const [fine, failed, other] = recordsOf('signIn', alert(FINE, FAILED)).map(({ facts }) =>
      facts.map(({ name, value }) => `${name.slice(7)}=${value}`),
    );
    expect(fine).toEqual([
      'time=09:02:20',
      'user=rkeller@contoso.com',
      'ipAddress=203.0.113.33',
      'app=Field Notes',
      'status=Success',
      'riskLevel=none',
    ]);
    expect(failed).toEqual([
      'time=09:41:49',
      'user=rkeller@contoso.com',
      'ipAddress=203.0.113.210',
      'app=Field Notes',
      'errorCode=AADSTS50158',
      'failureReason=External security challenge was not satisfied.',
      'riskLevel=medium',
    ]);
    expect(other).toBeUndefined();
  });

  it.each([
    ['two users', 'Rosa Keller (rkeller@contoso.com), Tom Beck (tbeck@contoso.com)'],
    ['two without a comma', 'rkeller@contoso.com (tbeck@contoso.com)'],
    ['no address', 'Rosa Keller'],
    ['two, one of them by name', 'Rosa Keller (rkeller@contoso.com), Tom Beck'],
  ])('have no user of %s', (_, users) => {
    const text = alert(FAILED).replace(/Rosa.*(?= {3})/, users);
    expect(factsOf('signIn', text)).toContain('signIn.errorCode=AADSTS50158');
    expect(factsOf('signIn', text).join()).not.toContain('signIn.user');
  });

  it('have no user of whom somebody wrote beside', () => {
    const text = ['Microsoft Defender XDR alert', 'Reported by user: help@contoso.com', FAILED];
    expect(factsOf('signIn', text.join('\n')).join()).not.toContain('signIn.user');
  });

  it('are all of one alert, however many', () => {
    const rows = Array.from({ length: 30 }, (_, at) => FAILED.replace('49', `${at + 10}`));
    expect(recordsOf('signIn', alert(...rows)).map(({ codes }) => codes[0])).toEqual(
      rows.map(() => 'AADSTS50158'),
    );
  });

  it('have no user of another alert above', () => {
    const text = `${alert(FINE)}\n\nMicrosoft Defender XDR | Alert: Password spray\n${FAILED}`;
    const [, failed] = recordsOf('signIn', text);
    expect(failed!.codes).toEqual(['AADSTS50158']);
    expect(failed!.facts.map(({ name }) => name)).not.toContain('signIn.user');
  });

  it.each([
    ['no alert above', FAILED],
    ['an alert of another product', `Contoso VPN alert: travel\n${FAILED}`],
    ['a failure without a code', alert(FAILED.replace(/ Error code.*/, ''))],
    [
      'a success at some service',
      `Microsoft Sentinel, alert: travel\n${FINE.replace('Field Notes', 'Okta Dashboard')}`,
    ],
    ['a code of something else', alert(FAILED.replace('50158', '1326'))],
    ['a success with a code', alert(FAILED.replace('failed', 'success'))],
    ['no address', alert(FAILED.replace('203.0.113.210', 'Lagos'))],
    ['no time', alert(FAILED.replace('09:41:49', 'Step 2'))],
    ['another deed', alert(FAILED.replace('Sign-in failed', 'Upload failed'))],
  ])('are none with %s', (_, text) => expect(recordsOf('signIn', text)).toEqual([]));
});
