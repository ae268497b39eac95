import { isInKnownRange } from '../detection/bare-codes';
import type { FactRecord } from './fact';
import { SIGN, type Line } from './lines';
import { SignIn } from './sign-in-record';
import type { TakenLines } from './taken-lines';
import { isAddress, USER_NAME, USER_NAMES } from './value-forms';

/** Above the activities: the product whose alert it is. */
const OF_ALERT =
  /Microsoft (?:Defender|365 Defender|Sentinel|Entra ID Protection)|Defender XDR|Defender for Cloud Apps|(?:detection|service) source:? {0,3}(?:\w+ ){0,3}Identity Protection/i;

/** How an alert begins: what stands above is of another one. */
const HEAD = /(?<!\p{L})alert {0,2}[:#]|^\W{0,9}Microsoft (?:Defender|365 Defender|Sentinel)/iu;

/** The users whom it is about: `Users: Bea Lindqvist (user@contoso.com)   Devices: -`. */
const USERS = /(?<!\p{L})users?: {0,3}(.{3,400}?)(?= {2,}|\t|$)/iu;

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
    const near = lines.slice(Math.max(0, at - REACH), at);
    const above = near.slice(
      Math.max(
        0,
        near.findLastIndex((line) => HEAD.test(line.text.slice(0, LONGEST))),
      ),
    );
    if (!above.some((line) => OF_ALERT.test(line.text.slice(0, LONGEST)))) return [];
    const signIn = new SignIn();
    const source = { line: number };
    signIn.add('signIn.time', 'Time', time, source);
    const [user, other] = usersOf(above);
    if (user && !other) signIn.add('signIn.user', 'Users', user, source);
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

/** The addresses of all users of the alert. */
const usersOf = (above: readonly Line[]): string[] => [
  ...new Set(
    above
      .flatMap(({ text }) => USERS.exec(text.slice(0, LONGEST))?.[1]?.match(USER_NAMES) ?? [])
      .filter((one) => USER_NAME.test(one)),
  ),
];
