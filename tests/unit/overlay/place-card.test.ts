import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeCard } from '../../../overlay/place-card';

describe('the card', () => {
  it('never covers the code and never leaves the frame', () => {
    const box = fc.record({
      left: fc.integer({ min: 0, max: 1900 }),
      top: fc.integer({ min: 0, max: 1000 }),
      width: fc.integer({ min: 10, max: 300 }),
      height: fc.integer({ min: 10, max: 40 }),
    });
    const frame = fc.record({
      width: fc.integer({ min: 50, max: 2000 }),
      height: fc.integer({ min: 50, max: 1200 }),
    });
    fc.assert(
      fc.property(box, frame, fc.integer({ min: 60, max: 600 }), (code, size, wanted) => {
        const right = code.left + code.width;
        const bottom = code.top + code.height;
        const spot = placeCard({ ...code, right, bottom }, size, wanted);
        if (!spot) return;
        const height = Math.min(wanted, spot.height);
        expect(spot.left).toBeGreaterThanOrEqual(0);
        expect(spot.left + spot.width).toBeLessThanOrEqual(size.width);
        expect(spot.top).toBeGreaterThanOrEqual(0);
        expect(spot.top + height).toBeLessThanOrEqual(size.height);
        expect(spot.top >= bottom || spot.top + height <= code.top).toBe(true);
      }),
    );
  });

  it('gives way to our own page where the frame is too small', () => {
    const code = { left: 10, top: 40, right: 80, bottom: 60 };
    expect(placeCard(code, { width: 200, height: 600 }, 400)).toBeUndefined();
    expect(placeCard(code, { width: 600, height: 120 }, 400)).toBeUndefined();
  });
});
