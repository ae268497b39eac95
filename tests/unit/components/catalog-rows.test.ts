// @vitest-environment happy-dom
import { h, render } from 'preact';
import { beforeEach, expect, it, vi } from 'vitest';
import { CatalogRows, type RowGroup } from '../../../components/catalog-rows';
import { WHOLE_CATALOG } from '../../../lookup/catalog-list';
import type { IndexLine } from '../../../lookup/index-line';

let root: HTMLElement;
let wasWhole: { current: boolean };
const choose = vi.fn<(address: string) => void>();
beforeEach(() => {
  root = document.createElement('div');
  wasWhole = { current: false };
  choose.mockClear();
});

/** So many made-up codes. */
function itemsOf(count: number, from = 50000): RowGroup['items'] {
  return Array.from({ length: count }, (_, at) => {
    const code = `AADSTS${from + at}`;
    const line = { code, title: `Title of ${code}`, area: 'token', depth: 'listed' } as IndexLine;
    return { code, line };
  });
}

const draw = (groups: RowGroup[]) =>
  render(h(CatalogRows, { groups, list: WHOLE_CATALOG, state: 'loaded', wasWhole, choose }), root);
const codes = () => [...root.querySelectorAll('.code')].map(({ textContent }) => textContent);
const isBusy = () => root.querySelector('[aria-busy]')!.getAttribute('aria-busy') === 'true';

it('a long list is drawn in pieces until it is whole, in its order', async () => {
  const items = itemsOf(950);
  const counts: number[] = [];
  const watch = new MutationObserver(() => counts.push(codes().length));
  draw([{ items }]);
  watch.observe(root, { childList: true, subtree: true });
  counts.push(codes().length);
  expect(isBusy()).toBe(true);
  await vi.waitFor(() => expect(isBusy()).toBe(false), 10_000);
  expect(codes()).toEqual(items.map((item) => 'code' in item && item.code));
  const steps = counts.map((count, at) => count - (counts[at - 1] ?? 0));
  expect(Math.max(...steps)).toBeLessThanOrEqual(100);
});

it('who comes back to a list finds all of it at once', async () => {
  const items = itemsOf(300);
  draw([{ items }]);
  await vi.waitFor(() => expect(isBusy()).toBe(false), 10_000);
  render(null, root);
  draw([{ items }]);
  expect(codes()).toHaveLength(300);
});

it('all of it stands there before it is printed', () => {
  const groups: RowGroup[] = [
    { area: 'token', items: itemsOf(450) },
    { area: 'mfa', items: itemsOf(30, 60000) },
  ];
  draw([{ items: itemsOf(480) }]);
  draw(groups);
  dispatchEvent(new Event('beforeprint'));
  expect(codes()).toHaveLength(480);
  expect([...root.querySelectorAll('h2')].map(({ textContent }) => textContent.trim())).toEqual([
    '450',
    '30',
  ]);
});

it('a row says where it leads before it is followed', () => {
  draw([{ items: itemsOf(3) }]);
  root.querySelectorAll<HTMLElement>('.catalog a span')[2]!.click();
  expect(choose).toHaveBeenCalledExactlyOnceWith('#/AADSTS50001');
});
