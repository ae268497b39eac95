import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../diagnosis/diagnose';
import { readFacts } from '../../../facts/read-facts';
import { KNOWLEDGE } from '../whole-knowledge';

const TAB =
  'Device ID\t\nBrowser\tFirefox 144.0\nOperating System\tWindows10\nCompliant\tNo\nManaged\tNo\nJoin Type\t\n';
const found = (text: string) => diagnose(readFacts(text).records, KNOWLEDGE.rules);
const rulesFor = (text: string) => found(text).map(({ rule }) => rule);

describe('a code in a sentence beside a sign-in that was copied without one', () => {
  it.each([
    `${TAB}\nThe basic tab says error code 530003.`,
    `Fehlercode 53000 laut Protokoll\n\n${TAB}`,
    `User: ana@contoso.com\n${TAB}\nAADSTS530003 for user ana@contoso.com`,
  ])('is the code of it: %j', (text) => {
    const finding = found(text).find(({ rule }) => rule === 'device-not-shown');
    expect(finding!.record.kind).toBe('signIn');
    expect(finding!.codes[0]).toMatch(/^AADSTS5300/);
    const { line } = finding!.evidence.find(({ name }) => name === 'signIn.errorCode')!.source;
    expect(text.split('\n')[line - 1]).toContain('5300');
  });

  it.each([
    `${TAB}\nIs it error code 530003?`,
    `${TAB}\nIt is not error code 530003.`,
    `${TAB}\nMy colleague had error code 530003.`,
    `${TAB}\nIn the other ticket: error code 530003`,
    `${TAB}\nerror code 530003 yesterday`,
    `${TAB}\nIf you get AADSTS530003, the device has to be managed.`,
    `${TAB}\nWenn AADSTS530003 kommt, Gerät registrieren.`,
    `${TAB}\nThe documentation describes AADSTS530003 as such.`,
    `${TAB}\nEveryone else in the team sees error code 530003.`,
    `${TAB}\nOn her phone: AADSTS530003.`,
    `${TAB}\nWe fixed AADSTS530003 in May.`,
    `${TAB}\nerror code 530003, then error code 50076`,
    `${TAB}${'\n'.repeat(25)}error code 530003`,
    `${TAB}Status\tSuccess\n\nerror code 530003`,
    `${TAB}Conditional Access\tSuccess\n\nerror code 530003`,
    `User: ana@contoso.com\n${TAB}\nAADSTS530003 for user bo@contoso.com`,
    `${TAB}\nerror code 530003 and 0x80070005`,
  ])('is none of it: %j', (text) => expect(rulesFor(text)).not.toContain('device-not-shown'));

  it('is none of several sign-ins', () => {
    const pane = (user: string) =>
      `Date\t11/10/2026, 1:03:22 PM\nRequest ID\t0561b372-84cc-4eab-a8ba-c639589f5bd1\nUsername\t${user}\nApplication\tTeams\nStatus\tFailure\nClient app\tBrowser\n${TAB}`;
    const text = `${pane('ana@contoso.com')}\n\n${pane('bo@contoso.com')}\nerror code 530003`;
    expect(rulesFor(text)).not.toContain('device-not-shown');
  });
});

describe('the tab of the device alone', () => {
  it.each(['Rich Client 5.0', 'Edge 18.26200'])(
    'shows no device of an app by its browser: %s',
    (one) =>
      expect(rulesFor(`${TAB.replace('Firefox 144.0', one)}\nerror code 530003`)).not.toContain(
        'device-not-shown',
      ),
  );
});
