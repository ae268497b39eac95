// @vitest-environment happy-dom
import { h, render } from 'preact';
import { expect, it, vi } from 'vitest';
import { KeptCodes } from '../../../components/kept-codes';

vi.mock('../../../components/i18n', () => ({
  i18n: { t: (key: string, values: string[] = []) => [key, ...values].join(' ') },
}));

const PINNED = ['AADSTS50126', 'AADSTS53003'];

/** The list with two codes pinned and one that is not, and what can be pressed in it. */
function drawn(mostPinned: number) {
  const root = document.createElement('div');
  document.body.append(root);
  const pin = vi.fn();
  const kept = { recent: ['AADSTS65001'], pinned: PINNED };
  const nothing = () => {};
  const others = { lineOf: () => undefined, open: nothing, clear: nothing };
  render(h(KeptCodes, { kept, mostPinned, pin, ...others }), root);
  const press = (code: string) =>
    root.querySelector<HTMLButtonElement>(`[data-kept=${code}] .pin`)!.click();
  return { pin, press, said: () => root.querySelector('[role=status]')!.textContent };
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

it('with room left, a code is pinned and nothing is said', () => {
  const { pin, press, said } = drawn(PINNED.length + 1);
  press('AADSTS65001');
  expect(pin).toHaveBeenCalledExactlyOnceWith('AADSTS65001', true);
  expect(said()).toBe('');
});
