import type { Code } from '../detection/code';
import { codeFromLabeledValue, isErrorCodeLabel } from '../detection/labels';
import { append } from './append';
import { withoutCodesInAddresses } from './codes-in-addresses';
import type { Fact, FactRecord } from './fact';
import { makeFact } from './make-fact';
import { SIGN, type Line } from './lines';
import {
  clausesOf,
  messageGroups,
  NO_PERSON,
  POINT,
  STAMPED,
  type CodedLine,
  type MessageGroup,
} from './message-groups';
import { namedInProse } from './message-prose';
import { messageValues } from './message-values';
import { notedCodes } from './noted-codes';
import { withoutProgramCodes } from './program-codes';
import { codesOfLine } from './read-codes';
import { spanOfLines } from './span-of-lines';
import { TakenLines } from './taken-lines';
import type { FactName } from './vocabulary';

/** The address in the text of AADSTS50011 and its relatives. */
const REDIRECT_URI =
  /(?:(?:redirect|reply) (?:URI|URL|address)s? (?:specified in the request )?|(?<![?&\w])redirect_uri\s?[=:]\s?)['"‘’“”]?([a-z][\w+.-]{1,30}:\/{0,3}[^\s'"‘’“”<>]{1,500})/gi;

/** A longer line is no label, in UTF-16 units. */
const LONGEST_LABEL = 40;

/** How far from its code a message reaches, in lines. */
const REACH = 60;

/** What stands farther from each code, in lines, does not hang together with one. */
const NEAR = 15;

/** Around so many lines with codes values are read; what has more is no message, and every value of it tells nothing. */
const MOST_CODED = 40;

/**
 * Reads what no other reader took: an error message, the output of a tool that we do not know.
 *
 * @param lines Cleaned lines of the text.
 * @param taken Lines that another reader has.
 * @returns One record, or several where codes are of several users or sign-ins; none where there is no code.
 */
export function readMessage(lines: readonly Line[], taken: TakenLines): FactRecord[] {
  const coded: { at: number; codes: readonly Code[] }[] = [];
  for (let at = 0; at < lines.length; at++) {
    if (!taken.leaves(at, SIGN.digit | SIGN.letter | SIGN.wide)) continue;
    const line = lines[at]!;
    if (!line.text) continue;
    const said = line.has(SIGN.digit)
      ? codesOfLine(withoutCodesInAddresses(withoutProgramCodes(lines, at)))
      : codeBelow(lines, at);
    const codes = said.length ? said : notedCodes(line.text);
    if (codes.length) coded.push({ at, codes });
  }
  if (!coded.length) return [];
  if (coded.some(({ at, codes }) => codes.length > 1 && clausesOf(lines[at]!.text).length > 1)) {
    const places = lines.flatMap((line, at) => {
      const clauses = taken.has(at) ? [] : clausesOf(line.text);
      return clauses.length > 1
        ? clauses.map((text) => ({ line: line.part(text), at }))
        : { line, at };
    });
    const clauses = places.map(({ line }) => line);
    const left = new TakenLines(clauses);
    places.forEach(({ at }, own) => {
      if (taken.has(at)) left.add(own);
    });
    return readMessage(clauses, left);
  }
  return messageGroups(lines, taken, coded).map((group) => messageOf(group, lines, taken));
}

function messageOf(
  { coded, user }: MessageGroup,
  lines: readonly Line[],
  taken: TakenLines,
): FactRecord {
  const first = lines[coded[0]!.at]!;
  const source = { line: first.number };
  const facts = [makeFact('message.description', 'Message', descriptionIn(first.text), source)];
  const near = linesNear(lines, taken, coded);
  for (const part of partsAround(lines, taken, coded.slice(0, MOST_CODED)))
    append(facts, factsOf(part, near));
  if (coded.length === 1) for (const name of SUBJECTS) keepOwn(facts, name, first.number);
  const has = (name: FactName) => facts.some((fact) => fact.name === name);
  if (user && !has('signIn.user')) facts.push(makeFact('signIn.user', 'user', user, source));
  const account =
    has('signIn.user') || !has('signIn.correlationId')
      ? undefined
      : accountAbove(lines, taken, coded[0]!);
  if (account)
    facts.push(makeFact('signIn.user', 'account', account.text.trim(), { line: account.number }));
  const codes = [...new Set(coded.flatMap((one) => one.codes))];
  const span = spanOfLines([first.number, ...facts.map((fact) => fact.source.line)]);
  return { kind: 'message', title: 'message', facts, codes, doubts: [], ...span };
}

/** An address that stands alone in its line. */
const ACCOUNT =
  /^\s{0,20}[^\s"'<>,;:|()=\\@]{1,64}@[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){0,4}\.[a-z]{2,24}\s{0,20}$/i;

/** What ends a mail, or stands above the address of somebody else. */
const SIGN_OFF =
  /^[\s>-]{0,20}(?:--\s{0,3}$|(?:(?:kind|best|warm)(?:est)? )?(?:regards|wishes)|regards|(?:cheers|thanks|thank you|danke|gracias|grazie|obrigad[oa])(?:[,.!]\s?\w{0,20})?\s{0,3}$|sincerely|best[,.]?\s{0,3}$|br[,.]?\s{0,3}$|(?:mit )?(?:freundlichen?|viele|beste|liebe|schöne) gr(?:ü|ue)(?:ß|ss)|mfg|vg\b|(?:bien )?cordialement|saludos|atenciosamente|cordiali saluti|met vriendelijke|(?:from|to|cc|bcc|von|an|de|para|da|a|contact|kontakt|contacto|support|help ?desk|assigned to|assignee|owner|agent|technician|zugewiesen an|bearbeiter|phone|tel|mobile?|e-?mail)[.:]?\s{0,3}$|(?:phone|tel|mobile?|fon)[.:]\s?[+(\d])/i;

/** How many lines a signature has above its address at most. */
const SIGNATURE = 6;

/** Whether an address is the one of a signature, or of somebody who helps or writes. */
function isOfSomebodyElse(lines: readonly Line[], at: number): boolean {
  const above = lines.slice(Math.max(0, at - SIGNATURE), at);
  return NO_PERSON.test(lines[at]!.text.trim()) || above.some(({ text }) => SIGN_OFF.test(text));
}

/** The account that the sign-in page names above its message, alone in its line; none where several stand there. */
function accountAbove(
  lines: readonly Line[],
  taken: TakenLines,
  { at: code, from }: CodedLine,
): Line | undefined {
  let account: Line | undefined;
  for (let at = Math.max(from, code - NEAR); at < code; at++) {
    const line = lines[at]!;
    if (taken.has(at) || !line.text.includes('@') || !ACCOUNT.test(line.text)) continue;
    if (account || isOfSomebodyElse(lines, at)) return undefined;
    account = line;
  }
  return account;
}

/** Whose an error is. */
const SUBJECTS: readonly FactName[] = ['signIn.user', 'signIn.appId'];

/** Takes out the values of a fact in other lines where the line with the code has one: what stands below it is of another. */
function keepOwn(facts: Fact[], name: FactName, line: number): void {
  const isOwn = (fact: Fact) => fact.source.line === line;
  const own = new Set(
    facts.flatMap((fact) => (fact.name === name && isOwn(fact) ? fact.value : [])),
  );
  if (!own.size) return;
  const left = facts.filter((fact) => fact.name !== name || own.has(fact.value));
  facts.splice(0, facts.length, ...left);
}

/** The text of an error within the answer of a server, in JSON. */
const DESCRIPTION = /"error_?description"\s{0,4}:\s{0,4}"([^"]{10,4000})/i;

/** The same in SAML. */
const STATUS_MESSAGE = /<(?:\w{1,20}:)?StatusMessage(?:\s[^<>]{0,400})?>([^<]{10,4000})/;

/** What a line with a code says: of an answer in JSON or SAML only the text of its error, where the code stands in it. */
function descriptionIn(text: string): string {
  const description = (DESCRIPTION.exec(text) ?? STATUS_MESSAGE.exec(text))?.[1]?.trim();
  return description && codesOfLine(description).length ? description : text;
}

/** The code below a line that is its label and nothing else. */
function codeBelow(lines: readonly Line[], at: number): readonly Code[] {
  const { text } = lines[at]!;
  if (text.length > LONGEST_LABEL || !isErrorCodeLabel(text)) return [];
  const next = lines.slice(at + 1, at + 3).find((line) => line.text.trim());
  const code = next && codeFromLabeledValue(next.text);
  return code ? [code] : [];
}

/** Numbers of the lines that hang together with one of a code: no blank line, time stamp, point or other record between. */
function linesNear(
  lines: readonly Line[],
  taken: TakenLines,
  coded: readonly CodedLine[],
): ReadonlySet<number> {
  const near = new Set<number>();
  const isGap = (at: number) => taken.has(at) || !lines[at]!.text.trim();
  const begins = (at: number) => STAMPED.test(lines[at]!.text) || POINT.test(lines[at]!.text);
  for (const { at: code, from, to } of coded) {
    near.add(lines[code]!.number);
    for (let at = code; at > code - NEAR && !begins(at); at--) {
      if (at <= from || isGap(at - 1)) break;
      near.add(lines[at - 1]!.number);
    }
    for (let at = code + 1; at < Math.min(to, code + NEAR); at++) {
      if (isGap(at) || begins(at)) break;
      near.add(lines[at]!.number);
    }
  }
  return near;
}

/** The lines around those with codes, parted where another record or nothing of the message stands. */
function partsAround(
  lines: readonly Line[],
  taken: TakenLines,
  coded: readonly CodedLine[],
): (readonly Line[])[] {
  const parts: Line[][] = [];
  let end = 0;
  for (const { at, from, to } of coded) {
    const start = Math.max(end, from, at - REACH);
    if (start > end || !parts.length) parts.push([]);
    end = Math.max(end, Math.min(to, at + REACH));
    for (let own = start; own < end; own++) {
      const line = lines[own]!;
      if (taken.has(own)) parts.push([]);
      else if (line.text) parts.at(-1)!.push(line);
    }
  }
  return parts;
}

/** What a part of a text says, each value once by each label: where it stands near a code, if it does. */
function factsOf(lines: readonly Line[], near: ReadonlySet<number>): Fact[] {
  const starts: number[] = [];
  let text = '';
  for (const line of lines) {
    starts.push(text.length);
    text += `${unescaped(line).replace(/\n/g, ' ')}\n`;
  }
  const facts = new Map<string, Fact>();
  let line = 0;
  const values = [...messageValues(text), ...namedInProse(text.replace(/\n/g, ' '))];
  for (const uri of text.replace(/\n/g, ' ').matchAll(REDIRECT_URI))
    values.push({
      fact: 'message.redirectUri',
      label: 'Redirect URI',
      value: uri[1]!,
      at: uri.index,
    });
  for (const { fact, label, value, at } of values) {
    while (line > 0 && starts[line]! > at) line--;
    while (line + 1 < starts.length && starts[line + 1]! <= at) line++;
    const one = makeFact(fact, label, value, { line: lines[line]!.number });
    if (fact === 'signIn.errorCode') {
      const code = codeFromLabeledValue(value);
      if (!code) continue;
      one.value = code;
    }
    if (!near.has(one.source.line)) one.isApart = true;
    const key = `${fact} ${label} ${one.value}`;
    const known = facts.get(key);
    if (!known || known.isApart) facts.set(key, one);
  }
  return [...facts.values()];
}

/** Undoes the encoding of an address, told by its colons, and the escapes of JSON. */
function unescaped({ text }: Line): string {
  let plain = text;
  if (/%(?:3a|20|27)/i.test(text))
    plain = text.replace(/(?<=[\w%])\+(?=[\w%])/g, ' ').replace(/(?:%[\da-f]{2}){1,99}/gi, decoded);
  return plain
    .replace(/\\{1,9}(?:[rnt](?![\w:\\]{2})|u000[ad])/g, ' ')
    .replace(/\\{1,9}(?=["'/])/g, '');
}

function decoded(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return encoded;
  }
}
