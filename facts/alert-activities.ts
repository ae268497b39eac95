import { isInKnownRange } from '../detection/bare-codes';
import type { FactRecord } from './fact';
import { SIGN, type Line } from './lines';
import { SignIn } from './sign-in-record';
import type { TakenLines } from './taken-lines';
import { isAddress, USER_NAME } from './value-forms';

/** Above the activities: the product whose alert it is. */
const OF_ALERT =
  /Microsoft (?:Defender|365 Defender|Sentinel|Entra ID Protection)|Defender XDR|Defender for Cloud Apps|(?:detection|service) source:? {0,3}(?:\w+ ){0,3}Identity Protection/i;

/** How an alert begins: what stands above is of another one. */
const HEAD = /(?<!\p{L})alert {0,2}[:#]|^\W{0,9}Microsoft (?:Defender|365 Defender|Sentinel)/iu;

/** The users whom it is about: `Users: Bea Lindqvist (user@contoso.com)   Devices: -`. */
const USERS =
  /(?<!\p{L})(?:users?|impacted (?:assets|accounts|entities)): {0,3}(.{3,400}?)(?= {2,}|\t|$)/iu;
const ADDRESS = /[\w.+#-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/g;

const TIME =
  /^(?:\d{1,4}[-./]\d\d?[-./]\d{1,4},?[ T])?\d\d?:\d\d(?::\d\d)?(?: ?[AP]M)?(?: ?Z| UTC)?$/i;
const RESULT =
  /^(?:sign|log)-?\s?[io]n (?:(success\w{0,4}|succeeded)|fail(?:ed|ure)|interrupted)$/i;
const CODE = /^(?:sign-in )?error ?code:? (\d{5,8})$/i;
const RISK = /^risk ?level ?during ?sign-?in:? (none|low|medium|high|hidden)$/i;

/** A longer line is no activity, and how far above it the alert stands, in lines. */
const LONGEST = 1000;
const REACH = 20;
const MOST_CELLS = 12;

/**
 * Reads the sign-ins among the activities of an alert, each in a line with strokes between its cells: time, address, how
 * it ended, the app, its code.
 *
 * @param lines Cleaned lines of the text.
 * @param taken Lines that another reader has; those that this one takes are added.
 */
export function readAlertActivities(lines: readonly Line[], taken: TakenLines): FactRecord[] {
  return lines.flatMap(({ text, number }, at) => {
    if (!taken.leaves(at, SIGN.cell) || text.length > LONGEST) return [];
    const cells = text
      .trim()
      .replace(/^\||\|$/g, '')
      .split('|', MOST_CELLS)
      .map((one) => one.trim());
    const [time = '', address = '', result = '', app = '', ...rest] = cells;
    const ended = RESULT.exec(result);
    if (!ended || !TIME.test(time) || !isAddress(address)) return [];
    const code = rest.findIndex((one) => CODE.test(one));
    const digits = CODE.exec(rest[code] ?? '')?.[1] ?? '';
    // Without a code nothing says that it did not succeed at another service.
    if (digits ? ended[1] || !isInKnownRange(digits) : !ended[1]) return [];
    const above = linesOfAlert(lines, at);
    if (!isOfAlert(above)) return [];
    const signIn = new SignIn();
    const source = { line: number };
    signIn.add('signIn.time', 'Time', time, source);
    const [user, other] = usersOfAlert(above);
    if (user && !other) signIn.add('signIn.user', 'Users', user.text, source);
    signIn.add('signIn.ipAddress', 'IP address', address, source);
    signIn.add('signIn.app', 'Application', app, source);
    if (ended[1]) signIn.add('signIn.status', 'Activity', 'Success', source);
    if (digits) signIn.add('signIn.errorCode', 'Error code', digits, source);
    const reason = digits ? (rest[code + 1] ?? '') : '';
    if (reason.endsWith('.')) signIn.add('signIn.failureReason', 'Failure reason', reason, source);
    const risk = rest.flatMap((one) => RISK.exec(one)?.[1] ?? [])[0];
    if (risk) signIn.add('signIn.riskLevel', 'riskLevelDuringSignIn', risk, source);
    taken.add(at);
    return signIn.record('activity of an alert', number, number, false);
  });
}

/** @returns The lines of the alert above one of its activities, from its head on. */
export function linesOfAlert(lines: readonly Line[], at: number): readonly Line[] {
  const near = lines.slice(Math.max(0, at - REACH), at);
  const isHead = (own: number) => HEAD.test(near[own]?.text.slice(0, LONGEST) ?? '');
  let head = near.findLastIndex((_, own) => isHead(own));
  // `Microsoft Defender XDR`, and `Alert: …` below it.
  while (isHead(head - 1)) head--;
  return near.slice(Math.max(0, head));
}

/** @returns Whether lines above an activity name the product whose alert it is. */
export const isOfAlert = (above: readonly Line[]): boolean =>
  above.some(({ text }) => OF_ALERT.test(text.slice(0, LONGEST)));

/** What an alert names, and the line that does. */
interface Named {
  text: string;
  line: number;
}

/** @returns The names of all users of the alert, each once. */
export const usersOfAlert = (above: readonly Line[]): Named[] =>
  onceEach(above, (text) =>
    (USERS.exec(text)?.[1]?.match(ADDRESS) ?? []).filter((one) => USER_NAME.test(one)),
  );

/** `IP 203.0.113.7  Verdict: Suspicious` */
const IP = /^\W{0,20}IP(?: address)?(?: {0,3}[:|] {0,3}| {1,9})([\da-f.:]{3,45})(?= {2,}|\t|$)/i;

/** @returns The addresses that an alert has as its evidence, each once. */
export const addressOfAlert = (above: readonly Line[]): Named[] =>
  onceEach(above, (text) => (IP.exec(text)?.slice(1, 2) ?? []).filter(isAddress));

function onceEach(above: readonly Line[], find: (text: string) => readonly string[]): Named[] {
  const found = new Map<string, Named>();
  for (const { text, number } of above)
    for (const one of find(text.slice(0, LONGEST)))
      if (!found.has(one.toLowerCase())) found.set(one.toLowerCase(), { text: one, line: number });
  return [...found.values()];
}
