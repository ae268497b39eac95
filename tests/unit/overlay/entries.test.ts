import { expect, it, vi } from 'vitest';
import type { Entry } from '../../../lookup/entry';
import type { Explanation } from '../../../messaging/protocol';
import { createEntries, type Entries } from '../../../overlay/entries';

const entry = (code: string) => ({ code }) as Entry;
const answer = (codes: string[], isOn = true): Explanation => ({
  isOn,
  entries: Object.fromEntries(codes.map((code) => [code, entry(code)])),
  weights: {},
  places: {},
  settings: { supportName: '', supportUrl: '' },
});

function make(): { entries: Entries; send: ReturnType<typeof vi.fn>; stop: AbortController } {
  const send = vi.fn(() => Promise.resolve(answer(['AADSTS53003'])));
  const stop = new AbortController();
  const { entries: first } = answer(['AADSTS50126']);
  const entries = createEntries({ send: send as never, stop }, first);
  return { entries, send, stop };
}

it('what the first answer said is not asked for again', async () => {
  const { entries, send } = make();
  expect(await entries.get('AADSTS50126')).toEqual(entry('AADSTS50126'));
  expect(send).not.toHaveBeenCalled();
});

it('that nothing is known of a code is not asked for again', async () => {
  const { entries, send } = make();
  expect(await entries.get('AADSTS99999')).toBeUndefined();
  expect(await entries.get('AADSTS99999')).toBeUndefined();
  expect(send).toHaveBeenCalledOnce();
});

it('another code is asked for once, without the card', async () => {
  const { entries, send } = make();
  expect(await Promise.all([entries.get('AADSTS53003'), entries.get('AADSTS53003')])).toEqual([
    entry('AADSTS53003'),
    entry('AADSTS53003'),
  ]);
  expect(send).toHaveBeenCalledExactlyOnceWith('explain', {
    codes: ['AADSTS53003'],
    needsCard: false,
  });
});

it('what could not be answered is asked for again', async () => {
  const { entries, send } = make();
  send.mockRejectedValueOnce(new Error('the worker is gone'));
  await expect(entries.get('AADSTS53003')).rejects.toThrow('the worker is gone');
  expect(await entries.get('AADSTS53003')).toEqual(entry('AADSTS53003'));
});

it('the frame falls silent when it was turned off, and nothing is called unknown', async () => {
  const { entries, send, stop } = make();
  send.mockResolvedValueOnce(answer([], false));
  await expect(entries.get('AADSTS53003')).rejects.toThrow('turned off');
  expect(stop.signal.aborted).toBe(true);
});
