import type { Fact, FactRecord } from '../facts/fact';
import { makeFact } from '../facts/make-fact';
import { USER_NAMES } from '../facts/value-forms';
import type { FactName } from '../facts/vocabulary';

/** How far a message stands from the sign-in that it may be of, in lines. */
const NEAR = 15;

/** What a message and its sign-in have alike where both say it. */
const NEVER_DIFFERENT: readonly FactName[] = [
  'signIn.user',
  'signIn.userDisplayName',
  'signIn.userId',
  'signIn.app',
  'signIn.appId',
  'signIn.requestId',
  'signIn.correlationId',
  'signIn.time',
  'signIn.deviceId',
  'signIn.ipAddress',
  'signIn.resource',
];

/** Codes of a policy that was not satisfied. */
const OF_POLICY = /^AADSTS530\d\d/;

/** What asks, or tells of another time or person. */
const OF_ANOTHER =
  /\?|(?<!\p{L})(?:yesterday|earlier|last (?:week|month|time)|colleagues?|everyone|everybody|another (?:user|person|device|laptop|account)|phones?|mobile|tablet|ipad|iphone|handy|telefon|gestern|vorher|letzte \p{L}{4,5}|kolleg\p{L}{0,4}|anderer? (?:benutzer|user|rechner)|hier|collègues?|ayer|colegas?|ieri|collega|ontem|gisteren)(?!\p{L})/iu;

/** What denies, supposes or teaches before a code; behind it stand the words of the service. */
const DENIED =
  /(?<!\p{L})(?:not|no|never|isn['’]t|wasn['’]t|instead of|without|before|unlike|other|another|if|when(?:ever)?|should|would|could|might|fixed|solved|resolved|docs?|documentation|article|wenn|falls|sobald|würde|könnte|behoben|gelöst|doku\p{L}{0,8}|artikel|quand|lorsque|cuando|quando|als|wanneer|nicht|kein\p{L}{0,2}|ohne|statt|ander\p{L}{1,2}|pas|autre|otr[oa]|altr[oa]|outr[oa]|sans|sin|non|senza|não|sem|niet|geen)(?!\p{L})(?=.{0,200}\d{5})/iu;

/** A code, and what stands behind it. */
const BEHIND_CODE = /(\d{5,8}).*$/s;

/** The users that a record names by their addresses. */
const addressesIn = ({ facts }: FactRecord): string[] =>
  facts.flatMap(({ name, value }) =>
    name.startsWith('signIn.') || name === 'message.description'
      ? (value.toLowerCase().match(USER_NAMES) ?? [])
      : [],
  );

/**
 * Finds the code of a sign-in that was copied without it, where the text names one code only, in a sentence close by.
 *
 * @param records What was read from one text.
 * @returns The sign-in, and the code as a fact of it; undefined where the code may be of something else.
 */
export function lentCode(
  records: readonly FactRecord[],
): { signIn: FactRecord; code: Fact } | undefined {
  const [signIn, second] = records.filter(({ kind }) => kind === 'signIn');
  if (!signIn || second || records.some(({ kind }) => kind === 'log' || kind === 'summary')) return;
  const [code, other] = new Set(records.flatMap(({ codes }) => codes));
  if (!code?.startsWith('AADSTS') || other) return;
  const [message, again] = records.filter(({ codes }) => codes.length > 0);
  if (!message || again || message.kind !== 'message' || !mayBeOf(signIn, message, code)) return;
  const said = message.facts.find(({ name }) => name === 'message.description')!;
  const fact = makeFact('signIn.errorCode', said.label, said.printed, said.source);
  return { signIn, code: { ...fact, value: code } };
}

/** Whether nothing speaks against it that a message is of a sign-in without a code. */
function mayBeOf(signIn: FactRecord, message: FactRecord, code: string): boolean {
  const valueIn = ({ facts }: FactRecord, wanted: FactName) =>
    facts.find(({ name, value }) => name === wanted && value)?.value.toLowerCase();
  if (signIn.facts.some(({ name }) => name === 'signIn.errorCode')) return false;
  if (valueIn(signIn, 'signIn.status') === 'success') return false;
  const access = valueIn(signIn, 'signIn.conditionalAccess');
  if (OF_POLICY.test(code) && access && access !== 'failure') return false;
  const gap = Math.max(signIn.from - message.to, message.from - signIn.to);
  const said = valueIn(message, 'message.description');
  if (gap > NEAR || !said || OF_ANOTHER.test(said) || DENIED.test(said.replace(BEHIND_CODE, '$1')))
    return false;
  const users = addressesIn(signIn);
  if (users.length && addressesIn(message).some((named) => !users.includes(named))) return false;
  return NEVER_DIFFERENT.every((name) => {
    const [own, their] = [valueIn(signIn, name), valueIn(message, name)];
    return !own || !their || own === their;
  });
}
