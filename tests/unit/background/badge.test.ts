import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

/** A mark of a frame, as the finder's handle holds it. */
type FakeHit = { code: string; weight?: string };

const tab = vi.hoisted(() => ({
  frames: [] as FakeHit[][],
  isUnreadable: false,
  isClosed: false,
  isOn: true,
  drawn: [] as { tabId: number; text: string; title: string; color: string }[],
}));

vi.mock('../../../settings/settings', () => ({
  readSettings: async () => ({ badge: tab.isOn }),
}));
vi.mock('#i18n', () => ({ i18n: { t: (key: string, count: number) => `${key} ${count}` } }));
vi.mock('wxt/browser', () => {
  const last = () => tab.drawn.at(-1)!;
  return {
    browser: {
      runtime: { getURL: (path: string) => path },
      tabs: {
        query: async () => [{ id: 1 }, { id: 2 }, {}],
        async get(id: number) {
          if (tab.isClosed) throw new Error(`No tab with id: ${id}.`);
          return { id };
        },
      },
      scripting: {
        async executeScript({ func }: { func: () => unknown }) {
          if (tab.isUnreadable || tab.isClosed)
            throw new Error('Cannot access contents of the page.');
          return tab.frames.map((hits) => {
            Object.assign(globalThis, { signpost: { hits } });
            return { result: func() };
          });
        },
      },
      action: {
        getTitle: async () => 'Signpost',
        setBadgeText: async (badge: { tabId: number; text: string }) =>
          void tab.drawn.push({ title: '', color: '', ...badge }),
        setBadgeBackgroundColor: async ({ color }: { color: string }) =>
          void (last().color = color),
        setBadgeTextColor: async () => {},
        setTitle: async ({ title }: { title: string }) => void (last().title = title),
      },
    },
  };
});

let badgeSoon: (tabId: number) => void;
let updateBadges: () => Promise<void>;

beforeEach(async () => {
  vi.useFakeTimers();
  vi.resetModules();
  Object.assign(tab, { frames: [], isUnreadable: false, isClosed: false, isOn: true, drawn: [] });
  vi.stubGlobal('fetch', async () =>
    Response.json({
      AADSTS50058: 'expected',
      AADSTS50126: 'medium',
      AADSTS50053: 'high',
      AADSTS700016: 'low',
    }),
  );
  ({ badgeSoon, updateBadges } = await import('../../../background/badge'));
});
afterEach(() => {
  Reflect.deleteProperty(globalThis, 'signpost');
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** The badge after a while. */
async function badge(): Promise<{ text: string; title: string } | undefined> {
  badgeSoon(1);
  await vi.advanceTimersByTimeAsync(2000);
  return tab.drawn.at(-1);
}

describe('the badge', () => {
  it('counts the different codes of all frames that need a look', async () => {
    tab.frames = [
      [{ code: 'AADSTS50126' }, { code: 'AADSTS50126' }, { code: 'AADSTS50058' }],
      [{ code: 'AADSTS700016' }, { code: 'AADSTS50126' }],
    ];
    expect(await badge()).toMatchObject({ text: '2', title: 'badge.title 2' });
  });

  it('leaves out sign-ins that did not fail, and counts a code of unknown severity', async () => {
    tab.frames = [
      [
        { code: 'AADSTS50126', weight: 'expected' },
        { code: 'AADSTS50053', weight: 'expected' },
        { code: 'AADSTS50053', weight: 'act' },
        { code: 'AADSTS50024' },
      ],
    ];
    expect(await badge()).toMatchObject({ text: '2' });
  });

  it('has another color where a code is to be acted on', async () => {
    tab.frames = [[{ code: 'AADSTS50126' }]];
    await badge();
    tab.frames = [[{ code: 'AADSTS50126' }, { code: 'AADSTS50053' }]];
    await badge();
    expect(new Set(tab.drawn.map(({ color }) => color)).size).toBe(2);
  });

  it('is empty, under the name of the extension, where nothing needs a look', async () => {
    tab.frames = [[{ code: 'AADSTS50058' }]];
    expect(await badge()).toMatchObject({ text: '', title: 'Signpost' });
  });

  it('has room for two digits', async () => {
    tab.frames = [Array.from({ length: 150 }, (_, at) => ({ code: `AADSTS${50_200 + at}` }))];
    expect(await badge()).toMatchObject({ text: '99+', title: 'badge.title 150' });
  });

  it('counts nothing that is no code', async () => {
    tab.frames = [[{ code: 'constructor' }, { code: '__proto__' }, { code: '50126' }]];
    expect(await badge()).toMatchObject({ text: '' });
  });

  it('is drawn once in a second however often the page changes, and shows the end', async () => {
    for (let at = 0; at < 50; at++) {
      tab.frames = [[{ code: 'AADSTS50126' }, ...(at === 49 ? [{ code: 'AADSTS50053' }] : [])]];
      badgeSoon(1);
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(tab.drawn.length).toBeLessThanOrEqual(5);
    await vi.advanceTimersByTimeAsync(1000);
    expect(tab.drawn.at(-1)?.text).toBe('2');
  });

  it('goes from a tab that extensions can no longer read, which is no failure', async () => {
    const said = vi.spyOn(console, 'error');
    tab.frames = [[{ code: 'AADSTS50126' }]];
    await badge();
    tab.isUnreadable = true;
    expect(await badge()).toMatchObject({ text: '', title: 'Signpost' });
    expect(said).not.toHaveBeenCalled();
  });

  it('is not drawn for a tab that was closed meanwhile, which is no failure', async () => {
    const said = vi.spyOn(console, 'error');
    tab.isClosed = true;
    expect(await badge()).toBeUndefined();
    expect(said).not.toHaveBeenCalled();
  });

  it('goes from every tab when the option is turned off', async () => {
    tab.frames = [[{ code: 'AADSTS50126' }]];
    await badge();
    tab.isOn = false;
    await updateBadges();
    await vi.advanceTimersByTimeAsync(2000);
    expect(tab.drawn.slice(-2).map(({ tabId, text }) => [tabId, text])).toEqual([
      [1, ''],
      [2, ''],
    ]);
  });
});
