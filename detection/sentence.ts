/** What ends a sentence before a place in it, and behind it. */
const END_BEFORE = /[.;!?]\s|[;!?\n]/g;
const END_BEHIND = /[.;!?](?=\s)|[;!?\n]|$/;

/** A sentence is shorter, in UTF-16 units. */
const NEAR = 160;

/** A place in a text and what stands around it. */
interface Around {
  /** As much as a sentence may have, whatever sentence it is of. */
  before: string;
  behind: string;
  /** The sentence without what stands at the place. */
  sentence: string;
  isQuestion: boolean;
}

/**
 * Looks around a place in a text.
 *
 * @param at Where it begins.
 * @param length How long it is.
 */
export function aroundIn(text: string, at: number, length: number): Around {
  const before = text.slice(Math.max(0, at - NEAR), at);
  const behind = text.slice(at + length, at + length + NEAR);
  const start = [...before.matchAll(END_BEFORE)].at(-1)?.index ?? -1;
  const end = END_BEHIND.exec(behind)!;
  return {
    before,
    behind,
    sentence: before.slice(start + 1) + behind.slice(0, end.index),
    isQuestion: end[0] === '?',
  };
}
