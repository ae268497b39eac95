import { describe, expect, it } from 'vitest';
import { factsOf, recordsOf } from './reading';

const codesIn = (text: string) =>
  factsOf('event', text).flatMap((one) => /^event\.code=(.+)/.exec(one)?.[1] ?? []);

describe('an event that a sentence names', () => {
  it.each([
    ['In the AAD log 1098 at 09:12, again and again', ['EVENT1098-AAD']],
    [
      'on his laptop User Device Registration 304 and 360 since the reset',
      ['EVENT304', 'EVENT360'],
    ],
    ['log HelloForBusiness: 7054', ['EVENT7054-HELLO']],
    ['HelloForBusiness: 358', ['EVENT358']],
    ['I found ID 1084 in Microsoft-Windows-AAD/Operational yesterday', ['EVENT1084-AAD']],
    ['Ereignisse 304 und 305 im Protokoll „User Device Registration“', ['EVENT304', 'EVENT305']],
    ['AAD/Betriebsbereit, Ereignis 1098 kam heute zweimal', ['EVENT1098-AAD']],
    ['Événement 1098 dans le journal AAD/Opérationnel', ['EVENT1098-AAD']],
    ['Sale el evento 1098 en el registro AAD/Operativo', ['EVENT1098-AAD']],
    ['Compare l’evento 304 nel registro User Device Registration', ['EVENT304']],
    ['Apareceu o evento 1098 no log AAD/Operacional', ['EVENT1098-AAD']],
    ['Gebeurtenis 360 in User Device Registration', ['EVENT360']],
    ['User Device Registration イベント 360 が出ます', ['EVENT360']],
    ['DeviceManagement-Enterprise-Diagnostics-Provider event 76 every hour', ['EVENT76-MDM']],
  ])('is read: %s', (text, codes) => {
    expect(codesIn(text)).toEqual(codes);
  });

  it('has the message that stands behind it, or below it up to a blank line', () => {
    const below =
      'AAD/Operational, Ereignis 1098:\nError: 0x80090030 x\nOperation\n\n0x80070005 elsewhere';
    expect(recordsOf('event', below)).toMatchObject([{ codes: ['0x80090030'], from: 1, to: 3 }]);
    const behind = 'the AAD log 1098 at 07:58: Error 0xCAA2000C';
    expect(recordsOf('event', behind)).toMatchObject([{ codes: ['0xCAA2000C'] }]);
  });

  it('has no code that somebody doubts, and none where some are named', () => {
    expect(recordsOf('event', 'the AAD log 1098 at 07:58: 0xCAA2000C? not sure')).toMatchObject([
      { codes: [] },
    ]);
    expect(
      recordsOf('event', 'User Device Registration 304 and 360: 0x801C001D').map(
        ({ codes }) => codes,
      ),
    ).toEqual([[], []]);
  });

  it('gives a doubted code to no output above it', () => {
    const text =
      'AzureAdJoined : YES\nAzureAdPrt : NO\nAttempt Status : 0xc000005e\nand the AAD log 1084 at 07:58: Error 0xCAA20003? not sure';
    expect(recordsOf('dsregcmd', text)).toMatchObject([{ codes: ['0xC000005E'] }]);
    expect(codesIn(text)).toEqual(['EVENT1084-AAD']);
  });

  it('leaves a code of something else in its line to other readers', () => {
    const text = 'User Device Registration 304 and 360, and AADSTS50126 in the browser';
    expect(recordsOf('message', text)).toMatchObject([{ codes: ['AADSTS50126'] }]);
  });
});

describe('a number beside the name of a log', () => {
  it.each([
    'In the AAD log 2026 was a quiet year',
    'AAD/Operational, port 1084 is open',
    'We have AAD 1100 and Exchange',
    'the AAD log: 1100 entries since Monday',
    'AAD/Operational 1098 events',
    'AAD log, ticket 1098',
    'No event 1098 in AAD/Operational',
    'Kein Ereignis 304 in User Device Registration',
    'Look for events 304 and 204 in the User Device Registration log.',
    'User Device Registration 304 is not there',
    'Was that User Device Registration 304?',
    'Event 1098 in Application, and AAD/Operational is empty',
    'Event 36874 of Schannel, AAD/Operational has nothing',
    'User Device Registration 443',
    'User Device Registration 304.5 MB',
    'MyAAD/Operational 1098',
  ])('is no event: %s', (text) => {
    expect(recordsOf('event', text)).toEqual([]);
  });
});

describe('a table of events in two groups', () => {
  it('has each event under the name of its own source', () => {
    const group = (name: string, id: number) =>
      `   ProviderName: ${name}\n\nTimeCreated              Id LevelDisplayName Message\n-----------              -- ---------------- -------\n8/4/2026 7:22:05 AM    ${id} Warning          It is cut ...\n`;
    const text = [
      group('Microsoft-Windows-AAD', 1097),
      group('Microsoft-Windows-User Device Registration', 360),
    ].join('\n');
    expect(codesIn(text)).toEqual(['EVENT1097-AAD', 'EVENT360']);
    expect(factsOf('event', text).join()).not.toContain('event.field');
  });
});
