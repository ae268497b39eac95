import { describe, expect, it } from 'vitest';
import { readFacts } from '../../../facts/read-facts';

const facts = (text: string) =>
  Object.fromEntries(
    readFacts(text)
      .records.filter(({ kind }) => kind === 'dsregcmd')
      .flatMap((record) => record.facts.map(({ name, value }) => [name, value])),
  );

describe('rows of dsregcmd that text recognition read', () => {
  it('keep a NO that was read as N0, and a row without its colon', () => {
    const text =
      'AzureAdJoined   YES\nDomainJoined   N0\nAzureAdPrt : N0\nAttempt Status   Oxc000006a\nDevice Name   PC-0l';
    expect(facts(text)).toMatchObject({
      'device.azureAdJoined': 'YES',
      'device.domainJoined': 'NO',
      'prt.present': 'NO',
      'prt.attemptStatus': '0xC000006A',
    });
    const printed = readFacts(text).records[0]!.facts.find(({ name }) => name === 'prt.present');
    expect(printed!.printed).toBe('N0');
  });

  it.each([
    'AzureAdJoined   if joined',
    'AzureAdJoined YES',
    'AzureAdJoined   YES   NO',
    'azureadjoined   yes, I think',
    'Expected values:\nAzureAdJoined   YES\nAzureAdPrt   YES',
    'Joined   YES',
    'Report of devices\nDomainJoined   True\nAzureAdJoined   False',
  ])('are none of a text: %j', (text) => expect(facts(text)).toEqual({}));
});
