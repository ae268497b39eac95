import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeCard, type Box, type Side } from '../../../overlay/place-card';

const SIDES: (Side | undefined)[] = [undefined, 'below', 'above', 'left', 'right'];

/** The box of a card of a given content height, as the browser draws it. */
function drawn(
  spot: NonNullable<ReturnType<typeof placeCard>>,
  frameHeight: number,
  content: number,
): Box {
  const height = Math.min(content, spot.height);
  const top = spot.top ?? frameHeight - spot.bottom! - height;
  return { left: spot.left, top, right: spot.left + spot.width, bottom: top + height };
}

describe('the card', () => {
  it('never covers the code and never leaves the frame, however high its content is', () => {
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
    let placed = 0;
    fc.assert(
      fc.property(
        box,
        frame,
        fc.constantFrom(...SIDES),
        fc.integer({ min: 20, max: 2000 }),
        ({ left, top, width, height }, size, before, content) => {
          const code = { left, top, right: left + width, bottom: top + height };
          fc.pre(code.right <= size.width && code.bottom <= size.height);
          const spot = placeCard(code, size, before);
          if (!spot) return;
          placed++;
          const card = drawn(spot, size.height, content);
          expect(card.left).toBeGreaterThanOrEqual(0);
          expect(card.right).toBeLessThanOrEqual(size.width);
          expect(card.top).toBeGreaterThanOrEqual(0);
          expect(card.bottom).toBeLessThanOrEqual(size.height);
          const isApart =
            card.top >= code.bottom ||
            card.bottom <= code.top ||
            card.left >= code.right ||
            card.right <= code.left;
          expect(isApart).toBe(true);
        },
      ),
    );
    expect(placed).toBeGreaterThan(10);
  });

  it('gives way to our own page where the frame is too small', () => {
    const code = { left: 10, top: 40, right: 80, bottom: 60 };
    expect(placeCard(code, { width: 200, height: 600 })).toBeUndefined();
    expect(placeCard(code, { width: 300, height: 120 })).toBeUndefined();
  });

  it('stands beside the code in a low window, where neither above nor below is room to read', () => {
    const code = { left: 40, top: 200, right: 120, bottom: 220 };
    const spot = placeCard(code, { width: 720, height: 420 });
    expect(spot?.side).toBe('right');
    expect(spot?.height).toBeGreaterThan(350);
  });

  it('stays on its side while there is room', () => {
    const frame = { width: 1280, height: 800 };
    const code = (top: number) => ({ left: 40, top, right: 120, bottom: top + 20 });
    expect(placeCard(code(500), frame)?.side).toBe('above');
    expect(placeCard(code(300), frame, 'above')?.side).toBe('above');
    expect(placeCard(code(300), frame)?.side).toBe('below');
    expect(placeCard(code(100), frame, 'above')?.side).toBe('below');
  });

  it('is low in a narrow window, rather than none', () => {
    const code = { left: 150, top: 100, right: 230, bottom: 120 };
    const spot = placeCard(code, { width: 420, height: 340 });
    expect(spot).toMatchObject({ side: 'below', top: 128, height: 204 });
    const low = { ...code, top: 220, bottom: 240 };
    expect(placeCard(low, { width: 420, height: 340 })?.side).toBe('above');
  });

  it('stands below, where one reads on, when there is as much room above', () => {
    const code = { left: 150, top: 320, right: 230, bottom: 340 };
    expect(placeCard(code, { width: 420, height: 660 })?.side).toBe('below');
  });

  it('keeps its distance from the code and from the frame', () => {
    const frame = { width: 1280, height: 420 };
    const code = (left: number) => ({ left, top: 200, right: left + 80, bottom: 220 });
    const right = placeCard(code(40), frame)!;
    expect(right).toMatchObject({ side: 'right', left: 128 });
    expect(right.top! + right.height).toBe(frame.height - 8);
    const left = placeCard(code(1180), frame)!;
    expect(left.side).toBe('left');
    expect(left.left + left.width).toBe(1172);
    // Not a pixel more than there is between the frame and the code, a margin on both sides.
    const tight = placeCard(code(300), { width: 640, height: 420 })!;
    expect(tight).toMatchObject({ side: 'left', left: 8, width: 284 });
  });
});
