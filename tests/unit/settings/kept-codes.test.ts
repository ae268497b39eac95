import { fakeBrowser } from 'wxt/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { forgetCodes, pinCode, readKeptCodes, rememberCode } from '../../../settings/kept-codes';

beforeEach(() => fakeBrowser.reset());

const stored = async () => (await fakeBrowser.storage.local.get('keptCodes')).keptCodes;

describe('codes that are kept', () => {
  it('are those opened last, the latest first, each once, and no more than eight', async () => {
    for (let code = 50001; code <= 50010; code++) await rememberCode(`AADSTS${code}`);
    await rememberCode('AADSTS50005');
    const { recent } = await readKeptCodes();
    expect(recent).toHaveLength(8);
    expect(recent.slice(0, 2)).toEqual(['AADSTS50005', 'AADSTS50010']);
    expect(new Set(recent).size).toBe(8);
  });

  it('stay pinned whatever is opened after, and stand among the recent ones again when let go', async () => {
    await pinCode('AADSTS53003', true);
    for (let code = 50001; code <= 50010; code++) await rememberCode(`AADSTS${code}`);
    expect((await readKeptCodes()).pinned).toEqual(['AADSTS53003']);
    const { recent, pinned } = await pinCode('AADSTS53003', false);
    expect(pinned).toEqual([]);
    expect(recent[0]).toBe('AADSTS53003');
  });

  it('all survive where two change at once', async () => {
    await Promise.all([rememberCode('AADSTS50126'), pinCode('AADSTS53003', true)]);
    expect(await readKeptCodes()).toEqual({ recent: ['AADSTS50126'], pinned: ['AADSTS53003'] });
  });

  it('are forgotten all at once, and leave nothing in the storage', async () => {
    await rememberCode('AADSTS50126');
    await pinCode('AADSTS53003', true);
    expect(await forgetCodes()).toEqual({ recent: [], pinned: [] });
    expect(await stored()).toBeUndefined();
  });

  it.each([7, 'x', [], { recent: 'AADSTS50126' }, { recent: [1, null], pinned: {} }])(
    'are none where the storage holds %j',
    async (raw) => {
      await fakeBrowser.storage.local.set({ keptCodes: raw });
      expect(await readKeptCodes()).toEqual({ recent: [], pinned: [] });
      await rememberCode('AADSTS50126');
      expect((await readKeptCodes()).recent).toEqual(['AADSTS50126']);
    },
  );
});
