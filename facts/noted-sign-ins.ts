import { alertAbove } from './alert-activities';
import type { FactRecord } from './fact';
import { SIGN, type Line } from './lines';
import { BREAKABLE_GUID } from './message-values';
import { isOfOthers } from './noted-codes';
import { endIn, labeled, type End } from './noted-pieces';
import { CODES } from './read-codes';
import { SignIn } from './sign-in-record';
import type { SignInFactName } from './sign-in-vocabulary';
import type { TakenLines } from './taken-lines';

/** What parts the pieces of such a line; the comma within a date is none. */
const BETWEEN = /\s{2,20}|\s[/·•]\s|[;,]\s{1,9}/;
const TIME =
  /(?<![\w.-])(?:\d{1,4}[-./]\d\d?[-./]\d{1,4},?[ T]\d\d?:\d\d(?::\d\d)?(?: ?[AP]M)?(?: ?Z)?|\d\d? [A-Z][a-z]{2} \d{4},? \d\d:\d\d(?::\d\d)?)(?![\w:])/;
const POINT = /^\s{0,20}(?:\d{1,3}[.)]|[-*•])\s{1,4}/;

/** In a list of another form than these, a name without a sign before it may be a verb: `App Startet nicht, …`. */
const NAMES_APART = /\s[/•·]\s|\s{2}/;

const LONGEST = 600;
const MOST_PIECES = 14;
const MOST_UNKNOWN = 1;

/** How many lines below it go on with it, and what they may say. */
const MOST_BELOW = 5;
const OF_BELOW: ReadonlySet<SignInFactName> = new Set<SignInFactName>([
  'signIn.failureReason',
  'signIn.correlationId',
  'signIn.requestId',
  'signIn.time',
  'signIn.ipAddress',
  'signIn.clientApp',
  'signIn.userAgent',
  'signIn.appId',
  'signIn.deviceId',
]);

/** How far above a line is looked for what is said of it, in lines. */
const REACH = 4;
const SAME_ID = new RegExp(`\\bsame correlation ?id:? (${BREAKABLE_GUID})`, 'i');

/** A sign-in that was noted in one line. */
interface Noted {
  signIn: SignIn;
  at: number;
  /** Where it ends: its ids and its reason may stand in lines of their own. */
  last: number;
  isFailure: boolean;
}

/**
 * Reads sign-ins that somebody noted in a line each, piece by piece: `Failure 50125, App: My Apps, user: …`. Each piece is
 * known by its label and form; what is noted of another product, or in prose, is none.
 *
 * @param lines Cleaned lines of the text.
 * @param taken Lines that another reader has; those that this one takes are added.
 */
export function readNotedSignIns(lines: readonly Line[], taken: TakenLines): FactRecord[] {
  const noted = lines.flatMap((line, at): Noted[] => {
    if (!taken.leaves(at, SIGN.digit) || line.text.length > LONGEST) return [];
    const one = notedIn(line, lines, at, taken);
    return one ? [{ ...one, at }] : [];
  });
  const failures = new Set(noted.filter(({ isFailure }) => isFailure).map(({ at }) => at));
  // A success alone is not what somebody asks about, and may be of any service.
  const isMeant = ({ at }: Noted) => [-2, -1, 0, 1, 2].some((away) => failures.has(at + away));
  return noted.filter(isMeant).map(({ signIn, at, last }) => {
    for (let own = at; own <= last; own++) taken.add(own);
    return signIn.record('noted sign-in', lines[at]!.number, lines[last]!.number, false);
  });
}

function notedIn(
  line: Line,
  lines: readonly Line[],
  at: number,
  taken: TakenLines,
): Omit<Noted, 'at'> | undefined {
  const { text, number } = line;
  if (!/\p{L}/u.test(text) || !BETWEEN.test(text) || /[|\t{}<>]|https?:/.test(text)) return;
  const source = { line: number };
  const signIn = new SignIn();
  const time = TIME.exec(text)?.[0];
  const plain = time ? text.replace(time, '  ') : text;
  const pieces = plain.replace(POINT, '').split(BETWEEN, MOST_PIECES);
  const seen = new Set<string>(time ? ['signIn.time'] : []);
  if (time) signIn.add('signIn.time', 'Time', time, source);
  let unknown = 0;
  let end: End['end'] | undefined;
  for (const piece of pieces.map((one) => one.trim()).filter(Boolean)) {
    const ended = endIn(piece);
    if (ended && (end || ended.isOther)) return;
    if (ended) end = ended.end;
    const [name, label, value] = ended?.fact ?? labeled(piece, NAMES_APART.test(plain)) ?? [];
    // `Sign-in` before its time, and a sentence, which may be the reason.
    if (!name && !/^(?:sign-?in|anmeldung|connexion)$/i.test(piece)) {
      if (++unknown > MOST_UNKNOWN) return;
      if (end === 'failure' && /^\p{Lu}[^:=@]{20,400}\.$/u.test(piece))
        signIn.add('signIn.failureReason', 'Failure reason', piece, source);
    }
    if (!name) continue;
    // Two users are two sign-ins.
    if (seen.has(name)) return;
    seen.add(name);
    signIn.add(name, label!, value!, source);
  }
  if (!end || !seen.has('signIn.app') || isOfOthers(text)) return;
  // A line with another code is a message.
  if (line.ask(CODES).some((code) => code !== signIn.code)) return;
  if (!seen.has('signIn.user') && !addOfAlert(signIn, lines, at, seen)) return;
  const shared = lines.slice(Math.max(0, at - REACH), at).flatMap((one) => {
    // The line may tell of somebody else.
    const id = one.text.includes('@') ? undefined : SAME_ID.exec(one.text.slice(0, LONGEST))?.[1];
    return id ? [{ id, line: one.number }] : [];
  })[0];
  if (shared && !seen.has('signIn.correlationId'))
    signIn.add('signIn.correlationId', 'correlation ID', shared.id, { line: shared.line });
  return { signIn, last: goOn(signIn, seen, lines, at, taken), isFailure: end === 'failure' };
}

/** Adds what stands in the lines right below a noted sign-in, each a label with its value, and returns the last of them. */
function goOn(
  signIn: SignIn,
  seen: Set<string>,
  lines: readonly Line[],
  at: number,
  taken: TakenLines,
): number {
  for (let own = at + 1; own <= at + MOST_BELOW; own++) {
    const { text, number } = lines[own] ?? {};
    const isOwn = text && text.length <= LONGEST && !taken.has(own);
    const piece = isOwn ? labeled(text.trim(), false) : undefined;
    if (!piece || !OF_BELOW.has(piece[0]) || seen.has(piece[0])) return own - 1;
    seen.add(piece[0]);
    signIn.add(...piece, { line: number! });
  }
  return at + MOST_BELOW;
}

/** The user of the alert whose evidence it is, and the one address of it. */
function addOfAlert(
  signIn: SignIn,
  lines: readonly Line[],
  at: number,
  seen: ReadonlySet<string>,
): boolean {
  const alert = alertAbove(lines, at);
  if (!alert) return false;
  const { user, address } = alert;
  if (user) signIn.add('signIn.user', 'Users', user.text, { line: user.line });
  if (address && !seen.has('signIn.ipAddress'))
    signIn.add('signIn.ipAddress', 'IP', address.text, { line: address.line });
  return true;
}
