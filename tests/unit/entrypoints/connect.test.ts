import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { connect } from '../../../entrypoints/popup/connect';
import { readPageBehind, type PageBehind } from '../../../entrypoints/popup/page-behind';
import { pagePatterns } from '../../../entrypoints/popup/page-patterns';
import type { PagePattern } from '../../../components/page-pattern';
import type { PopupProps } from '../../../components/popup-props';
import { readKeptCodes } from '../../../settings/kept-codes';
import { saveChoice } from '../../../settings/settings';

vi.mock('../../../entrypoints/popup/page-behind', () => ({
  readPageBehind: vi.fn(),
  reportOnPage: vi.fn(),
}));
vi.mock('../../../entrypoints/popup/page-patterns', () => ({ pagePatterns: vi.fn() }));
vi.mock('../../../messaging/tab-codes', () => ({
  explainTab: async () => {},
  revealCode: vi.fn(),
  stopInTab: vi.fn(),
}));

/** Tells the popup what the look for patterns found, by which look it was. */
let find: ((found: PagePattern[]) => void)[];

const pattern = (address: string) => ({ found: { values: { address } } }) as unknown as PagePattern;

/** A page with a list of sign-ins. */
function pageWithList(): PageBehind {
  const list = { rows: [], isUtc: false };
  return {
    tabId: 1,
    windowId: undefined,
    host: 'entra.microsoft.com',
    tab: { kind: 'codes', codes: [] },
    site: {},
    reading: { frames: [{ frameId: 0, lists: [list] }], unread: 0 } as never,
  };
}

/** Tells the popup that sites were taken back. */
let takeBack: () => void;

beforeEach(() => {
  fakeBrowser.reset();
  find = [];
  const { onAdded, onRemoved } = fakeBrowser.permissions;
  vi.spyOn(fakeBrowser.permissions, 'contains').mockImplementation(async () => true);
  vi.spyOn(onAdded, 'addListener').mockReturnValue();
  vi.spyOn(onRemoved, 'addListener').mockImplementation((listener) => {
    takeBack = () => listener({ origins: [] });
  });
  vi.mocked(readPageBehind).mockImplementation(async () => pageWithList());
  vi.mocked(pagePatterns).mockImplementation(() => new Promise((resolve) => find.push(resolve)));
  // Without a browser the catalog cannot be read, which the popup says and lives with.
  vi.spyOn(console, 'error').mockReturnValue();
});

afterEach(() => vi.restoreAllMocks());

it('shows the patterns of the page as it was looked at last, whenever an earlier look ends', async () => {
  let shown = {} as PopupProps;
  connect({ site: {} } as PopupProps, (props) => {
    shown = props;
  });
  await vi.waitFor(() => expect(find).toHaveLength(1));
  shown.explainOnce!();
  await vi.waitFor(() => expect(find).toHaveLength(2));
  const [first, second] = [pattern('203.0.113.1'), pattern('203.0.113.2')];
  find[1]!([second]);
  await vi.waitFor(() => expect(shown.patterns).toEqual([second]));
  find[0]!([first]);
  await new Promise((resolve) => setTimeout(resolve));
  expect(shown.patterns).toEqual([second]);
});

it('takes the patterns away when the page shows no list any more, though a look is under way', async () => {
  let shown = {} as PopupProps;
  connect({ site: {} } as PopupProps, (props) => {
    shown = props;
  });
  await vi.waitFor(() => expect(find).toHaveLength(1));
  vi.mocked(readPageBehind).mockImplementation(async () => ({
    ...pageWithList(),
    reading: { frames: [], unread: 0 },
  }));
  shown.explainOnce!();
  await vi.waitFor(() => expect(shown.patterns).toEqual([]));
  find[0]!([pattern('203.0.113.1')]);
  await new Promise((resolve) => setTimeout(resolve));
  expect(shown.patterns).toEqual([]);
});

it('keeps no code any more once that is turned off elsewhere while it is open, and shows none', async () => {
  let shown = {} as PopupProps;
  connect({ site: {} } as PopupProps, (props) => {
    shown = props;
  });
  await vi.waitFor(() => expect(shown.kept).toEqual({ recent: [], pinned: [] }));
  shown.remember('AADSTS50126');
  await vi.waitFor(() => expect(shown.kept.recent).toEqual(['AADSTS50126']));
  await saveChoice('keepCodes', false);
  await vi.waitFor(() => expect(shown.kept.recent).toEqual([]));
  shown.remember('AADSTS53003');
  shown.pin('AADSTS53003', true);
  await saveChoice('keepCodes', true);
  shown.remember('AADSTS65001');
  await vi.waitFor(() => expect(shown.kept.recent).toContain('AADSTS65001'));
  expect(await readKeptCodes()).toEqual({ recent: ['AADSTS65001'], pinned: [] });
});

it('sees that sites are taken back elsewhere while it is open', async () => {
  let shown = {} as PopupProps;
  connect({ site: {} } as PopupProps, (props) => {
    shown = props;
  });
  await vi.waitFor(() => expect(shown.lacksAccess).toBe(false));
  vi.mocked(fakeBrowser.permissions.contains).mockImplementation(async () => false);
  vi.mocked(readPageBehind).mockImplementation(async () => ({
    ...pageWithList(),
    site: { ask: ['https://entra.microsoft.com/*'] },
  }));
  takeBack();
  await vi.waitFor(() => expect(shown.lacksAccess).toBe(true));
  await vi.waitFor(() => expect(shown.site.ask).toHaveLength(1), { timeout: 5000 });
});
