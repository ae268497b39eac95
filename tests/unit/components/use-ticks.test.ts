// @vitest-environment happy-dom
import { h, render } from 'preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { useTicks, type Ticks } from '../../../components/use-ticks';
import { forgetTicks, readTicks, saveTick, watchTicks } from '../../../settings/ticks';

const root = document.createElement('div');
let ticks: Ticks;

beforeEach(async () => {
  fakeBrowser.reset();
  await storeElsewhere(['tpm']);
  const store = { read: readTicks, save: saveTick, forget: forgetTicks, watch: watchTicks };
  const Shown = () => {
    ticks = useTicks('hello', store);
    return null;
  };
  render(h(Shown, {}), root);
  await vi.waitFor(() => expect(shown()).toEqual({ tpm: true }));
});

afterEach(() => {
  vi.restoreAllMocks();
  render(null, root);
});

const shown = () => Object.fromEntries(ticks.byHand);

/** As another page stores them. */
const storeElsewhere = (ids: string[]) => fakeBrowser.storage.local.set({ ticks: { hello: ids } });

it('ticks made and taken away on another page are shown', async () => {
  await storeElsewhere(['tpm', 'prt']);
  await vi.waitFor(() => expect(shown()).toEqual({ tpm: true, prt: true }));
  await storeElsewhere(['prt']);
  await vi.waitFor(() => expect(shown()).toEqual({ prt: true }));
});

it('what was unticked here stays unticked, and what was ticked elsewhere since is ticked', async () => {
  ticks.set('tpm', false);
  await vi.waitFor(async () => expect(await readTicks('hello')).toEqual([]));
  await storeElsewhere(['prt']);
  await vi.waitFor(() => expect(shown()).toEqual({ tpm: false, prt: true }));
  await storeElsewhere(['prt', 'tpm']);
  await vi.waitFor(() => expect(shown()).toEqual({ tpm: true, prt: true }));
});

it('a tick that could not be stored holds when another page stores one', async () => {
  vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValueOnce(new Error('QUOTA_BYTES'));
  ticks.set('joined', true);
  await vi.waitFor(() => expect(ticks.isNotKept).toBe(true));
  await storeElsewhere(['tpm', 'prt']);
  await vi.waitFor(() => expect(shown()).toEqual({ tpm: true, prt: true, joined: true }));
});
