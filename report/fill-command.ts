import type { SignInIds } from '../detection/find-ids';
import { PLACEHOLDERS } from '../lookup/entry-values';

/** A stretch of a command: as written, or filled in from the page. */
export interface CommandPart {
  text: string;
  isFilled: boolean;
}

const PLACEHOLDER = new RegExp(`\\{(${PLACEHOLDERS.join('|')})\\}`, 'g');

/** Characters that mean nothing to PowerShell, KQL, a shell or a URL, so that page text never becomes a command. */
const HARMLESS = /^[\w.@:+-]+$/;

/**
 * Puts the ids of a sign-in into a command.
 * @param code The command with placeholders such as {correlationId}.
 * @param ids Ids read from the page. One that is missing, or that holds a character with a meaning, leaves its
 * placeholder in place.
 */
export function fillCommand(code: string, ids: SignInIds): CommandPart[] {
  const parts: CommandPart[] = [];
  let last = 0;
  for (const match of code.matchAll(PLACEHOLDER)) {
    const value = ids[match[1] as keyof SignInIds];
    if (!value || !HARMLESS.test(value)) continue;
    if (match.index > last) parts.push({ text: code.slice(last, match.index), isFilled: false });
    parts.push({ text: value, isFilled: true });
    last = match.index + match[0].length;
  }
  if (last < code.length) parts.push({ text: code.slice(last), isFilled: false });
  return parts;
}

/** The command as it is copied. */
export function commandText(parts: CommandPart[]): string {
  return parts.map(({ text }) => text).join('');
}
