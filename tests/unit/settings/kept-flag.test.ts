import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { hidesExpected, panelFollows } from '../../../settings/kept-flag';

beforeEach(() => fakeBrowser.reset());

it('a choice is no until somebody makes it, and each is kept by itself', async () => {
  expect(await panelFollows.read()).toBe(false);
  await panelFollows.save(true);
  expect(await panelFollows.read()).toBe(true);
  expect(await hidesExpected.read()).toBe(false);
  await hidesExpected.save(true);
  await panelFollows.save(false);
  expect(await panelFollows.read()).toBe(false);
  expect(await hidesExpected.read()).toBe(true);
});

it.each(['yes', 1, {}, null])('%j in the storage is no', async (raw) => {
  await fakeBrowser.storage.local.set({ panelFollows: raw });
  expect(await panelFollows.read()).toBe(false);
});

it('storage that cannot be read is no, and storage that cannot be written says so', async () => {
  vi.spyOn(fakeBrowser.storage.local, 'get').mockRejectedValue(new Error('corrupt'));
  expect(await hidesExpected.read()).toBe(false);
  vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('disk full'));
  await expect(hidesExpected.save(true)).rejects.toThrow('disk full');
});
