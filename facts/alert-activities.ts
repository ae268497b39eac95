import { isInKnownRange } from '../detection/bare-codes';
import type { FactRecord } from './fact';
import { SIGN, type Line } from './lines';
import { SignIn } from './sign-in-record';
import type { TakenLines } from './taken-lines';
import { isAddress, USER_NAME, USER_NAMES } from './value-forms';

/** Above the activities: the product whose alert it is. */
const OF_ALERT =
  /Microsoft (?:Defender|365 Defender|Sentinel|Entra ID Protection)|Defender XDR|Defender for Cloud Apps|(?:detection|service) source:? {0,3}(?:\w+ ){0,3}Identity Protection/i;

/** Of these, activities of other services are gathered, too. */
const OF_MANY = /Sentinel|Defender for Cloud Apps/i;

/** How an alert begins: what stands above is of another one. */
const HEAD = /(?<!\p{L})alert {0,2}[:#]|^\W{0,9}Microsoft (?:Defender|365 Defender|Sentinel)/iu;

/** The users whom it is about: `Users: Bea Lindqvist (user@contoso.com)   Devices: -`. */
const USERS =
  /(?<=^\W{0,9}|\t| {2}|\| {0,3})(?:(?:affected|impacted) (?:assets?: {0,3})?)?users?: {0,3}(.{3,400}?)(?= {2,}|\t|$)/iu;

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
  const records: FactRecord[] = [];
  let alert: Alert | undefined;
  let last = -1;
  lines.forEach((line, at) => {
    const activity = taken.leaves(at, SIGN.cell) ? activityIn(line.text) : undefined;
    if (!activity) return;
    // The activities of one alert stand one below the other, however many.
    if (at !== last + 1) alert = alertAbove(lines, at);
    last = at;
    // Without a code nothing says that it did not succeed at another service.
    if (!alert || (!activity.code && alert.isOfMany)) return;
    taken.add(at);
    records.push(recordOf(activity, alert, line.number));
  });
  return records;
}

/** What an activity says. */
interface Activity {
  time: string;
  address: string;
  app: string;
  code: string;
  reason: string;
  risk: string | undefined;
}

function activityIn(text: string): Activity | undefined {
  if (text.length > LONGEST) return;
  const cells = text
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|', MOST_CELLS)
    .map((one) => one.trim());
  const [time = '', address = '', result = '', app = '', ...rest] = cells;
  const ended = RESULT.exec(result);
  if (!ended || !TIME.test(time) || !isAddress(address)) return;
  const at = rest.findIndex((one) => CODE.test(one));
  const code = CODE.exec(rest[at] ?? '')?.[1] ?? '';
  if (code ? ended[1] || !isInKnownRange(code) : !ended[1]) return;
  const reason = code ? (rest[at + 1] ?? '') : '';
  const risk = rest.flatMap((one) => RISK.exec(one)?.[1] ?? [])[0];
  return { time, address, app, code, reason, risk };
}

/** The alert that activities are of: whether it has those of other services, and its user, if it is one. */
interface Alert {
  isOfMany: boolean;
  user: string | undefined;
}

function alertAbove(lines: readonly Line[], at: number): Alert | undefined {
  const near = lines.slice(Math.max(0, at - REACH), at).map(({ text }) => text.slice(0, LONGEST));
  const above = near.slice(
    Math.max(
      0,
      near.findLastIndex((text) => HEAD.test(text)),
    ),
  );
  const heads = above.filter((text) => OF_ALERT.test(text));
  return heads.length
    ? { isOfMany: heads.some((text) => OF_MANY.test(text)), user: onlyUser(above) }
    : undefined;
}

/** The address of the user of an alert; nothing where it names others beside. */
function onlyUser(above: readonly string[]): string | undefined {
  const [named, other] = new Set(
    above.flatMap((text) => USERS.exec(text)?.[1]?.split(/[,;]| (?:and|und|et|y|e) /) ?? []),
  );
  const [user, second] = named?.match(USER_NAMES) ?? [];
  return user && !second && !other && USER_NAME.test(user) ? user : undefined;
}

function recordOf(activity: Activity, { user }: Alert, line: number): FactRecord {
  const { time, address, app, code, reason, risk } = activity;
  const signIn = new SignIn();
  const source = { line };
  signIn.add('signIn.time', 'Time', time, source);
  if (user) signIn.add('signIn.user', 'Users', user, source);
  signIn.add('signIn.ipAddress', 'IP address', address, source);
  signIn.add('signIn.app', 'Application', app, source);
  if (!code) signIn.add('signIn.status', 'Activity', 'Success', source);
  if (code) signIn.add('signIn.errorCode', 'Error code', code, source);
  if (reason.endsWith('.')) signIn.add('signIn.failureReason', 'Failure reason', reason, source);
  if (risk) signIn.add('signIn.riskLevel', 'riskLevelDuringSignIn', risk, source);
  return signIn.record('activity of an alert', line, line, false);
}
