import type { Fact, FactRecord } from './fact';
import { Question, SIGN, type Line } from './lines';
import { makeFact } from './make-fact';
import type { TakenLines } from './taken-lines';
import type { FactName } from './vocabulary';

/** The parts of `app-sso platform -s`, each a heading with an object or `(null)` below it. */
export const HEADING = /^\s{0,20}(Device|Login|User) Configuration\s?:\s{0,9}(\(null\))?\s{0,9}$/;
export const TOKENS = /^\s{0,20}SSO Tokens\s?:\s{0,9}$/;

/** @returns Whether a line may be one of them: each has a colon, and one of two words. */
export const mayBeHeading = (line: Line): boolean =>
  line.has(SIGN.colon) && line.ask(HAS_WORD_OF_HEADING);

const HAS_WORD_OF_HEADING = new Question(
  ({ text }) => text.includes(' Configuration') || text.includes('SSO Tokens'),
);

/** What is read of each part. Keys and hashes in it are not. */
const MEMBERS: ReadonlyMap<string, FactName> = new Map([
  ['Device registrationcompleted', 'platformSso.registrationCompleted'],
  ['Device logintype', 'platformSso.loginType'],
  ['Device extensionidentifier', 'platformSso.extension'],
  ['Login issuer', 'platformSso.issuer'],
  ['User state', 'platformSso.userState'],
  ['User logintype', 'platformSso.userLoginType'],
]);

/** A member of such an object: `"state" : "POUserStateNormal (0)",` */
const MEMBER = /^\s{0,40}"(\w{1,60})"\s{0,9}:\s{0,9}"?([^"]{1,200}?)"?,?\s{0,9}$/;

/** Where the value of a token stands: behind its label, or in the next line. */
const TOKEN = /^\s{0,20}(Received|Expiration)\s?:\s{0,9}(\S.{0,60})?$/;

/** An object has fewer lines. */
const LONGEST_PART = 200;

/**
 * Reads the state of Platform SSO on a Mac, as `app-sso platform -s` prints it.
 *
 * @param lines Cleaned lines of the text.
 * @param taken Lines that another reader has; those that this one takes are added.
 */
export function readPlatformSso(lines: readonly Line[], taken: TakenLines): FactRecord[] {
  const records: FactRecord[] = [];
  let facts: Fact[] = [];
  let seen = new Set<string>();
  const finish = () => {
    if (isTold(facts)) records.push(recordOf(facts));
    facts = [];
    seen = new Set();
  };
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    if (!mayBeHeading(line)) continue;
    const { text } = line;
    const [, part, isNull] = HEADING.exec(text) ?? [];
    const isTokens = TOKENS.test(text);
    if (!part && !isTokens) continue;
    const name = part ?? 'Tokens';
    if (seen.has(name)) finish();
    seen.add(name);
    const from = at;
    const found = isTokens
      ? tokensBelow(lines, at)
      : isNull
        ? noPart(line, part!)
        : membersBelow(lines, at, part!);
    for (const fact of found.facts) facts.push(fact);
    at = Math.max(at, found.end - 1);
    if (found.facts.length) for (let own = from; own <= at; own++) taken.add(own);
  }
  finish();
  return records;
}

/**
 * Whether values are those of Platform SSO: its names of states, or what it says of a device. Other programs have settings
 * of users and devices below these headings, too, or `(null)` below one of them.
 */
function isTold(facts: readonly Fact[]): boolean {
  const valueOf = (wanted: FactName) => facts.find(({ name }) => name === wanted)?.value;
  const registered = valueOf('platformSso.registrationCompleted');
  const state = valueOf('platformSso.userState');
  if (registered === NULL) return state !== undefined;
  return registered !== undefined || (state?.startsWith('POUserState') ?? false);
}

/** What stands in place of an object that there is none of. */
const NULL = '(null)';

function recordOf(facts: Fact[]): FactRecord {
  const places = facts.map(({ source }) => source.line);
  return {
    kind: 'platformSso',
    title: 'app-sso platform -s',
    facts,
    codes: [],
    doubts: [],
    from: places[0]!,
    to: places.at(-1)!,
  };
}

interface Part {
  facts: Fact[];
  /** Index behind its last line. */
  end: number;
}

function noPart({ number }: Line, part: string): Part {
  const name =
    part === 'User'
      ? 'platformSso.userState'
      : part === 'Device'
        ? 'platformSso.registrationCompleted'
        : undefined;
  return {
    facts: name ? [makeFact(name, `${part} Configuration`, NULL, { line: number })] : [],
    end: 0,
  };
}

function membersBelow(lines: readonly Line[], heading: number, part: string): Part {
  const facts: Fact[] = [];
  const end = Math.min(lines.length, heading + LONGEST_PART);
  let depth = 0;
  for (let at = heading + 1; at < end; at++) {
    const { text, number } = lines[at]!;
    const bare = text.trim();
    if (!bare && !depth) continue;
    if (!depth && bare === NULL) return { ...noPart(lines[heading]!, part), end: at + 1 };
    if (!depth && !bare.startsWith('{')) return { facts, end: at };
    const [, key, value] = depth === 1 ? (MEMBER.exec(text) ?? []) : [];
    const name = key && MEMBERS.get(`${part} ${key.toLowerCase()}`);
    if (name) facts.push(makeFact(name, key, value!, { line: number }));
    if (/[{[]$/.test(bare)) depth++;
    else if (/^[}\]],?$/.test(bare)) depth--;
    if (!depth) return { facts, end: at + 1 };
  }
  return { facts, end };
}

const TOKEN_FACTS: Readonly<Record<string, FactName>> = {
  Received: 'platformSso.tokensReceived',
  Expiration: 'platformSso.tokensExpire',
};

function tokensBelow(lines: readonly Line[], heading: number): Part {
  const facts: Fact[] = [];
  let at = heading + 1;
  for (; at < lines.length && facts.length < 2; at++) {
    if (!lines[at]!.text.trim()) continue;
    const [, label, own] = TOKEN.exec(lines[at]!.text) ?? [];
    if (!label) break;
    const value = own ?? lines[++at]?.text.trim();
    if (value) facts.push(makeFact(TOKEN_FACTS[label]!, label, value, { line: lines[at]!.number }));
  }
  return { facts, end: at };
}
