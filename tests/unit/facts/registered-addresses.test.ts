import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../diagnosis/diagnose';
import { readFacts } from '../../../facts/read-facts';
import { KNOWLEDGE } from '../whole-knowledge';
import { factsOf, recordsOf } from './reading';

const REQUEST =
  'https://login.microsoftonline.com/common/oauth2/v2.0/authorize?client_id=58defd00-1de3-5522-b8d6-946242807ce0&response_type=code&redirect_uri=https%3A%2F%2Fshop.contoso.com%2Fsignin%2F&scope=openid';
const MESSAGE =
  "AADSTS50011: The redirect URI 'https://shop.contoso.com/signin/' specified in the request does not match the redirect URIs configured for the application.";
const rulesFor = (text: string) =>
  diagnose(readFacts(text).records, KNOWLEDGE.rules).map(({ rule }) => rule);

describe('an address that is noted as registered', () => {
  it.each([
    'Registered in the portal: https://shop.contoso.com/signin',
    '- redirect URI registered = https://shop.contoso.com/signin',
    'Im Portal eingetragen: https://shop.contoso.com/signin.',
    "Enregistrée dans le portail : 'https://shop.contoso.com/signin'",
    'configured in the Entra portal: https://shop.contoso.com/Signin/',
  ])('is compared letter by letter: %s', (line) => {
    expect(rulesFor(`${REQUEST}\n\n${line}`)).toContain('request-redirect-uri-differs');
    const [app] = recordsOf('app', `${REQUEST}\n\n${line}`);
    expect(app!.from).toBe(3);
  });

  it('is not the request in the line below', () => {
    const text = `Registered in the portal: https://shop.contoso.com/signin\n${REQUEST}`;
    expect(factsOf('app', text).join()).not.toContain('login.microsoftonline.com');
    expect(rulesFor(text)).toContain('request-redirect-uri-differs');
  });

  it('is compared with a message, and none of its addresses', () => {
    const text = `${MESSAGE}\nRegistered redirect URI: https://shop.contoso.com/signin`;
    expect(rulesFor(text)).toContain('redirect-uri-slash');
    expect(factsOf('message', text)).not.toContain(
      'message.redirectUri=https://shop.contoso.com/signin',
    );
  });

  it.each([
    'Not registered: https://shop.contoso.com/signin',
    'Should be registered: https://shop.contoso.com/signin',
    'Unregistered: https://shop.contoso.com/signin',
    'Formerly registered: https://shop.contoso.com/signin',
    'Registered at Okta: https://shop.contoso.com/signin',
    'Users registered here: https://shop.contoso.com/signin',
    'Registered in the test tenant: https://shop.contoso.com/signin',
    'Registered identifier (Entity ID): https://shop.contoso.com/signin',
    'Registered logout URL: https://shop.contoso.com/signin',
    'Registered home page: https://shop.contoso.com/signin',
    'Im Portal als Abmelde-URL eingetragen: https://shop.contoso.com/signin',
    'Registered for the mobile app: https://shop.contoso.com/signin',
    'Is it registered? https://shop.contoso.com/signin',
    'Registered in the portal: https://shop.contoso.com/signin/',
    'Registered in the portal: https://other.contoso.com/signin',
    'Registered in the portal: https://shop.contoso.com/signin\nRegistered too: https://shop.contoso.com/signin/',
    'Registered in the portal: https://shop.contoso.com/signin\n  https://shop.contoso.com/signin/',
  ])('is none, or differs by more, in %j', (line) =>
    expect(recordsOf('app', `${REQUEST}\n\n${line}`)).toEqual([]),
  );

  it('is nothing without a request', () =>
    expect(recordsOf('app', 'Registered in the portal: https://shop.contoso.com/a')).toEqual([]));

  it('gives way to an app that was read', () => {
    const app = JSON.stringify({
      appId: '58defd00-1de3-5522-b8d6-946242807ce0',
      signInAudience: 'AzureADMyOrg',
      web: { redirectUris: ['https://shop.contoso.com/signin/'] },
    });
    const text = `${REQUEST}\n\n${app}\n\nRegistered: https://shop.contoso.com/signin`;
    expect(rulesFor(text)).not.toContain('request-redirect-uri-differs');
  });
});
