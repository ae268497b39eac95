// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { h, render } from 'preact';
import { expect, it, vi } from 'vitest';
import { Popup } from '../../../components/popup';
import type { PopupProps } from '../../../components/popup-props';

vi.mock('../../../components/i18n', () => ({ i18n: { t: (key: string) => key } }));

const PAGE = join(import.meta.dirname, '../../../entrypoints/popup/index.html');

it('what was typed before the script ran is asked, and stays in the field that has the focus', async () => {
  document.body.innerHTML = /<body[^>]*>([^]*)<script/.exec(readFileSync(PAGE, 'utf8'))![1]!;
  const field = document.querySelector('input')!;
  field.focus();
  field.value = 'guest';
  const answer = vi.fn(() => undefined);
  const props = { answer, kept: { recent: [], pinned: [] } } as Partial<PopupProps>;
  render(h(Popup, props as PopupProps), document.getElementById('root')!);
  await vi.waitFor(() => expect(answer).toHaveBeenCalledWith('guest'));
  expect(document.querySelectorAll('input')).toHaveLength(1);
  expect(document.querySelector('input')).toBe(field);
  expect(field.value).toBe('guest');
  expect(field.getAttribute('aria-label')).toBe('popup.label');
  expect(document.activeElement).toBe(field);
});
