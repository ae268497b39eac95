import { isInKnownRange } from '../detection/bare-codes';
import { statusOf } from './status-words';
import { isClientApp, isWordOf } from './value-forms';

/** A row begins with its time; the id of its request, and the name of its user stand before the user's address. */
const START =
  /^\s{0,9}(\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:, ?|T| )\d{1,2}:\d\d(?::\d\d)?(?:\.\d{1,9})?(?:Z| [AP]M)?) (?:([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}) )?(?:([^@\d]{2,80}?) )?([^\s@]{1,64}@[^\s@]{3,190}) (.{20,4000})$/i;

/** Behind the user stand the app, the status and the address with its place. */
const RESULT =
  /^(.{1,80}?) (\p{L}{5,20}) ((?:\d{1,3}\.){3}\d{1,3}|[\da-f]{1,4}(?::[\da-f]{0,4}){2,7}) (\p{L}[\p{L}\d .'’()-]{0,60}(?:, \p{L}[\p{L}\d .'’()-]{0,60}){0,2}, [A-Z]{2})(?= |$)(.{0,4000})$/iu;

/** Words of the columns behind the place, at most. */
const MOST_WORDS = 7;

/**
 * The cells of a row of the portal's list of sign-ins, of which single blanks are left between them. The order of its
 * columns and the forms of its cells part them; names have blanks, too.
 *
 * @returns Undefined where a line is no such row.
 */
export function cellsBetweenBlanks(line: string): string[] | undefined {
  const [, time, id, person, user, behindUser] = START.exec(line) ?? [];
  const [, app, status, address, place, rest] = RESULT.exec(behindUser ?? '') ?? [];
  if (!status || statusOf(status) === undefined) return undefined;
  const cells = [time!, id, person, user!, app!, status, address!, place!];
  return [...cells.flatMap((cell) => cell ?? []), ...cellsBehindPlace(rest!.trim())];
}

/** What the words at the start of a text are, where they are a cell of their own. */
const isCell = (text: string): boolean =>
  isInKnownRange(text) ||
  text === '0' ||
  statusOf(text) !== undefined ||
  isClientApp(text) ||
  isWordOf('signIn.conditionalAccess', text) ||
  isWordOf('signIn.authenticationRequirement', text);

/** The cells behind the place: those that have words of their own, at both ends, and what the service says between them. */
function cellsBehindPlace(text: string): string[] {
  const before: string[] = [];
  const behind: string[] = [];
  let words = text.split(' ').filter(Boolean);
  const take = (isAtEnd: boolean): boolean => {
    for (let many = Math.min(MOST_WORDS, words.length); many > 0; many--) {
      const own = isAtEnd ? words.slice(-many) : words.slice(0, many);
      if (!isCell(own.join(' '))) continue;
      if (isAtEnd) behind.unshift(own.join(' '));
      else before.push(own.join(' '));
      words = isAtEnd ? words.slice(0, -many) : words.slice(many);
      return true;
    }
    return false;
  };
  while (take(false));
  while (take(true));
  return [...before, ...(words.length ? [words.join(' ')] : []), ...behind];
}
