import { describe, expect, it } from 'vitest';
import { compileRules } from '../../../compiler/compile-rules';

const FILE = 'knowledge/rules/device.yml';
const CODES = new Set(['AADSTS50155']);
const GOOD = `sources:
  page:
    url: https://learn.microsoft.com/entra/identity/devices/faq
    dated: '2025-01-31'
    says: Disabled and deleted devices.
rules:
  - id: device-refused
    on: dsregcmd
    when:
      device.azureAdJoined: 'YES'
      any:
        - device.authStatus: [FAILED, FAILED. ERROR]
        - prt.updateTime: { olderThan: { hours: 4, than: run.clientTime } }
    verdict: fails
    says: "The device is refused ({device.authStatus})."
    code: AADSTS50155
    from: [page]
`;

describe('rules', () => {
  it('compile to conditions over the vocabulary', () => {
    const { rules, problems } = compileRules(FILE, GOOD, CODES);
    expect(problems).toEqual([]);
    expect(rules).toMatchObject([
      {
        id: 'device-refused',
        when: {
          all: [
            { fact: 'device.azureAdJoined', is: ['YES'] },
            {
              any: [
                { fact: 'device.authStatus', is: ['FAILED', 'FAILED. ERROR'] },
                { fact: 'prt.updateTime', olderThan: { hours: 4, than: 'run.clientTime' } },
              ],
            },
          ],
        },
        from: [{ url: 'https://learn.microsoft.com/entra/identity/devices/faq' }],
      },
    ]);
  });

  it.each<[string, string, string, RegExp]>([
    [
      'a fact outside of the vocabulary',
      'device.azureAdJoined:',
      'device.entraJoined:',
      /entraJoined is no fact/,
    ],
    ['a word that the fact never has', "'YES'", "'TRUE'", /TRUE is none of its values: YES, NO/],
    [
      'a test that does not exist',
      '{ olderThan: { hours: 4, than: run.clientTime } }',
      '{ above: 3 }',
      /is a value, a list/,
    ],
    [
      'another fact outside of the vocabulary',
      'than: run.clientTime',
      'than: run.time',
      /prt.updateTime/,
    ],
    ['a kind of record that does not exist', 'on: dsregcmd', 'on: device', /is one of/],
    ['a verdict that does not exist', 'verdict: fails', 'verdict: bad', /fails, fine or unknown/],
    [
      'a value that its condition does not ask for',
      '({device.authStatus})',
      '({prt.present})',
      /prt.present.*not asked for/,
    ],
    ['a source without a date', "    dated: '2025-01-31'\n", '', /dated is missing/],
    ['a source that is not there', 'from: [page]', 'from: [book]', /book is no source/],
    ['a code without an entry', 'AADSTS50155', 'AADSTS50999', /AADSTS50999 has no entry/],
    ['a host that is not allowed', 'learn.microsoft.com', 'learn.example.com', /allowed host/],
    ['an unknown key', 'verdict: fails', 'verdict: fails\n    weight: 3', /weight: no such key/],
  ])('with %s are refused, by line', (_, from, to, message) => {
    const { rules, problems } = compileRules(FILE, GOOD.replace(from, to), CODES);
    expect(rules).toEqual([]);
    expect(problems.map((problem) => problem.message).join('\n')).toMatch(message);
    expect(problems[0]!.line).toBeGreaterThan(1);
  });
});
