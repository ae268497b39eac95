import { describe, expect, it } from 'vitest';
import { readFacts } from '../../../facts/read-facts';
import { factsOf, recordsOf } from './reading';

// Tickets in which somebody set several outputs below each other.

const OUTPUT = '   AzureAdJoined : YES\n   DomainJoined : NO\n   AzureAdPrt : YES';
const EVENT =
  'Microsoft-Windows-AAD 1098: Error: 0xCAA2000C The request requires user interaction.';

describe('an output above an event that a line names', () => {
  it.each(['\n', '\n\n', '\n3) Log on the computer:\n   '])(
    'stays one, with %j between',
    (between) => {
      const text = `2) dsregcmd:\n${OUTPUT}${between}${EVENT}`;
      expect(readFacts(text).records.map(({ kind }) => kind)).toEqual(['dsregcmd', 'event']);
      expect(factsOf('dsregcmd', text)).toEqual([
        'device.azureAdJoined=YES',
        'device.domainJoined=NO',
        'prt.present=YES',
      ]);
    },
  );
});

describe('an output that a script wrote in a line', () => {
  const text =
    '=== PC1 ===\nAzureAdJoined=NO; DomainJoined=YES; Error Phase=join; Client ErrorCode=0x801c03f2; Server Message="The device object is not found."\n=== PC2 ===\nAzureAdJoined=YES; DomainJoined=YES';

  it('is one of each computer', () => {
    expect(recordsOf('dsregcmd', text)).toHaveLength(2);
    expect(factsOf('dsregcmd', text)).toEqual([
      'device.azureAdJoined=NO',
      'device.domainJoined=YES',
      'join.errorPhase=join',
      'join.clientErrorCode=0x801C03F2',
      'join.serverMessage=The device object is not found.',
      'device.azureAdJoined=YES',
      'device.domainJoined=YES',
    ]);
  });

  it('is none where it is a condition', () => {
    expect(recordsOf('dsregcmd', 'if AzureAdJoined=NO, DomainJoined=YES then run it')).toEqual([]);
  });
});

describe('a row of the list of events', () => {
  it.each([' / ', ' | ', '\t'])('is read with %j between its cells', (sign) => {
    const text = [
      '304',
      'User Device Registration',
      'Error',
      'Automatic registration failed at join phase. Exit code: 0x801c03f2',
    ].join(sign);
    expect(factsOf('event', text)).toEqual(
      expect.arrayContaining(['event.code=EVENT304', 'event.level=Error']),
    );
    expect(recordsOf('event', text)[0]!.codes).toEqual(['0x801C03F2']);
  });

  it('has the pieces of its message below it, and no category as its message', () => {
    const text =
      'Warning | 9/3/2026 3:12:50 PM | User Device Registration | 360 | (None)\n   ... hardware requirements: No  ... policy is enabled: Yes ...\nInformation | 9/3/2026 3:12:49 PM | User Device Registration | 335 | (None)';
    const facts = factsOf('event', text);
    expect(facts).toEqual(
      expect.arrayContaining(['hello.deviceEligible=NO', 'hello.policyEnabled=YES']),
    );
    expect(facts.join()).not.toContain('(None)');
  });

  it('is none in a sentence with slashes', () => {
    expect(recordsOf('event', 'TPM-WMI / AAD 1 / 2 of the list')).toEqual([]);
  });
});

describe('a sign-in in a line of a ticket', () => {
  it('is one by its code and its user', () => {
    const text =
      '1) Portal: Sign-in error code 70044, Username ana@contoso.com, Application Ledger, IP address 203.0.113.57';
    expect(factsOf('signIn', text)).toEqual([
      'signIn.errorCode=AADSTS70044',
      'signIn.user=ana@contoso.com',
      'signIn.app=Ledger',
      'signIn.ipAddress=203.0.113.57',
    ]);
  });
});

describe('a message beside the name of somebody else', () => {
  it('is of the app that its own line names', () => {
    const [own, other] = ['11111111', '21111111'].map((id) => `${id}-1111-4111-8111-111111111111`);
    const text = `AADSTS50011: The redirect URI 'https://app.contoso.com/cb/' specified in the request does not match the redirect URIs configured for the application '${own}'.\n{"appId":"${other}","displayName":"B"}`;
    expect(factsOf('message', text).filter((one) => one.startsWith('signIn.appId'))).toEqual([
      `signIn.appId=${own}`,
    ]);
  });

  it('is of the user whom its own line names', () => {
    const text = `User A (gina@contoso.com) gets: AADSTS50034: The user account does not exist.\nUser B (yusuf@contoso.com) same morning, his PC:\n${OUTPUT}`;
    expect(factsOf('message', text)).toContain('signIn.user=gina@contoso.com');
    expect(factsOf('message', text).join()).not.toContain('yusuf');
  });

  it('has no secret where a sentence goes on behind the name of a token', () => {
    const text =
      'Error: unable to obtain access token: running the client: exit status 1: AADSTS50173: The provided grant has expired.';
    expect(readFacts(text).secrets).toEqual([]);
    const token = 'unable to renew, access token: Zm9vYmFy0123456789';
    expect(readFacts(token).secrets).toEqual([{ kind: 'token', line: 1 }]);
  });
});

describe('an event of Windows itself', () => {
  it('is read as one of its log by the head of the preview, and is no message', () => {
    const text =
      'Event 4625, Microsoft Windows security auditing.\nAn account failed to log on.\nAccount Name:\tSCAN01$\nStatus:\t0xC000006D\nSub Status:\t0xC0000064';
    expect(readFacts(text).records.map(({ kind }) => kind)).toEqual(['event']);
    expect(factsOf('event', text)).toEqual(
      expect.arrayContaining([
        'event.source=Security-Auditing',
        'event.id=4625',
        'event.isOurs=NO',
        'event.error=0xC000006D',
      ]),
    );
  });
});

describe('a redirect URI that somebody names beside the app', () => {
  it('is told to differ in case and by its slash', () => {
    const app =
      '{"appId":"3b1ab59c-56f2-4cf3-ae2c-d95ffc214ab6","signInAudience":"AzureADMyOrg","web":{"redirectUris":["https://book.contoso.com/auth/callback"]}}';
    const text = `${app}\n\nAADSTS50011, request had redirect_uri=https://book.contoso.com/auth/Callback/`;
    expect(factsOf('app', text)).toContain('app.redirectUriDiffers=case and slash');
    const other = text.replace('/auth/Callback/', '/auth/other');
    expect(factsOf('app', other)).toContain('app.redirectUriDiffers=path');
  });
});
