import type { FactRecord } from './fact';
import { SIGN, type Line } from './lines';
import { SignIn } from './sign-in-record';
import type { SignInFactName } from './sign-in-vocabulary';
import type { TakenLines } from './taken-lines';
import { isAddress, USER_NAME } from './value-forms';

/** How an entry of the page My sign-ins says that it ended. It shows no code. */
const ENDED = /^\W{0,9}(un)?successful sign-?in\W{0,9}$/i;

/** What it shows of each sign-in, below its heading or beside it. */
const LABELS: Readonly<Record<string, SignInFactName>> = Object.assign(Object.create(null), {
  'operating system': 'signIn.operatingSystem',
  browser: 'signIn.browser',
  ip: 'signIn.ipAddress',
  'ip address': 'signIn.ipAddress',
  app: 'signIn.app',
  account: 'signIn.user',
});

/** An entry has no more lines, and these rows at least beside how it ended. */
const MOST_LINES = 24;
const LEAST_ROWS = 3;

/** A place above it, as the page writes it: `Porto, PT`. */
const PLACE = /^\p{Lu}[\p{L} .'’()-]{1,60}(?:, [\p{L} .'’()-]{2,60}){0,2}, [A-Z]{2}$/u;

/**
 * Reads the entries of the page on which users see their own sign-ins.
 *
 * @param lines Cleaned lines of the text.
 * @param taken Lines that another reader has; those that this one takes are added.
 */
export function readMySignIns(lines: readonly Line[], taken: TakenLines): FactRecord[] {
  const records: FactRecord[] = [];
  for (let at = 0; at < lines.length; at++) {
    if (!taken.leaves(at, SIGN.letter) || lines[at]!.text.length > 40) continue;
    const ended = ENDED.exec(lines[at]!.text);
    if (!ended) continue;
    const signIn = new SignIn();
    const { text, number } = lines[at]!;
    signIn.add('signIn.status', text.trim(), ended[1] ? 'Failure' : 'Success', { line: number });
    const place = lines[at - 1]?.text.trim() ?? '';
    const hasPlace = PLACE.test(place);
    if (hasPlace) signIn.add('signIn.location', 'Location', place, { line: number - 1 });
    const last = addRows(signIn, lines, at);
    const isEntry =
      signIn.facts.length > LEAST_ROWS + (hasPlace ? 1 : 0) &&
      isAddress(signIn.valueOf('signIn.ipAddress') ?? '') &&
      (signIn.valueOf('signIn.user') ?? signIn.valueOf('signIn.app')) !== undefined;
    if (!isEntry) continue;
    const first = hasPlace ? at - 1 : at;
    for (let own = first; own <= last; own++) taken.add(own);
    records.push(
      signIn.record('entry of My sign-ins', lines[first]!.number, lines[last]!.number, false),
    );
    at = last;
  }
  return records;
}

/** Adds the rows below a heading, up to one that comes again. @returns The index of the last one. */
function addRows(signIn: SignIn, lines: readonly Line[], start: number): number {
  let last = start;
  for (let at = start + 1; at < lines.length && at <= start + MOST_LINES; at++) {
    const { pair, number } = lines[at]!;
    const text = lines[at]!.text.trim();
    if (ENDED.test(text)) break;
    const beside = pair && LABELS[pair.label.toLowerCase()];
    const below = LABELS[text.toLowerCase()];
    const name = beside ?? below;
    if (!name) continue;
    if (signIn.valueOf(name) !== undefined) break;
    const value = beside ? pair!.value : (lines[at + 1]?.text.trim() ?? '');
    const isLabel = LABELS[value.toLowerCase()] !== undefined;
    if (!value || isLabel || (name === 'signIn.user' && !USER_NAME.test(value))) continue;
    signIn.add(name, beside ? pair!.label : text, value, { line: number });
    last = beside ? at : ++at;
  }
  return last;
}
