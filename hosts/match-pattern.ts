/** What stands between the scheme and the path of a match pattern: a host, or `*.` and a domain. */
const PATTERN = /^https:\/\/(\*\.)?([a-z\d.-]+)\/\*$/;

/** Any number of names in front of a domain. */
const NAMES = '(?:.+\\.)?';

const isWide = (pattern: string) => pattern.startsWith('https://*.');

/**
 * The host expression of a match pattern. `*.` stands for any number of names in front, none included, as browsers
 * read it (developer.mozilla.org, "Match patterns in extension manifests").
 * @param pattern `https://*.portal.azure.net/*`: https, a host, any path.
 * @returns Source of a RegExp for a host name in lower case, without anchors.
 * @throws Error on a pattern of any other form.
 */
export function hostSource(pattern: string): string {
  const [, wildcard, domain] = PATTERN.exec(pattern) ?? [];
  if (!domain) throw new Error(`"${pattern}" is no pattern such as https://*.contoso.com/*`);
  return (wildcard ? NAMES : '') + domain.replaceAll('.', '\\.');
}

/**
 * One expression for the hosts of several patterns. A host that another pattern covers is left out.
 * @param patterns Match patterns.
 * @returns Source of a RegExp that takes a whole host name and nothing around it.
 */
export function hostsSource(patterns: readonly string[]): string {
  const covers = (wide: string, pattern: string) =>
    wide !== pattern &&
    isWide(wide) &&
    `.${pattern.replace(/^https:\/\/(\*\.)?/, '')}`.endsWith(wide.slice('https://*'.length));
  const needed = patterns.filter((pattern) => !patterns.some((wide) => covers(wide, pattern)));
  const [wild, exact] = [needed.filter(isWide), needed.filter((pattern) => !isWide(pattern))];
  // Names in front are looked for once: the expression stands in the script of every frame.
  const any = wild.map((pattern) => hostSource(pattern.replace('*.', ''))).join('|');
  const sources = exact.map(hostSource);
  return `^(?:${(any ? [...sources, `${NAMES}(?:${any})`] : sources).join('|')})$`;
}
