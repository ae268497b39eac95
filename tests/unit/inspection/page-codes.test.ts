import { describe, expect, it } from 'vitest';
import { groupCodes } from '../../../inspection/page-codes';

describe('the codes of all frames', () => {
  it('stand once each, with every place and the first and last time', () => {
    const [one, two] = groupCodes([
      { frameId: 0, codes: [{ code: 'AADSTS50126', time: '9/28/2026, 1:05:13 AM' }] },
      {
        frameId: 7,
        codes: [
          { code: 'AADSTS53003', time: '9/27/2026, 1:05:13 AM' },
          { code: 'AADSTS50126', time: '9/29/2026, 1:05:13 AM' },
          { code: 'AADSTS50126', time: '9/13/2026, 1:05:13 AM' },
        ],
      },
      { frameId: 9 },
    ]);
    expect(one!.places.map(({ frameId, at }) => [frameId, at])).toEqual([
      [0, 0],
      [7, 0],
      [7, 1],
    ]);
    expect([one!.first, one!.last]).toEqual(['9/13/2026, 1:05:13 AM', '9/29/2026, 1:05:13 AM']);
    expect(two).toMatchObject({ code: 'AADSTS53003', places: [{ frameId: 7, at: 0 }] });
  });

  it('keep which of their places are in sign-ins that did not fail', () => {
    const codes = [{ code: 'AADSTS50126', isExpected: true }, { code: 'AADSTS50126' }];
    expect(groupCodes([{ frameId: 0, codes }])[0]!.places).toEqual([
      { frameId: 0, at: 0, isExpected: true },
      { frameId: 0, at: 1 },
    ]);
  });

  it('count the rows of a group, and its head only where none of them is drawn', () => {
    const time = '9/28/2026, 1:05:13 AM';
    const head = { code: 'AADSTS50126', isGroup: true };
    const codes = [head, { code: 'AADSTS50126', time }, { code: 'AADSTS50126', time }];
    const [opened, closed] = groupCodes([
      { frameId: 0, codes: [...codes, { code: 'AADSTS53003', isGroup: true }] },
    ]);
    // The head is still one of the places that a page leads to by their number.
    expect(opened!.places.map(({ at }) => at)).toEqual([1, 2]);
    expect(opened!.first).toBe(time);
    expect(closed!.places.map(({ at }) => at)).toEqual([0]);
  });

  it('claim no first time where one of the places has none', () => {
    const codes = [{ code: 'AADSTS50126', time: '9/28/2026, 1:05:13 AM' }, { code: 'AADSTS50126' }];
    expect(groupCodes([{ frameId: 0, codes }])[0]).not.toHaveProperty('first');
  });

  it('take nothing from a page that is no code or no time', () => {
    const codes = [
      { code: '__proto__' },
      { code: 'constructor' },
      { code: '50126' },
      { code: 'AADSTS53003', time: '=cmd|calc' },
    ];
    expect(groupCodes([{ frameId: 0, codes }])).toEqual([
      { code: 'AADSTS53003', places: [{ frameId: 0, at: 0 }] },
    ]);
  });
});
