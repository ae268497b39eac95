/**
 * Words that claim a frequency, an order, an exclusion or a rule without exception. Only a source can carry them.
 * Each pattern leaves out the everyday uses beside it.
 */
const STRONG: RegExp[] = [
  /(?<!\w-)\bonly\b/i,
  /\b(?:always|never|none|nothing|nobody|cannot|usually|often|mostly|normal(?:ly)?|everybody|everyone|everything|must)\b/i,
  /\bcan['’]t\b/i,
  /(?<!\bfound |\bfind )\bno\b(?!-)(?! reply\b)/i,
  /(?<!\bat )\bmost\b/i,
  /\beach\b(?! other\b)/i,
  /\bevery\b(?! day\b)/i,
  /\bfirst (?:cause|reason|suspect|candidate|thing|guess|place to look|to check|to rule out)\b|\b(?:comes?|stands?|is|are) first\b/i,
  /\b(?:does|do|will|would) ?(?:not|n['’]t) help\b/i,
  /\breports (?:all )?agree\b/i,
  /\bwithin (?:a|one) (?:second|minute|moment)\b/i,
];

/** A condition claims nothing: "if no policy is listed", "whether every user fails". */
const CONDITION = /\b(?:if|whether|unless)\b[^,.;:?]*/gi;

/**
 * Finds the words of a statement that our own reasoning cannot carry.
 * @param text One statement, without labels and literals.
 */
export function strongWords(text: string): string[] {
  const claims = text.replace(CONDITION, ' ');
  return STRONG.flatMap((pattern) => pattern.exec(claims)?.[0] ?? []);
}
