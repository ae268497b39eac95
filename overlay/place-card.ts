/** A box in the coordinates of the frame, in CSS pixels. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Where the card goes, and how high it may grow. */
export interface Spot {
  left: number;
  top: number;
  width: number;
  height: number;
}

const MARGIN = 8;
const WIDEST = 460;
const LEAST_HEIGHT = 150;
const LEAST_WIDTH = 240;

/**
 * Places the card so that it never covers the code and never leaves the frame.
 * @param code Box of the code.
 * @param frame Size of the frame.
 * @param wanted Height that the card would like to have.
 * @returns undefined where the frame is too small; our own page answers then.
 */
export function placeCard(
  code: Box,
  frame: { width: number; height: number },
  wanted: number,
): Spot | undefined {
  const width = Math.min(WIDEST, frame.width - 2 * MARGIN);
  const isInFrame = code.bottom <= frame.height && code.top >= 0;
  if (!isInFrame) return undefined;
  const below = frame.height - code.bottom - 2 * MARGIN;
  const above = code.top - 2 * MARGIN;
  if (width < LEAST_WIDTH || Math.max(below, above) < LEAST_HEIGHT) return undefined;
  const isBelow = below >= wanted || below >= above;
  const height = Math.min(wanted, isBelow ? below : above);
  const left = Math.max(MARGIN, Math.min(code.left, frame.width - width - MARGIN));
  return {
    left,
    top: isBelow ? code.bottom + MARGIN : code.top - MARGIN - height,
    width,
    height: isBelow ? below : above,
  };
}
