import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readTicks, saveTicks } from '../../../settings/ticks';

beforeEach(() => fakeBrowser.reset());

it('are kept for each guide, and forgotten when none is left', async () => {
  await saveTicks('hello', ['tpm', 'prt']);
  await saveTicks('pin', ['policy']);
  expect(await readTicks('hello')).toEqual(['tpm', 'prt']);
  await saveTicks('hello', []);
  expect(await readTicks('hello')).toEqual([]);
  expect(await readTicks('pin')).toEqual(['policy']);
  expect(await fakeBrowser.storage.local.get('ticks')).toEqual({ ticks: { pin: ['policy'] } });
});

it('of two guides changed at once are both kept', async () => {
  await Promise.all([saveTicks('hello', ['tpm']), saveTicks('pin', ['policy'])]);
  expect([await readTicks('hello'), await readTicks('pin')]).toEqual([['tpm'], ['policy']]);
});

it.each([['ticked'], [['tpm']], [null], [{ hello: 'tpm' }], [{ hello: [1, null, 'tpm'] }]])(
  'that are broken, %j, count as nothing and are written over',
  async (broken) => {
    await fakeBrowser.storage.local.set({ ticks: broken });
    expect((await readTicks('hello')).filter((id) => id !== 'tpm')).toEqual([]);
    await saveTicks('hello', ['prt']);
    expect(await readTicks('hello')).toEqual(['prt']);
  },
);

it('that could not be stored are reported, and the next try works', async () => {
  vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValueOnce(new Error('disk full'));
  await expect(saveTicks('hello', ['tpm'])).rejects.toThrow('disk full');
  await saveTicks('hello', ['tpm']);
  expect(await readTicks('hello')).toEqual(['tpm']);
});
