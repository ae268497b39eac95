// @vitest-environment happy-dom
import { h, render } from 'preact';
import { expect, it, vi } from 'vitest';
import { Neighbors } from '../../../components/neighbors';
import { createCatalog } from '../../../lookup/catalog';
import { WHOLE_CATALOG } from '../../../lookup/catalog-list';
import type { IndexLine } from '../../../lookup/index-line';

vi.mock('../../../components/i18n', () => ({ i18n: { t: (key: string) => key } }));

const CODES = ['AADSTS50001', 'AADSTS50002', 'AADSTS50003', 'AADSTS50004'];

it('a key pressed at once leads on from the entry that is shown', () => {
  const lines = CODES.map((code) => ({ code, title: code, area: 'token' }) as IndexLine);
  const catalog = createCatalog(lines, undefined);
  const root = document.body.appendChild(document.createElement('div'));
  const led: string[] = [];
  const show = (code: string) => {
    const go = (address: string) => void led.push(address);
    render(h(Neighbors, { code, catalog, list: WHOLE_CATALOG, go }), root);
    root.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'N', altKey: true, shiftKey: true, bubbles: true }),
    );
  };
  show(CODES[0]!);
  show(CODES[1]!);
  show(CODES[2]!);
  expect(led).toEqual(CODES.slice(1).map((code) => `#/${code}`));
});
