/** A box in the coordinates of the frame, in CSS pixels. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** On which side of its code the card stands. */
export type Side = 'below' | 'above' | 'right' | 'left';

/** Where the card goes: two edges, its width, and how high it may grow. In CSS pixels. */
export interface Spot {
  side: Side;
  left: number;
  width: number;
  height: number;
  /** Distance from the upper edge of the frame; a card above its code hangs on `bottom` instead, and grows upwards. */
  top?: number;
  /** Distance from the lower edge of the frame. */
  bottom?: number;
}

const MARGIN = 8;
const WIDEST = 460;
const HIGHEST = 600;
/** Height that a card would like to have. */
const WANTED_HEIGHT = 420;
/** With less than this above and below, a card beside its code reads better. */
const GOOD_HEIGHT = 260;
const LEAST_HEIGHT = 150;
const LEAST_WIDTH = 240;

/**
 * Places the card so that it never covers the code and never leaves the frame, however much its content grows.
 * @param code Box of the code.
 * @param frame Size of the frame.
 * @param before Where it stands now. It stays on that side while there is room.
 * @returns undefined where the frame is too small; our own page answers then.
 */
export function placeCard(
  code: Box,
  frame: { width: number; height: number },
  before?: Side,
): Spot | undefined {
  const most = Math.min(WIDEST, frame.width - 2 * MARGIN);
  const room: Record<Side, { width: number; height: number }> = {
    below: { width: most, height: frame.height - code.bottom - 2 * MARGIN },
    above: { width: most, height: code.top - 2 * MARGIN },
    right: { width: frame.width - code.right - 2 * MARGIN, height: frame.height - 2 * MARGIN },
    left: { width: code.left - 2 * MARGIN, height: frame.height - 2 * MARGIN },
  };
  const fits = (side: Side, height: number) =>
    room[side].width >= LEAST_WIDTH && room[side].height >= height;
  const higher: Side = room.below.height >= room.above.height ? 'below' : 'above';
  const wider: Side = room.right.width >= room.left.width ? 'right' : 'left';
  const side =
    before && fits(before, LEAST_HEIGHT)
      ? before
      : ((['below', 'above'] as const).find((one) => fits(one, WANTED_HEIGHT)) ??
        [higher, wider].find((one) => fits(one, GOOD_HEIGHT)) ??
        [higher].find((one) => fits(one, LEAST_HEIGHT)));
  if (!side) return undefined;

  const width = Math.min(WIDEST, room[side].width);
  const height = Math.min(HIGHEST, room[side].height);
  const along = Math.max(MARGIN, Math.min(code.left, frame.width - width - MARGIN));
  if (side === 'below') return { side, left: along, width, height, top: code.bottom + MARGIN };
  if (side === 'above')
    return { side, left: along, width, height, bottom: frame.height - code.top + MARGIN };
  const top = Math.max(MARGIN, Math.min(code.top, frame.height - MARGIN - WANTED_HEIGHT));
  const left = side === 'right' ? code.right + MARGIN : code.left - MARGIN - width;
  return { side, left, width, height: Math.min(height, frame.height - top - MARGIN), top };
}
