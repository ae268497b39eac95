/** Shortest part of a compound, and shortest compound, in letters: "sso", "ssologin". */
const SHORTEST_PART = 3;
const SHORTEST_COMPOUND = 7;

/** Longest text that is looked at. What is longer is no word. */
const LONGEST_COMPOUND = 40;

/** What German puts between the parts of a compound: "Zugriff-s-richtlinie", "Gerät-e-code". */
const JOINTS = ['', 's', 'es', 'n', 'en', 'e'];

/**
 * Takes a word apart that two known ones make: German compounds, and words with the blank left out.
 * @param word A word in lower case that nothing holds.
 * @param isKnown Whether a word stands by itself somewhere.
 * @returns Its two parts, the ones of most equal length where there are several; undefined where it has none.
 */
export function partsOfCompound(
  word: string,
  isKnown: (part: string) => boolean,
): [string, string] | undefined {
  if (word.length < SHORTEST_COMPOUND || word.length > LONGEST_COMPOUND || /\d/.test(word))
    return undefined;
  const found: [string, string][] = [];
  for (let at = SHORTEST_PART; at <= word.length - SHORTEST_PART; at++) {
    const second = word.slice(at);
    if (!isKnown(second)) continue;
    for (const joint of JOINTS) {
      const first = word.slice(0, at - joint.length);
      if (first.length < SHORTEST_PART || !word.slice(0, at).endsWith(joint) || !isKnown(first))
        continue;
      found.push([first, second]);
      break;
    }
  }
  const unevenness = ([first, second]: [string, string]) => Math.abs(first.length - second.length);
  return found.sort((a, b) => unevenness(a) - unevenness(b))[0];
}
