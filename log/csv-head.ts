import { delimiterOf, variantOf } from '../facts/read-sign-in-csv';
import { factOfHeading, plainHeading } from '../facts/sign-in-fields';
import { signInFactOfKey } from '../facts/sign-in-keys';
import type { SignInFactName } from '../facts/sign-in-vocabulary';

/** A longer line is no header, in UTF-16 units. */
const LONGEST = 10_000;

/** How many known headings make a header in which the code has no name of the sign-in log. */
const LEAST_KNOWN = 4;

/** Facts that records of other products have no column for; so many make a table one of sign-ins. */
const OF_SIGN_INS: ReadonlySet<SignInFactName> = new Set<SignInFactName>([
  'signIn.user',
  'signIn.clientApp',
  'signIn.conditionalAccess',
  'signIn.authenticationRequirement',
  'signIn.protocol',
  'signIn.resource',
  'signIn.riskState',
]);
const LEAST_OF_SIGN_INS = 2;

/** A column of the tables of Microsoft Defender, of which those of sign-ins alone have a code. */
const OF_DEFENDER = /^account(?:upn|objectid)$/;

/** @returns What parts the headings of a line; undefined where it is no header of a table of sign-ins. */
export function headDelimiterOf(line: string): string | undefined {
  const own = delimiterOf(line);
  if (own || line.length > LONGEST || !/error.{0,2}code/i.test(line) || /^\s*[[{]/.test(line))
    return own;
  return [',', ';', '\t'].find((delimiter) => {
    const headings = line.split(delimiter).map(unquoted);
    return headings.length >= LEAST_KNOWN && areOfOtherTable(headings);
  });
}

/** Whether headings are those of Microsoft Defender's tables of sign-ins, or of what a search tool exports of them. */
function areOfOtherTable(headings: readonly string[]): boolean {
  const known = new Set(headings.flatMap((one) => factOfColumn(one) ?? []));
  if (known.size < LEAST_KNOWN || !known.has('signIn.errorCode')) return false;
  if (headings.some(isOfDefender)) return true;
  return [...known].filter((name) => OF_SIGN_INS.has(name)).length >= LEAST_OF_SIGN_INS;
}

const isOfDefender = (heading: string) => OF_DEFENDER.test(plainHeading(heading));

/** Takes off quotes, and a byte order mark, which stands before the header of a later download in the same file, too. */
function unquoted(cell: string): string {
  return cell.trim().replace(/^\ufeff?"?|"$/g, '');
}

/** @returns The fact that a column is, by a heading of the sign-in log or by the name that another table has for it. */
export function factOfColumn(heading: string): SignInFactName | undefined {
  return factOfHeading(heading) ?? signInFactOfKey(heading.trim());
}

/**
 * @param headings The headings of a table.
 * @param lineBefore The line before it, which may hold its file name; or that name.
 * @returns Which log it is.
 */
export function titleOf(headings: readonly string[], lineBefore: string): string {
  if (headings.some(isOfDefender)) return 'Microsoft Defender advanced hunting';
  const isOfTool = !delimiterOf(headings.join(',')) && !delimiterOf(headings.join('\t'));
  return isOfTool ? 'table of sign-ins' : variantOf(headings, lineBefore);
}
