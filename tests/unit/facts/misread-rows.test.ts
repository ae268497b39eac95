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

describe('columns of dsregcmd that text recognition read one after the other', () => {
  it('give no value to the label above them', () =>
    expect(
      facts(
        'Device State\nAzureAdJoined\nDomainJoined\nDevice Name\nYES\nNO\nPC1\nSSO State\nAzureAdPrt\nEnterprisePrt\nYES\nNO',
      ),
    ).toEqual({}));

  it('but labels with their values below them do', () =>
    expect(facts('AzureAdJoined\nYES\nDomainJoined\nNO\nAzureAdPrt\nNO')).toMatchObject({
      'device.azureAdJoined': 'YES',
      'prt.present': 'NO',
    }));
});

describe('rows of dsregcmd beside a text', () => {
  it('keep a value of some words before a comma', () =>
    expect(
      facts(
        '5. dsregcmd: AzureAdJoined : YES, DeviceAuthStatus : FAILED. Device is either disabled or deleted, AzureAdPrt : NO',
      ),
    ).toMatchObject({
      'device.authStatus': 'FAILED. Device is either disabled or deleted',
      'prt.present': 'NO',
    }));

  const ROWS = '\n\n  AzureAdJoined : YES\n   DomainJoined : NO\n     AzureAdPrt : YES';
  it.each(['"He says it must be the join"', 'Must be due to the token.', 'It must be our VPN!'])(
    'are read below a guess at the cause: %s',
    (said) => expect(facts(said + ROWS)).toMatchObject({ 'prt.present': 'YES' }),
  );
  it.each([
    'It must be:',
    'The values must be the following:',
    'It must be a joined device:',
    'That must be the same as:',
  ])('and are a wish below one: %s', (said) => expect(facts(said + ROWS)).toEqual({}));
});
