// @vitest-environment happy-dom
import { h, render, type ComponentProps } from 'preact';
import { afterEach, expect, it, vi } from 'vitest';
import { KeptCodes } from '../../../components/kept-codes';

vi.mock('../../../components/i18n', () => ({
  i18n: { t: (key: string, values: string[] = []) => [key, ...values].join(' ') },
}));

const PINNED = ['AADSTS50126', 'AADSTS53003'];

afterEach(() => document.body.replaceChildren());

/** The list with two codes pinned and one that is not, and what can be pressed in it. */
function drawn(mostPinned: number) {
  const root = document.createElement('div');
  document.body.append(root);
  const pin = vi.fn();
  const nothing = () => {};
  const props: ComponentProps<typeof KeptCodes> = {
    kept: { recent: ['AADSTS65001'], pinned: PINNED },
    mostPinned,
    pin,
    lineOf: () => undefined,
    open: nothing,
    clear: nothing,
    isNotKept: false,
  };
  const drawWith = (more: Partial<typeof props>) =>
    render(h(KeptCodes, { ...props, ...more }), root);
  drawWith({});
  const press = (code: string) =>
    root.querySelector<HTMLButtonElement>(`[data-kept=${code}] .pin`)!.click();
  return {
    root,
    pin,
    press,
    drawWith,
    said: () => root.querySelector('[role=status]')!.textContent,
  };
}

it('a code too many is not pinned without a word', async () => {
  const { pin, press, said } = drawn(PINNED.length);
  expect(said()).toBe('');
  press('AADSTS65001');
  await vi.waitFor(() => expect(said()).toBe('popup.pinsFull 2'));
  expect(pin).not.toHaveBeenCalled();
  press('AADSTS53003');
  await vi.waitFor(() => expect(said()).toBe(''));
  expect(pin).toHaveBeenCalledExactlyOnceWith('AADSTS53003', false);
});

it('a row that moves keeps the keyboard on its pin', async () => {
  const { press, drawWith } = drawn(PINNED.length + 1);
  document.querySelector<HTMLElement>('[data-kept=AADSTS65001] .pin')!.focus();
  press('AADSTS65001');
  drawWith({ kept: { recent: [], pinned: ['AADSTS65001', ...PINNED] } });
  expect(document.activeElement!.closest('li')!.dataset.kept).toBe('AADSTS65001');
});

it('what could not be stored is told', () => {
  const { drawWith, root } = drawn(PINNED.length + 1);
  expect(root.querySelector('[role=alert]')).toBeNull();
  drawWith({ isNotKept: true });
  expect(root.querySelector('[role=alert]')!.textContent).toBe('options.notSaved');
});

it('with room left, a code is pinned and nothing is said', () => {
  const { pin, press, said } = drawn(PINNED.length + 1);
  press('AADSTS65001');
  expect(pin).toHaveBeenCalledExactlyOnceWith('AADSTS65001', true);
  expect(said()).toBe('');
});
