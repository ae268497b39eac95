import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../diagnosis/diagnose';
import { readFacts } from '../../../facts/read-facts';
import { KNOWLEDGE } from '../whole-knowledge';
import { factsOf, recordsOf } from './reading';

const state = ({
  done = 'true',
  user = 'POUserStateNormal (0)',
  extension = 'com.microsoft.CompanyPortalMac.ssoextension',
  tokens = 'Received:\n2026-11-01T08:00:00Z\nExpiration:\n2026-11-15T08:00:00Z (Not Expired)',
} = {}) =>
  `mia@mac ~ % app-sso platform -s\nTime: 2026-11-02 08:00:00 +0000\n\nDevice Configuration:\n {\n  "_deviceSigningKeyData" : "AAAAhiddenkeydata0123456789",\n  "extensionIdentifier" : "${extension}",\n  "grantTypes" : [\n    "x"\n  ],\n  "loginType" : "POLoginTypePassword (1)",\n  "registrationCompleted" : ${done},\n  "version" : 1\n}\n\nLogin Configuration:\n {\n  "clientID" : "29d9ed98-a469-4536-ade2-f981bc1d605e",\n  "issuer" : "https://login.microsoftonline.com/common/v2.0"\n}\n\nUser Configuration:\n {\n  "state" : "${user}",\n  "uniqueIdentifier" : "AAAAhiddenuser"\n}\n\nSSO Tokens:\n${tokens}\n`;

const rulesOf = (text: string) =>
  diagnose(readFacts(text).records, KNOWLEDGE.rules).map(
    ({ verdict, rule }) => `${verdict} ${rule}`,
  );

describe('the state of Platform SSO', () => {
  it('is read without its keys and hashes', () => {
    const facts = factsOf('platformSso', state());
    expect(facts).toEqual(
      expect.arrayContaining([
        'platformSso.registrationCompleted=YES',
        'platformSso.loginType=POLoginTypePassword (1)',
        'platformSso.userState=POUserStateNormal (0)',
        'platformSso.tokensReceived=2026-11-01T08:00:00Z',
      ]),
    );
    expect(JSON.stringify(readFacts(state()).records)).not.toContain('hidden');
  });

  it.each([
    ['a Mac without a fault', {}, ['fine platform-sso-registered']],
    [
      'a user who is not registered',
      { user: 'POUserStateNeedsRegistration (1)' },
      ['fails platform-sso-user-not-registered'],
    ],
    [
      'a device that is not registered',
      { done: 'false' },
      ['fails platform-sso-device-not-registered'],
    ],
    [
      'no tokens',
      { tokens: 'Received:\n(null)' },
      ['fails platform-sso-no-tokens', 'fine platform-sso-registered'],
    ],
    [
      'no tokens, which therefore expire never',
      { tokens: 'Received:\n(null)\nExpiration:\n(null) (Expired)' },
      ['fails platform-sso-no-tokens', 'fine platform-sso-registered'],
    ],
    [
      'tokens that expired',
      { tokens: 'Received: 2026-01-01T08:00:00Z\nExpiration: 2026-01-15T08:00:00Z (Expired)' },
      ['fails platform-sso-expired', 'fine platform-sso-registered'],
    ],
    [
      'a state that no page explains',
      { user: 'POUserStateNeedsBinding (9)' },
      ['unknown platform-sso-other-state'],
    ],
    [
      'an extension of another vendor',
      { extension: 'com.example.sso.extension' },
      ['unknown platform-sso-other-extension', 'fine platform-sso-registered'],
    ],
    [
      'an extension of another vendor, whose registration is repaired elsewhere',
      { extension: 'com.example.sso.extension', user: 'POUserStateNeedsRegistration (1)' },
      ['unknown platform-sso-other-extension'],
    ],
  ])('shows %s', (_, change, wanted) => {
    expect(rulesOf(state(change))).toEqual(wanted);
    expect(rulesOf(state(change).replace(/^/gm, '> '))).toEqual(wanted);
  });

  it('of a Mac without a configuration says so', () => {
    const text =
      'Device Configuration:\n (null)\n\nLogin Configuration:\n (null)\n\nUser Configuration:\n (null)\n\nSSO Tokens:\nReceived:\n(null)';
    expect(rulesOf(text)).toContain('fails platform-sso-device-not-registered');
  });

  it('of two Macs is two records', () => {
    expect(recordsOf('platformSso', state() + state())).toHaveLength(2);
  });

  it.each([
    'User Configuration:\n{\n  "name" : "Mia",\n  "theme" : "dark"\n}',
    'Device Configuration:\nVLAN 7\nUser Configuration:\nnone',
    'The state is POUserStateNormal and the device is registered.',
    'SSO Tokens:\nReceived:\n(null)',
    'User Configuration:\n{\n  "state" : "enabled",\n  "loginType" : "basic"\n}',
    'User Configuration:\n (null)',
    'Device Configuration: (null)',
  ])('is none in %j', (text) => {
    expect(recordsOf('platformSso', text)).toEqual([]);
  });
});
