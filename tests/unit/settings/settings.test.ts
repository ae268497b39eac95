import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  askPolicy,
  DEFAULTS,
  inForce,
  isSupportUrl,
  readLayers,
  readSettings,
  saveChoice,
  validSettings,
  watchPolicy,
  watchSettings,
} from '../../../settings/settings';

beforeEach(() => fakeBrowser.reset());

const stored = async (key: string) => (await fakeBrowser.storage.local.get(key))[key];

/** A browser that has not read its policies yet: what it was asked by, and the function that lets it answer. */
function holdPolicy() {
  let answer!: (policy: object) => void;
  const held = new Promise<object>((resolve) => (answer = resolve));
  const asked = vi.spyOn(fakeBrowser.storage.managed, 'get').mockReturnValue(held as never);
  return { answer, asked };
}

describe('settings', () => {
  it('are the defaults where nothing was chosen', async () => {
    expect(await readSettings()).toEqual(DEFAULTS);
  });

  it('give way to the policy of the organization', async () => {
    await saveChoice('supportName', 'My desk');
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
    ['an array', [true]],
    ['wrong types', { signInPages: 'yes', supportName: 7 }],
    ['unknown keys', { colour: 'red' }],
    ['a script address', { supportUrl: 'javascript:alert(1)' }],
  ])('drop %s', (_, raw) => expect(validSettings(raw)).toEqual({}));

  it('survive corrupt storage', async () => {
    await fakeBrowser.storage.local.set({ settings: [1, { a: 2 }] });
    expect(await readSettings()).toEqual(DEFAULTS);
  });

  it('survive a storage that cannot be read', async () => {
    vi.spyOn(fakeBrowser.storage.local, 'get').mockRejectedValue(new Error('corrupt'));
    expect(await readSettings()).toEqual(DEFAULTS);
  });

  it.each(['https://help.contoso.com/', 'mailto:help@contoso.com'])('take %s', (address) =>
    expect(isSupportUrl(address)).toBe(true),
  );
  it.each([
    'http://help.contoso.com',
    'javascript:alert(1)',
    "javascript:location='https://evil.example'",
    'javascript:void(0)//mailto:help@contoso.com',
    ' https://help.contoso.com',
    'data:text/html,x',
    'https://a b',
    'https://help.contoso.com/"><b>',
    '',
  ])('refuse %j', (address) => expect(isSupportUrl(address)).toBe(false));
});

describe('a choice', () => {
  it('is saved alone', async () => {
    await saveChoice('signInPages', false);
    await saveChoice('supportName', 'My desk');
    expect(await stored('settings')).toEqual({ signInPages: false, supportName: 'My desk' });
  });

  it('does not undo another one that is saved in the same moment', async () => {
    await Promise.all([saveChoice('signInPages', false), saveChoice('otherPages', false)]);
    expect(await readSettings()).toMatchObject({ signInPages: false, otherPages: false });
  });

  it('never takes a value of the policy with it, so that nothing is left when the policy goes', async () => {
    await fakeBrowser.storage.managed.set({
      signInPages: false,
      supportUrl: 'https://help.contoso.com/',
    });
    await askPolicy();
    await saveChoice('otherPages', false);
    expect(await stored('settings')).toEqual({ otherPages: false });
    await fakeBrowser.storage.managed.clear();
    await askPolicy();
    expect(await readSettings()).toEqual({ ...DEFAULTS, otherPages: false });
  });

  it('that is no value of the setting is refused and leaves what was stored', async () => {
    await saveChoice('supportUrl', 'https://help.contoso.com/');
    await expect(saveChoice('supportUrl', 'javascript:alert(1)')).rejects.toThrow('supportUrl');
    await saveChoice('supportName', 'My desk');
    expect(await readSettings()).toMatchObject({
      supportUrl: 'https://help.contoso.com/',
      supportName: 'My desk',
    });
  });

  it('of an empty address takes the button away, whatever stood there before', async () => {
    await saveChoice('supportUrl', 'https://help.contoso.com/');
    await saveChoice('supportUrl', '');
    expect(await stored('settings')).toEqual({ supportUrl: '' });
    expect(await readSettings()).toMatchObject({ supportUrl: '' });
  });

  it('is no reason to ask the organization again', async () => {
    const started = vi.fn();
    watchPolicy(started);
    await saveChoice('otherPages', false);
    expect(started).not.toHaveBeenCalled();
    await fakeBrowser.storage.managed.set({ badge: false });
    expect(started).toHaveBeenCalled();
  });

  it('replaces broken storage', async () => {
    await fakeBrowser.storage.local.set({ settings: 'broken' });
    await saveChoice('otherPages', false);
    expect(await stored('settings')).toEqual({ otherPages: false });
  });

  it('keeps what a later version stored', async () => {
    await fakeBrowser.storage.local.set({ settings: { later: 1 } });
    await saveChoice('otherPages', false);
    expect(await stored('settings')).toEqual({ later: 1, otherPages: false });
  });
});

describe('the policy of a browser that is still starting', () => {
  it('is waited for where none was ever seen', async () => {
    const { answer, asked } = holdPolicy();
    let isRead = false;
    const reading = readSettings().then((settings) => {
      isRead = true;
      return settings;
    });
    await vi.waitFor(() => expect(asked).toHaveBeenCalled());
    await fakeBrowser.storage.local.get();
    expect(isRead).toBe(false);
    answer({ signInPages: false });
    expect((await reading).signInPages).toBe(false);
  });

  it('is the one last seen, at once', async () => {
    await fakeBrowser.storage.managed.set({ signInPages: false });
    await askPolicy();
    const { answer } = holdPolicy();
    expect((await readSettings()).signInPages).toBe(false);
    answer({});
    await vi.waitFor(async () => expect((await readSettings()).signInPages).toBe(true));
  });

  it('is none at once where the last one seen was none', async () => {
    await askPolicy();
    holdPolicy();
    expect(await readSettings()).toEqual(DEFAULTS);
  });

  it.each([[['x']], ['off'], [{ signInPages: 'no' }], [7]])(
    'is waited for where %j is all that is kept of it',
    async (seenPolicy) => {
      await fakeBrowser.storage.local.set({ seenPolicy });
      holdPolicy().answer({ signInPages: false });
      expect((await readSettings()).signInPages).toBe(false);
    },
  );

  it('stands apart from the choices', async () => {
    await saveChoice('signInPages', true);
    await fakeBrowser.storage.managed.set({ signInPages: false });
    const layers = await readLayers();
    expect(layers).toEqual({ choices: { signInPages: true }, policy: { signInPages: false } });
    expect(inForce(layers).signInPages).toBe(false);
  });
});

describe('a change is told of', () => {
  const watch = () => {
    const changed = vi.fn<() => void>();
    watchSettings(changed);
    watchPolicy((task) => void task());
    return changed;
  };

  it('after a choice', async () => {
    const changed = watch();
    await saveChoice('signInPages', false);
    await vi.waitFor(() => expect(changed).toHaveBeenCalled());
  });

  it('after the organization changed its policy, by when the new one is in force', async () => {
    await askPolicy();
    const read = vi.fn<(isOn: boolean) => void>();
    watchSettings(() => void readSettings().then(({ signInPages }) => read(signInPages)));
    watchPolicy((task) => void task());
    await fakeBrowser.storage.managed.set({ signInPages: false });
    await vi.waitFor(() => expect(read).toHaveBeenLastCalledWith(false));
  });

  it('not after the same policy was seen again', async () => {
    await fakeBrowser.storage.managed.set({ signInPages: false });
    await askPolicy();
    const changed = watch();
    await askPolicy();
    expect(changed).not.toHaveBeenCalled();
  });
});
