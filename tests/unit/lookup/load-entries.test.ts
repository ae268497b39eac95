import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type * as LoadEntries from '../../../lookup/load-entries';
import type { Entry } from '../../../lookup/entry';
import { packIndexLine } from '../../../lookup/index-line';
import { buildWordIndex } from '../../../lookup/build-word-index';
import { shardOf } from '../../../lookup/shard';
import { documentOf } from '../../search-of';

const CODE = 'AADSTS50126';
const OTHER = 'AADSTS53003';
const entry = (code: string, locale: string, title: string) => ({ code, locale, title });
const guide = (name: string, title: string) => ({ name, title, keywords: [], summary: '' });

/** The packaged files of a build in English and German, by path. What a path lacks is missing in the package. */
let files: Record<string, unknown>;
let fetched: string[];
let load: typeof LoadEntries;

beforeEach(async () => {
  files = {
    'locales.json': ['en', 'de'],
    'places.json': { portal: { path: '/' } },
    [`en/cards-${shardOf(CODE)}.json`]: { [CODE]: entry(CODE, 'en', 'Wrong password') },
    [`de/cards-${shardOf(CODE)}.json`]: { [CODE]: entry(CODE, 'de', 'Falsches Kennwort') },
    [`en/cards-${shardOf(OTHER)}.json`]: { [OTHER]: entry(OTHER, 'en', 'Blocked') },
    [`de/cards-${shardOf(OTHER)}.json`]: {},
    'en/charts.json': { [CODE]: 'English chart', [OTHER]: 'Blocked chart' },
    'de/charts.json': { [CODE]: 'Deutsche Karte' },
    'en/guides.json': [guide('pin', 'PIN'), guide('attack', 'Is it an attack?')],
    'de/guides.json': [guide('pin', 'Die PIN')],
    'en/guides/attack.json': { name: 'attack' },
    'de/guides/pin.json': { name: 'pin', title: 'Die PIN' },
  };
  fetched = [];
  vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('de-AT');
  vi.spyOn(fakeBrowser.runtime, 'getURL').mockImplementation(
    (path) => `chrome-extension://x${path}`,
  );
  vi.stubGlobal('fetch', (url: string) => {
    const path = url.split('/knowledge/')[1]!;
    fetched.push(path);
    const isThere = path in files;
    return Promise.resolve({ ok: isThere, json: () => Promise.resolve(files[path]) });
  });
  // What was read is kept for as long as the page lives.
  vi.resetModules();
  load = await import('../../../lookup/load-entries');
});

describe('what is read from the package', () => {
  it('is in the language of the browser, and in English where nobody translated it', async () => {
    expect(await load.loadEntry(CODE)).toMatchObject({ title: 'Falsches Kennwort' });
    expect(await load.loadEntry(OTHER)).toMatchObject({ title: 'Blocked' });
    expect(await load.loadChart(CODE)).toBe('Deutsche Karte');
    expect(await load.loadChart(OTHER)).toBe('Blocked chart');
    expect(await load.loadChart('AADSTS50058')).toBeUndefined();
  });

  it('is nothing for a code that nothing is known of', async () => {
    files[`en/cards-${shardOf('AADSTS99999')}.json`] ??= {};
    files[`de/cards-${shardOf('AADSTS99999')}.json`] ??= {};
    expect(await load.loadEntry('AADSTS99999')).toBeUndefined();
  });

  it('has each guide once, by title, and none of a name that no guide has', async () => {
    expect((await load.loadGuides()).map(({ title }) => title)).toEqual([
      'Die PIN',
      'Is it an attack?',
    ]);
    expect(await load.loadGuide('pin')).toEqual({ name: 'pin', title: 'Die PIN' });
    expect(await load.loadGuide('attack')).toEqual({ name: 'attack' });
    expect(await load.loadGuide('banana')).toBeUndefined();
  });

  it('has each line of the catalog once, in the language that there is', async () => {
    const line = (code: string, title: string) =>
      ({ code, title, keywords: [], summary: '' }) as unknown as Entry;
    files['en/index.json'] = [
      packIndexLine(line(CODE, 'Wrong')),
      packIndexLine(line(OTHER, 'Blocked')),
    ];
    files['de/index.json'] = [packIndexLine(line(CODE, 'Falsch'))];
    const titles = (await load.loadIndex()).map(({ code, title }) => [code, title]);
    expect(titles).toEqual([
      [CODE, 'Falsch'],
      [OTHER, 'Blocked'],
    ]);
  });

  it('has the words of the language of the browser, and else the English ones', async () => {
    const words = (title: string) =>
      buildWordIndex([documentOf(CODE, { title, keywords: '', summary: '' })], []);
    files['en/words.json'] = words('Wrong password');
    files['de/words.json'] = words('Falsches Kennwort');
    expect((await load.loadWords()).codes.numberOf('kennwort')).toBeDefined();
    vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('ja');
    expect((await load.loadWords()).codes.numberOf('kennwort')).toBeUndefined();
    expect((await load.loadWords()).codes.ids).toEqual([CODE]);
  });

  it('is read once', async () => {
    await Promise.all([load.loadEntry(CODE), load.loadEntry(CODE), load.loadPlaces()]);
    await load.loadEntry(CODE);
    expect(new Set(fetched).size).toBe(fetched.length);
    expect(fetched).toContain('places.json');
  });

  it('says which file is missing, and is read again when it is asked for again', async () => {
    const { 'places.json': places, ...others } = files;
    files = others;
    await expect(load.loadPlaces()).rejects.toThrow('knowledge/places.json is missing');
    files = { ...others, 'places.json': places };
    expect(await load.loadPlaces()).toEqual(places);
  });
});
