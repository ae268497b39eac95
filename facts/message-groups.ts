import type { Code } from '../detection/code';
import { ID_LABELS } from '../detection/id-labels';
import type { Line } from './lines';
import { BREAKABLE_GUID } from './message-values';
import type { TakenLines } from './taken-lines';

/** A line with codes, and the lines that are its own: those of the lines with codes before and behind it are not. */
export interface CodedLine {
  at: number;
  codes: readonly Code[];
  /** Index of the first line that may say something of it, and that behind the last one. */
  from: number;
  to: number;
}

/** The lines with codes of one message: of one user, one sign-in, one app. */
export interface MessageGroup {
  coded: CodedLine[];
  /** The one address that tells this message from the others of the text; none where there is one message only. */
  user?: string;
}

/** More messages are a log: they stay one, since nobody reads so many. */
const MOST_MESSAGES = 12;

/** What stands farther from a code, in lines, tells nothing of whose it is. */
const NEAR = 15;

/** A line of a log or a chat, or a point of a list, which begins another part. */
export const STAMPED =
  /^\s{0,20}(?:<\d{1,3}>\d?\s?)?[[(]?(?:(?:\d{4}[-/.]\d\d[-/.]\d\d[T ])?\d\d:\d\d|[A-Z][a-z]{2} [\d ]\d \d\d:\d\d)/;
export const POINT = /^\s{0,20}(?:[-*•·]|\d{1,3}[.)])\s/;

/** Whose mail it is says nothing of whose sign-in it was. */
const OF_MAIL =
  /^\s{0,20}(?:from|to|cc|bcc|reply-to|von|an|de|para|da|a)\s?:|\b(?:wrote|schrieb|escribió|a écrit)\s?:\s{0,9}$/i;

/** What is no part of a path, and no package with its version, as `msal-node@2.6.0`. */
const ADDRESS =
  /(?<![\w.+/-])(?!git@)[\w.+-]{1,64}@(?!\d{1,5}\.\d)[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){0,3}\.(?:[a-z]{2,24}|xn--[a-z\d-]{2,59})(?![\w@/]|[.-]\w)/gi;

/** What is said before the address of somebody who helps, up to the address. */
const WHOM_TO_ASK =
  /\b(?:contact|ask|reach|write to|questions|(?:please|send an?) e-?mail|please call|kontaktieren|wenden|contacte[rz]?|contattare?|contato|contacto)(?:[\s?(]{1,3}[\p{L}'’]{1,20}){0,4}[\s?(<"']{1,3}(?:mailto:)?$/iu;

/** The mailboxes of those who help, and of programs. */
export const NO_PERSON =
  /^(?:it[-_.]?)?(?:help[-_.]?desk|service[-_.]?desk|support|no[-_.]?reply|do[-_.]?not[-_.]?reply|postmaster|mailer-daemon)@/i;

/** What tells that the address behind it is a user. */
const WHO = /\b(?:user|user ?name|upn|user ?principal ?name|account|login|for)\W{0,3}$/i;

/** How far before an address is looked for such words, in UTF-16 units. */
const BEFORE = 100;

const CORRELATION = new RegExp(
  `(?:${ID_LABELS.correlationId})["'\\s]{0,9}[:=]?["'\\s]{0,9}(${BREAKABLE_GUID})`,
  'gi',
);

/** A code as it is written in a sentence, and an address. */
const MARK = new RegExp(`AADSTS:?\\s?\\d{5,8}|0x[\\da-f]{8}(?!\\w)|${ADDRESS.source}`, 'gi');

/** A longer line is no sentence. */
const LONGEST_SENTENCE = 4000;

/**
 * @param text A line.
 * @returns Its clauses where it names several users, each with a code; the whole line for any other.
 */
export function clausesOf(text: string): string[] {
  if (!text.includes('@') || text.length > LONGEST_SENTENCE) return [text];
  const marks = [...text.matchAll(MARK)].filter(
    (mark) => !mark[0].includes('@') || maySignIn(text, mark),
  );
  const users = marks.filter(([mark]) => mark.includes('@'));
  const areTurns = marks.every(([mark], at) => {
    const isUser = mark.includes('@');
    return at === 0 || isUser !== marks[at - 1]![0].includes('@');
  });
  const areSeveral = new Set(users.map(([user]) => user.toLowerCase())).size > 1;
  if (!areTurns || !areSeveral || users.length * 2 !== marks.length) return [text];
  const starts = marks.filter((_, at) => at > 0 && at % 2 === 0).map(({ index }) => index);
  return [0, ...starts].map((start, at) => text.slice(start, starts[at]));
}

/** Whether an address may be whose sign-in it was, and not whom to ask. */
function maySignIn(text: string, { index, 0: address }: RegExpExecArray): boolean {
  const before = text.slice(Math.max(0, index - BEFORE), index);
  return WHO.test(before) || (!WHOM_TO_ASK.test(before) && !NO_PERSON.test(address));
}

/** What tells one sign-in from another. */
interface Identity {
  /** In lower case. */
  users: ReadonlySet<string>;
  ids: ReadonlySet<string>;
  codes: ReadonlySet<Code>;
}

/**
 * Parts the lines with codes by whose they are: two users are two messages, and so are two codes with a correlation id
 * each: in its own line, or parted by a time stamp, a point of a list or a blank line.
 *
 * @param lines Cleaned lines of the text.
 * @param taken Lines that another reader has.
 * @param coded The lines with codes, in order.
 * @returns At least one group where there is a line; each group and the groups in the order of the text.
 */
export function messageGroups(
  lines: readonly Line[],
  taken: TakenLines,
  coded: readonly Pick<CodedLine, 'at' | 'codes'>[],
): MessageGroup[] {
  const one = {
    coded: coded.map(({ at, codes }) => ({ at, codes, from: 0, to: lines.length })),
  };
  if (coded.length < 2) return [one];
  const starts = coded.map(({ at }, index) =>
    index ? boundary(lines, taken, coded[index - 1]!.at, at) : { at: 0, isDrawn: true },
  );
  const own = coded.map(({ at, codes }, index): CodedLine => {
    const to = starts[index + 1]?.at ?? lines.length;
    return { at, codes, from: starts[index]!.at, to };
  });
  // Each user as it was written first.
  const written = new Map<string, string>();
  const identities = own.map((line) => identityOf(lines, taken, line, written));
  const everywhere = sharedBy(identities.map(({ users }) => users));
  const groups: (MessageGroup & Mutable)[] = [];
  for (const [index, line] of own.entries()) {
    const { users, ids, codes } = identities[index]!;
    const identity = { users: without(users, everywhere), ids, codes };
    // An id between two codes may be that of either.
    const isClear =
      starts[index]!.isDrawn ||
      own.slice(Math.max(0, index - 1), index + 1).every(({ at }) => hasId(lines[at]!));
    const known =
      groups.findLast((group) => meet(group.users, identity.users) || meet(group.ids, ids)) ??
      groups.at(-1);
    const group = known && !areApart(known, identity, isClear) ? known : emptyGroup(groups);
    group.coded.push(line);
    for (const user of identity.users) group.users.add(user);
    for (const id of ids) group.ids.add(id);
    for (const code of codes) group.codes.add(code);
    if (groups.length > MOST_MESSAGES) return [one];
  }
  if (groups.length < 2) return [one];
  return groups.map(({ coded, users }) => {
    const [user, ...others] = users;
    return { coded, user: user && !others.length ? written.get(user) : undefined };
  });
}

/** The identity of a group while lines come to it. */
interface Mutable {
  users: Set<string>;
  ids: Set<string>;
  codes: Set<Code>;
}

function emptyGroup(groups: (MessageGroup & Mutable)[]): MessageGroup & Mutable {
  const group = {
    coded: [],
    users: new Set<string>(),
    ids: new Set<string>(),
    codes: new Set<Code>(),
  };
  groups.push(group);
  return group;
}

/**
 * Where what is said of a code ends, and what is said of the next one begins.
 *
 * @returns Index of the line, and whether something shows it: a time stamp, a point of a list, a blank line.
 */
function boundary(
  lines: readonly Line[],
  taken: TakenLines,
  above: number,
  below: number,
): { at: number; isDrawn: boolean } {
  for (let at = below; at > above; at--)
    if (STAMPED.test(lines[at]!.text) || POINT.test(lines[at]!.text)) return { at, isDrawn: true };
  for (let at = below - 1; at > above; at--)
    if (isGap(lines, taken, at)) return { at: at + 1, isDrawn: true };
  return { at: below, isDrawn: false };
}

const isGap = (lines: readonly Line[], taken: TakenLines, at: number) =>
  taken.has(at) || !lines[at]!.text.trim();

const hasId = ({ text }: Line) => text.search(CORRELATION) >= 0;

/** Whose a code is: by its line, or else by those that hang together with it. */
function identityOf(
  lines: readonly Line[],
  taken: TakenLines,
  line: CodedLine,
  written: Map<string, string>,
): Identity {
  const { at, codes } = line;
  let from = at;
  while (from > Math.max(line.from, at - NEAR) && !isGap(lines, taken, from - 1)) from--;
  let to = at + 1;
  while (to < Math.min(line.to, at + NEAR) && !isGap(lines, taken, to)) to++;
  const text = lines.slice(from, to).map((one) => one.text);
  const own = addressesIn([lines[at]!.text], written);
  const users = own.size ? own : addressesIn(text, written);
  const ids = new Set([...text.join('\n').matchAll(CORRELATION)].map(([, id = '']) => id));
  return { users, ids, codes: new Set(codes) };
}

function addressesIn(texts: readonly string[], written: Map<string, string>): Set<string> {
  const found = new Set<string>();
  for (const text of texts) {
    if (!text.includes('@') || OF_MAIL.test(text)) continue;
    for (const match of text.matchAll(ADDRESS)) {
      if (!maySignIn(text, match)) continue;
      const address = match[0].toLowerCase();
      found.add(address);
      if (!written.has(address)) written.set(address, match[0]);
    }
  }
  return found;
}

/** Whether what a line tells is not of the message: of another user, or of another sign-in with another code. */
function areApart(message: Identity, line: Identity, isClear: boolean): boolean {
  if (meet(message.users, line.users)) return false;
  if (message.users.size && line.users.size) return true;
  const areOthers = message.ids.size > 0 && line.ids.size > 0 && !meet(message.ids, line.ids);
  return isClear && areOthers && !meet(message.codes, line.codes);
}

const meet = <One>(some: ReadonlySet<One>, others: ReadonlySet<One>) =>
  [...others].some((one) => some.has(one));

/** What stands in each of several sets: the address of a help desk. */
function sharedBy(sets: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  const filled = sets.filter(({ size }) => size > 1);
  const [first = new Set<string>(), ...others] = filled.length === sets.length ? filled : [];
  return new Set([...first].filter((one) => others.every((set) => set.has(one))));
}

const without = (all: ReadonlySet<string>, some: ReadonlySet<string>) =>
  new Set([...all].filter((one) => !some.has(one)));
