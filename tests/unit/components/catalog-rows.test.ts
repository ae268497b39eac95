// @vitest-environment happy-dom
import { h, render } from 'preact';
import { beforeEach, expect, it, vi } from 'vitest';
import { CatalogRows, type RowGroup } from '../../../components/catalog-rows';
import { WHOLE_CATALOG } from '../../../lookup/catalog-list';
import type { IndexLine } from '../../../lookup/index-line';

let root: HTMLElement;
const choose = vi.fn<(address: string) => void>();
beforeEach(() => {
  root = document.createElement('div');
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
  render(h(CatalogRows, { groups, list: WHOLE_CATALOG, state: 'loaded', choose }), root);
const codes = () => [...root.querySelectorAll('.code')].map(({ textContent }) => textContent);

it('a list stands in its order, under the areas that it is parted by', () => {
  draw([
    { area: 'token', items: itemsOf(450) },
    { area: 'mfa', items: itemsOf(30, 60000) },
  ]);
  expect(codes()).toHaveLength(480);
  expect(codes()[450]).toBe('AADSTS60000');
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
