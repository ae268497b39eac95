import { beforeEach, expect, it, vi } from 'vitest';
import { openLookup } from '../../../background/open-lookup';

const opened = vi.hoisted(() => [] as string[]);
vi.mock('wxt/browser', () => ({
  browser: {
    tabs: { create: async ({ url }: { url: string }) => void opened.push(url) },
    runtime: { getURL: (path: string) => `chrome-extension://id${path}` },
  },
}));
beforeEach(() => void opened.splice(0));

it.each([
  ['AADSTS50126', '/lookup.html#/AADSTS50126'],
  ['guide/windows-hello', '/lookup.html#/guide/windows-hello'],
  ['guide/../options.html', '/lookup.html'],
  ['guide/x#y', '/lookup.html'],
  ['https://contoso.com/', '/lookup.html'],
  ['', '/lookup.html'],
])('%j opens %s', async (wanted, path) => {
  await openLookup(wanted);
  expect(opened).toEqual([`chrome-extension://id${path}`]);
});
