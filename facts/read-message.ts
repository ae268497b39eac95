import type { Code } from '../detection/code';
import type { Fact, FactRecord } from './fact';
import { makeFact } from './make-fact';
import { SIGN, type Line } from './lines';
import { codesOfLine } from './read-codes';
import type { TakenLines } from './taken-lines';

/** The address in the text of AADSTS50011 and its relatives. */
const REDIRECT_URI =
  /(?:redirect|reply) (?:URI|URL|address)s? (?:specified in the request )?['"‘’“”]?([a-z][\w+.-]{1,30}:\/{0,3}[^\s'"‘’“”<>]{1,500})/i;

/** `error=invalid_client`, `"error": "invalid_client"`. */
const OAUTH_ERROR = /\berror["']?\s{0,4}[:=]\s{0,4}["']?([a-z]{3,20}_[a-z_]{2,40})\b/;

/**
 * Reads what no other reader took: an error message, the output of a tool that we do not know.
 *
 * @param lines Cleaned lines of the text.
 * @param taken Lines that another reader has.
 * @returns One record with all codes; none where there is no code.
 */
export function readMessage(lines: readonly Line[], taken: TakenLines): FactRecord[] {
  const codes = new Set<Code>();
  const facts: Fact[] = [];
  for (let at = 0; at < lines.length; at++) {
    if (!taken.leaves(at, SIGN.digit | SIGN.colon | SIGN.letter)) continue;
    const line = lines[at]!;
    const { text, number } = line;
    if (!text) continue;
    const found = line.has(SIGN.digit) ? codesOfLine(text) : [];
    for (const code of found) codes.add(code);
    const source = { line: number };
    if (found.length && !facts.length)
      facts.push(makeFact('message.description', 'Message', text, source));
    const mayHoldUri = line.has(SIGN.colon) && /redirect|reply/i.test(text);
    const uri = mayHoldUri ? REDIRECT_URI.exec(text)?.[1] : undefined;
    if (uri) facts.push(makeFact('message.redirectUri', 'Redirect URI', uri, source));
    const error = text.includes('error') ? OAUTH_ERROR.exec(text)?.[1] : undefined;
    if (error) facts.push(makeFact('message.error', 'error', error, source));
  }
  if (!codes.size) return [];
  const from = facts[0]?.source.line ?? 1;
  const to = facts.at(-1)?.source.line ?? from;
  return [{ kind: 'message', title: 'message', facts, codes: [...codes], doubts: [], from, to }];
}
