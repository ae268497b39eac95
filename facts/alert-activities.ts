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
  /(?<=^\W{0,9}|\t| {2}|\| {0,3})(?:(?:(?:affected|impacted) (?:assets?: {0,3})?)?users?|impacted (?:assets|accounts|entities)): {0,3}(.{3,400}?)(?= {2,}|\t|$)/iu;

const PARTS = /[,;]| (?:and|und|et|y|e) /;

/** `IP 203.0.113.7  Verdict: Suspicious` */
const IP = /^\W{0,20}IP(?: address)?(?: {0,3}[:|] {0,3}| {1,9})([\da-f.:]{3,45})(?= {2,}|\t|$)/i;

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

/** What an alert names, and the line that does. */
interface Named {
  text: string;
  line: number;
}

/** An alert, as far as what it says of activities below it is plain. */
interface Alert {
  /** It gathers activities of other services, too. */
  isOfMany: boolean;
  /** Its user, if it names one alone. */
  user: Named | undefined;
  /** The address that it has as its evidence, if it is one alone. */
  address: Named | undefined;
}

/** @returns The alert of whose activities the line at an index is one, if one stands above it. */
export function alertAbove(lines: readonly Line[], at: number): Alert | undefined {
  const near = lines
    .slice(Math.max(0, at - REACH), at)
    .map(({ text, number }) => ({ text: text.slice(0, LONGEST), line: number }));
  let head = near.findLastIndex(({ text }) => HEAD.test(text));
  // `Microsoft Defender XDR`, and `Alert: …` below it.
  while (head > 0 && HEAD.test(near[head - 1]!.text)) head--;
  const above = near.slice(Math.max(0, head));
  const heads = above.filter(({ text }) => OF_ALERT.test(text));
  if (!heads.length) return;
  const user = onlyOne(above, (text) => USERS.exec(text)?.[1]?.split(PARTS) ?? []);
  const [name, second] = user?.text.match(USER_NAMES) ?? [];
  return {
    isOfMany: heads.some(({ text }) => OF_MANY.test(text)),
    user: user && name && !second && USER_NAME.test(name) ? { ...user, text: name } : undefined,
    address: onlyOne(above, (text) => (IP.exec(text)?.slice(1, 2) ?? []).filter(isAddress)),
  };
}

/** What is found in lines, if it is the same everywhere. */
function onlyOne(
  above: readonly Named[],
  find: (text: string) => readonly string[],
): Named | undefined {
  const all = above.flatMap(({ text, line }) => find(text).map((one) => ({ text: one, line })));
  const [first] = all;
  return all.every(({ text }) => text.toLowerCase() === first!.text.toLowerCase())
    ? first
    : undefined;
}

function recordOf(activity: Activity, { user }: Alert, line: number): FactRecord {
  const { time, address, app, code, reason, risk } = activity;
  const signIn = new SignIn();
  const source = { line };
  signIn.add('signIn.time', 'Time', time, source);
  if (user) signIn.add('signIn.user', 'Users', user.text, source);
  signIn.add('signIn.ipAddress', 'IP address', address, source);
  signIn.add('signIn.app', 'Application', app, source);
  if (!code) signIn.add('signIn.status', 'Activity', 'Success', source);
  if (code) signIn.add('signIn.errorCode', 'Error code', code, source);
  if (reason.endsWith('.')) signIn.add('signIn.failureReason', 'Failure reason', reason, source);
  if (risk) signIn.add('signIn.riskLevel', 'riskLevelDuringSignIn', risk, source);
  return signIn.record('activity of an alert', line, line, false);
}
