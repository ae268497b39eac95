/** The phases of a join as dsregcmd calls them, and as a message may in one of its languages. */
const PHASES: readonly (readonly [phase: string, words: string])[] = [
  ['pre-check', 'pre-?check|vorprüfung'],
  [
    'discover',
    'discover(?:y|ing)?|ermittlung|erkennung|découverte|detección|descubrimiento|individuazione|rilevamento|descoberta|deteção',
  ],
  [
    'auth',
    'auth(?:enticat(?:e|ion))?|authentifizierung|authentification|autenticación|autenticazione|autenticação|verificatie',
  ],
  ['post-join', 'post-?join'],
  ['join', 'join|beitritt|jonction|jointure|unión|combinación|ingresso|aggiunta'],
];

const FORMS = PHASES.map(([phase, words]) => [phase, new RegExp(`^(?:${words})$`, 'iu')] as const);
const WORDS = PHASES.map(([, words]) => words).join('|');

/** `in der Phase "discover"`, `Join phase: discover`, `phase « auth »`: what stands behind the word tells more than what stands before. */
const BEHIND = new RegExp(
  String.raw`(?<!\p{L})[\p{L}-]{0,40}(?:phase|fase)(?: (?:de|d['’]|di|da|of)\s{0,2}(?:la |l['’])?| ?[:=] ?| )["'«“„‘]?\s?(${WORDS})(?![\p{L}\d-])`,
  'iu',
);

/** `at join phase`, `während der Join-Phase`, `Authentifizierungsphase`. */
const BEFORE = new RegExp(
  String.raw`(?<![\p{L}-])["'«“„‘]?(${WORDS})s?["'»”“’]?[\s-]?(?:phase|fase)(?!\p{L})`,
  'iu',
);

/** `参加フェーズで`, `加入阶段`: no blanks part the words. */
const EAST = /(検出|認証|参加)フェーズ|(发现|身份验证|加入)阶段/u;
const OF_EAST: Readonly<Record<string, string>> = {
  検出: 'discover',
  認証: 'auth',
  参加: 'join',
  发现: 'discover',
  身份验证: 'auth',
  加入: 'join',
};

/** Another word in quotes is a phase that we do not know. */
const QUOTED = /(?:phase|fase)\s?[:=]?\s?["'«“„]\s?([\p{L}-]{2,30})\s?["'»”“]/iu;

/** Behind it a message goes on with what the server said. */
const LONGEST = 200;

/** The word of the first phase that a line names: what the server said of its own stands behind it. */
function wordIn(text: string): string | undefined {
  const [behind, before] = [BEHIND.exec(text), BEFORE.exec(text)];
  const isFirst = before && behind && before.index + before[0].length < behind.index;
  return (isFirst ? before : (behind ?? before))?.[1];
}

/**
 * Reads the phase that the first line of a failed registration names, in whatever language it is.
 *
 * @returns It as dsregcmd prints it, and as the line does; undefined where the line names none.
 */
export function phaseIn(line: string): { phase: string; printed: string } | undefined {
  const text = line.slice(0, LONGEST);
  const printed = wordIn(text);
  if (printed) {
    const [phase] = FORMS.find(([, form]) => form.test(printed))!;
    return { phase, printed };
  }
  const [, one, other = one] = EAST.exec(text) ?? [];
  if (other) return { phase: OF_EAST[other]!, printed: other };
  const unknown = QUOTED.exec(text)?.[1];
  return unknown ? { phase: unknown.toLowerCase(), printed: unknown } : undefined;
}
