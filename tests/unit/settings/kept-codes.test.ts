import { fakeBrowser } from 'wxt/testing';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  forgetCodes,
  leaveKeptCodes,
  pinCode,
  readKeptCodes,
  rememberCode,
} from '../../../settings/kept-codes';
import { saveChoice } from '../../../settings/settings';

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

  it('are taken from the storage up to those numbers, each once', async () => {
    const codes = Array.from({ length: 30 }, (_, at) => `AADSTS${50_001 + at}`);
    await fakeBrowser.storage.local.set({
      keptCodes: { recent: [codes[0], ...codes], pinned: [codes[1], ...codes] },
    });
    const { recent, pinned } = await readKeptCodes();
    expect(recent).toEqual(codes.slice(0, 8));
    expect(pinned).toEqual([codes[1], codes[0], ...codes.slice(2, 20)]);
  });

  it('are pinned up to twenty, in the order in which they were pinned; one of them is let go alone', async () => {
    const codes = Array.from({ length: 21 }, (_, at) => `AADSTS${50_001 + at}`);
    for (const code of codes) await pinCode(code, true);
    expect((await readKeptCodes()).pinned).toEqual(codes.slice(0, 20));
    await pinCode('AADSTS50002', false);
    expect((await readKeptCodes()).pinned).toEqual([codes[0], ...codes.slice(2, 20)]);
  });

  it('that are let go are no more than eight among the recent ones', async () => {
    for (let code = 50001; code <= 50008; code++) await rememberCode(`AADSTS${code}`);
    await pinCode('AADSTS53003', true);
    const { recent } = await pinCode('AADSTS53003', false);
    expect(recent).toHaveLength(8);
    expect(await stored()).toEqual({ recent, pinned: [] });
    expect((await rememberCode('AADSTS50126')).recent).toHaveLength(8);
  });

  it('are none where the storage cannot be read, and one that was not stored is not the end', async () => {
    const get = vi.spyOn(fakeBrowser.storage.local, 'get').mockRejectedValue(new Error('corrupt'));
    expect(await readKeptCodes()).toEqual({ recent: [], pinned: [] });
    get.mockRestore();
    const set = vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('full'));
    await expect(rememberCode('AADSTS50126')).rejects.toThrow('full');
    set.mockRestore();
    expect((await rememberCode('AADSTS50053')).recent).toEqual(['AADSTS50053']);
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

  it('go when codes are no longer kept, and not before', async () => {
    await rememberCode('AADSTS50126');
    await leaveKeptCodes();
    expect((await readKeptCodes()).recent).toEqual(['AADSTS50126']);
    await saveChoice('keepCodes', false);
    await leaveKeptCodes();
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
