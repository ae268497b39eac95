import type { FactRecord } from './fact';
import { isDashes, type Line } from './lines';
import { makeFact } from './make-fact';
import { factOfHeading } from './sign-in-fields';
import { signInFactOfKey } from './sign-in-keys';
import type { SignInFactName } from './sign-in-vocabulary';
import { GUID, isAddress, USER_NAME } from './value-forms';

/** A value that a query asks for, and where. */
interface Asked {
  name: SignInFactName;
  label: string;
  value: string;
  line: number;
}

/** What each row has that such a filter finds, and the form of its values. */
const FILTERED: ReadonlyMap<SignInFactName, (text: string) => boolean> = new Map<
  SignInFactName,
  (text: string) => boolean
>([
  ['signIn.user', (text) => USER_NAME.test(text)],
  ['signIn.userId', (text) => GUID.test(text)],
  ['signIn.app', (text) => text.length <= LONGEST_NAME],
  ['signIn.appId', (text) => GUID.test(text)],
  ['signIn.servicePrincipalId', (text) => GUID.test(text)],
  ['signIn.servicePrincipalName', (text) => text.length <= LONGEST_NAME],
  ['signIn.correlationId', (text) => GUID.test(text)],
  ['signIn.ipAddress', isAddress],
]);

const LONGEST_NAME = 120;

/** A line with a condition: of KQL, of a command's `-Filter`, of PowerShell. */
const CONDITION =
  /(?:\|\s{0,9}|^\s{0,20})where\s|-filter\s|[?&]\$filter=|\bwhere-object\b|\|\s{0,9}\?\s{0,9}\{/i;

/** Further lines of such a query. */
const OF_QUERY = /^\s{0,20}(?:\||let\s|\w{1,60}\s{0,9}(?:\||$))/;

/** A table, with which another query begins; a condition that goes on. */
const TABLE = /^\s{0,20}\w{1,60}\s{0,9}(?:\||$)/;
const GOES_ON = /^\s{0,40}(?:and|or|not|-and|-or)\b|[|"]/i;

/** A remark of KQL or of PowerShell; not the signs within an address. */
const REMARK = /(?<!:)\/\/.*|(?<=^|\s)#(?=\s).*/;

/** Where rows of another table stand beside those of this one. */
const MIXED = /\b(?:union|join|lookup|externaldata|find)\b/i;

/** What a condition of KQL stands in, up to the next step. */
const CLAUSES =
  /\bwhere\s{1,9}([^|{]{1,2000})|-filter\s{1,9}"([^"]{1,2000})"|-filter\s{1,9}'((?:[^']|''){1,2000})'|\$filter=([^&\s"]{1,2000}(?: [^&"|]{1,400})?)|(?:where-object|\?)\s{0,9}\{([^{}]{1,1000})\}/gi;

/** A condition that does not hold for each row by itself, or turns it around. */
const OPEN = /\b(?:or|not)\b|-or\b|-not\b|\|\||!/i;

/** `UserPrincipalName =~ "…"`, `userPrincipalName eq '…'`, `$_.UserPrincipalName -eq '…'`. */
const EQUALITY =
  /^\(*\s*(?:tolower\(\s*)?(?:\$_\.|\$PSItem\.)?([A-Za-z][\w/.]{1,60}?)\)?\s*(?:==|=~|eq|-eq|-ieq)\s*@?(["'])([^"']{1,200})\2\s*\)*$/i;

/** What somebody is to fill in, or what stands for several values. */
const NO_VALUE = /[<>{}*%$]/;

/** How many lines above its first row a query is looked for, and what the head of a table has. */
const REACH = 24;
const HEAD = /\t| {2}|,/;

/** Rows of one table stand together. */
const MOST_APART = 2;

/**
 * Adds to sign-ins what the query above their table asks for and its columns do not show: an equality filter holds for
 * every row.
 *
 * @param records Records of a text, in its order; facts are added to them.
 * @param raw Lines of the text as they are, also those that were taken.
 */
export function addQueryFilters(records: readonly FactRecord[], raw: readonly Line[]): void {
  let asked: readonly Asked[] = [];
  let end = -Infinity;
  for (const record of records) {
    const isOfTable = record.kind === 'signIn' || record.kind === 'log';
    if (!isOfTable) continue;
    if (record.from > end + MOST_APART) asked = askedAbove(raw, record.from - 1, end);
    end = Math.max(end, record.to);
    if (record.kind !== 'signIn') continue;
    for (const { name, label, value, line } of asked)
      if (!record.facts.some((fact) => fact.name === name))
        record.facts.push(makeFact(name, label, value, { line }));
  }
}

/** What the query asks for whose results begin in a line; above it nothing else stands than the head of their table. */
function askedAbove(raw: readonly Line[], start: number, before: number): Asked[] {
  const least = Math.max(0, before, start - REACH);
  let at = start - 1;
  for (; at >= least && !CONDITION.test(withoutRemark(raw[at]!.text)); at--) {
    const text = withoutRemark(raw[at]!.text);
    const isHead =
      isDashes(raw[at]) ||
      isDashes(raw[at + 1]) ||
      (at === start - 1 && HEAD.test(text) && !GOES_ON.test(text));
    if (text.trim() && !isHead && !OF_QUERY.test(text)) return [];
  }
  if (at < least) return [];
  let first = at;
  while (first > least && OF_QUERY.test(withoutRemark(raw[first - 1]!.text))) first--;
  const query = raw
    .slice(first, start)
    .map(({ text, number }) => ({ text: withoutRemark(text), number }));
  if (query.some(({ text }) => MIXED.test(text))) return [];
  const found = askedIn(query);
  // Two values of one column are no equality that all rows have.
  return found.filter(({ name, value }) =>
    found.every((other) => other.name !== name || other.value === value),
  );
}

const withoutRemark = (text: string): string => text.replace(REMARK, '');

/** What the last of the queries in some lines asks for, without those within it. */
function askedIn(lines: readonly Pick<Line, 'text' | 'number'>[]): Asked[] {
  let asked: Asked[] = [];
  let isOver = false;
  let depth = 0;
  for (const { text, number } of lines) {
    if (!text.trim()) continue;
    if (isOver || TABLE.test(text)) asked = [];
    isOver = /;\s*$/.test(text);
    for (const clause of text.matchAll(CLAUSES)) {
      const condition = clause.slice(1).find((one) => one !== undefined) ?? '';
      const isWithin = depth + depthOf(text.slice(0, clause.index)) > 0;
      if (!isWithin) asked.push(...equalitiesIn(condition, number));
    }
    depth += depthOf(text);
  }
  return asked;
}

/** How many brackets a text leaves open. */
const depthOf = (text: string): number => text.split('(').length - text.split(')').length;

function equalitiesIn(condition: string, line: number): Asked[] {
  if (OPEN.test(condition)) return [];
  return condition.split(/\s(?:-and|and|&&)\s/i).flatMap((part): Asked[] => {
    const [, label = '', , value = ''] = EQUALITY.exec(part.trim().replaceAll("''", "'")) ?? [];
    const name = label && (factOfHeading(label) ?? signInFactOfKey(label));
    if (!name || NO_VALUE.test(value) || !FILTERED.get(name)?.(value)) return [];
    return [{ name, label, value, line }];
  });
}
