import { describe, expect, it } from 'vitest';
import { withoutMailAddresses, withoutValues } from '../../../lookup/message-values';

describe('addresses of people', () => {
  const without = (query: string) => withoutMailAddresses(query, (host) => host === 'outlook.com');

  it.each([
    ["User 'user@contoso.com' not found", "User ' ' not found"],
    ['guest first.last@mail.contoso.com cannot sign in', 'guest   cannot sign in'],
    // What kind of account it is, is told by the host.
    ['user@outlook.com is refused', 'outlook.com is refused'],
  ])('%s', (query, left) => expect(without(query)).toBe(left));

  it.each([
    'actions/checkout@v4 fails',
    'npm @azure/msal-browser login',
    'app@',
    'x'.repeat(10_000) + '@',
  ])('%.30s holds none', (query) => expect(without(query)).toBe(query));
});

describe('what a message was filled in with', () => {
  it.each([
    ["Application 'Contoso Portal' was not found", 'Application   was not found'],
    ['identity provider "live.com" failed', 'identity provider   failed'],
    ['from https://app.contoso.com/callback to nowhere', 'from   to nowhere'],
  ])('%s', (message, left) => expect(withoutValues(message)).toBe(left));

  it.each(["it doesn't match what wasn't sent", "users' devices and apps' secrets"])(
    '%s has apostrophes',
    (message) => expect(withoutValues(message)).toBe(message),
  );
});
