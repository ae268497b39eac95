import { parentElementOf } from '../finder/dom';

/** A background thinner than this lets the one behind it through. */
const LEAST_ALPHA = 0.5;

/**
 * How light a color is, roughly: enough to tell a dark page from a light one.
 * @param color A computed color in any notation of CSS Color 4.
 * @returns 0 for black to 1 for white; undefined where nothing is painted.
 */
export function lightness(color: string): number | undefined {
  const [notation] = color.split(/[( ]/);
  // A digit in a name, as in display-p3, is none of the numbers.
  const [first = 0, second = 0, third = 0, alpha = 1] = (
    color.match(/(?<![\w-])-?[\d.]+/g) ?? []
  ).map(Number);
  if (!notation || alpha <= LEAST_ALPHA) return undefined;
  if (notation.startsWith('ok')) return first;
  if (notation.startsWith('l')) return first / 100;
  const most = notation === 'color' ? 1 : 255;
  return (first * 0.3 + second * 0.59 + third * 0.11) / most;
}

/**
 * Whether a note or card beside an element has to be dark: told by the first background painted behind it, else by the
 * color of the text, which follows the page's `color-scheme` and with it the system.
 */
export function isDarkAt(element: Element): boolean {
  for (let one: Element | null = element; one; one = parentElementOf(one)) {
    const background = lightness(getComputedStyle(one).backgroundColor);
    if (background !== undefined) return background < 0.5;
  }
  return (lightness(getComputedStyle(element).color) ?? 0) > 0.5;
}
