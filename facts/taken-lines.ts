/** Which lines of a text a reader took; no other reader reads them. */
export class TakenLines {
  private readonly marks: Uint8Array;

  /** @param count How many lines the text has. */
  constructor(count: number) {
    this.marks = new Uint8Array(count);
  }

  /** @param at Index of the line, from 0. */
  has(at: number): boolean {
    return this.marks[at] === 1;
  }

  add(at: number): void {
    this.marks[at] = 1;
  }
}
