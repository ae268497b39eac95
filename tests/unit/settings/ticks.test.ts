import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { forgetTicks, readTicks, saveTick } from '../../../settings/ticks';

beforeEach(() => fakeBrowser.reset());

it('are kept for each guide, and forgotten when none is left', async () => {
  await saveTick('hello', 'tpm', true);
  await saveTick('hello', 'prt', true);
  await saveTick('pin', 'policy', true);
  expect(await readTicks('hello')).toEqual(['tpm', 'prt']);
  await saveTick('hello', 'tpm', false);
  expect(await readTicks('hello')).toEqual(['prt']);
  await forgetTicks('hello');
  expect(await readTicks('hello')).toEqual([]);
  expect(await readTicks('pin')).toEqual(['policy']);
  expect(await fakeBrowser.storage.local.get('ticks')).toEqual({ ticks: { pin: ['policy'] } });
});

it('of two guides changed at once are both kept', async () => {
  await Promise.all([saveTick('hello', 'tpm', true), saveTick('pin', 'policy', true)]);
  expect([await readTicks('hello'), await readTicks('pin')]).toEqual([['tpm'], ['policy']]);
});

it('that another page stored meanwhile stay', async () => {
  expect(await readTicks('hello')).toEqual([]);
  await fakeBrowser.storage.local.set({ ticks: { hello: ['prt'] } });
  await saveTick('hello', 'tpm', true);
  expect(await readTicks('hello')).toEqual(['prt', 'tpm']);
});

it.each([['ticked'], [['tpm']], [null], [{ hello: 'tpm' }], [{ hello: [1, null, 'tpm'] }]])(
  'that are broken, %j, count as nothing and are written over',
  async (broken) => {
    await fakeBrowser.storage.local.set({ ticks: broken });
    expect((await readTicks('hello')).filter((id) => id !== 'tpm')).toEqual([]);
    await forgetTicks('hello');
    await saveTick('hello', 'prt', true);
    expect(await readTicks('hello')).toEqual(['prt']);
  },
);

it('that could not be stored are reported, and the next try works', async () => {
  vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValueOnce(new Error('disk full'));
  await expect(saveTick('hello', 'tpm', true)).rejects.toThrow('disk full');
  await saveTick('hello', 'tpm', true);
  expect(await readTicks('hello')).toEqual(['tpm']);
});
