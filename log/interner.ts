/**
 * Keeps each text of a field once. A cell that a parser cuts out of a chunk holds on to the whole chunk, so that what is
 * kept is a copy; and since a log has the same users, apps and addresses again and again, most cells cost no memory.
 */
export class Interner {
  readonly #texts = new Map<string, string>();

  /**
   * @param cell As printed.
   * @param read Makes of it what is kept; asked once for each different cell.
   * @returns What is kept; undefined for an empty cell.
   */
  of(cell: string | undefined, read: (cell: string) => string = plain): string | undefined {
    if (!cell) return;
    let kept = this.#texts.get(cell);
    if (kept === undefined) {
      kept = copied(read(cell));
      this.#texts.set(copied(cell), kept);
    }
    return kept || undefined;
  }
}

/** @returns The same text with no part in the longer one that it was cut out of. */
export function copied(text: string): string {
  // Joining makes a text of its own; a cut out one would keep its chunk in memory.
  return ` ${text}`.slice(1);
}

const plain = (cell: string) => cell.trim();
