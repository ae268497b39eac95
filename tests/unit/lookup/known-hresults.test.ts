import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packHresults, unpackHresults } from '../../../lookup/known-hresults';

describe('packed HRESULTs', () => {
  it('are known again, and no other number is', () => {
    const near = fc.integer({ min: 0x801c0001, max: 0x801c0040 });
    fc.assert(
      fc.property(fc.array(near, { minLength: 1 }), near, (numbers, other) => {
        const known = unpackHresults(packHresults([...new Set(numbers)]));
        for (const number of [...numbers, other, other - 0x1000, other + 0x1000])
          expect(known.has(number)).toBe(numbers.includes(number));
      }),
    );
  });
});
