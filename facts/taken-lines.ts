import { EVERY_SIGN, type Line } from './lines';

/** Which lines of a text a reader took; no other reader reads them. */
export class TakenLines {
  /** The signs of each line that is left, and that it is. They stand side by side, since every reader asks for them. */
  private readonly left: Uint16Array;

  /** @param lines The lines of the text. */
  constructor(lines: readonly Line[]) {
    this.left = new Uint16Array(lines.length);
    for (let at = 0; at < lines.length; at++) this.left[at] = lines[at]!.signs | LEFT;
  }

  /** @param at Index of the line, from 0. */
  has(at: number): boolean {
    return this.left[at] === 0;
  }

  /** @returns Whether a line is left, and one of these signs may stand in it. */
  leaves(at: number, signs: number): boolean {
    return (this.left[at]! & signs) !== 0;
  }

  add(at: number): void {
    this.left[at] = 0;
  }
}

/** Stands in every line that nobody took. */
const LEFT = EVERY_SIGN + 1;
