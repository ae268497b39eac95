import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  DEFAULTS,
  isSupportUrl,
  readSettings,
  saveChoices,
  validSettings,
} from '../../../settings/settings';

beforeEach(() => fakeBrowser.reset());

describe('settings', () => {
  it('are the defaults where nothing was chosen', async () => {
    expect(await readSettings()).toEqual(DEFAULTS);
  });

  it('keep what the user chose, and only what differs', async () => {
    await saveChoices({ ...DEFAULTS, signInPages: false });
    expect(await readSettings()).toEqual({ ...DEFAULTS, signInPages: false });
    expect(await fakeBrowser.storage.local.get()).toEqual({ settings: { signInPages: false } });
  });

  it('give way to the policy of the organization', async () => {
    await saveChoices({ ...DEFAULTS, supportName: 'My desk' });
    await fakeBrowser.storage.managed.set({
      signInPages: false,
      supportName: 'Contoso Service Desk',
    });
    expect(await readSettings()).toMatchObject({
      signInPages: false,
      supportName: 'Contoso Service Desk',
    });
  });

  it.each([
    ['garbage', 'x'],
    ['null', null],
    ['wrong types', { signInPages: 'yes', supportName: 7 }],
    ['unknown keys', { colour: 'red' }],
    ['a script address', { supportUrl: 'javascript:alert(1)' }],
  ])('drop %s', (_, raw) => expect(validSettings(raw)).toEqual({}));

  it('survive corrupt storage', async () => {
    await fakeBrowser.storage.local.set({ settings: [1, { a: 2 }] });
    expect(await readSettings()).toEqual(DEFAULTS);
  });

  it.each(['https://help.contoso.com/', 'mailto:help@contoso.com'])('take %s', (address) =>
    expect(isSupportUrl(address)).toBe(true),
  );
  it.each([
    'http://help.contoso.com',
    'javascript:alert(1)',
    'data:text/html,x',
    'https://a b',
    '',
  ])('refuse %j', (address) => expect(isSupportUrl(address)).toBe(false));
});
