import { append } from './append';
import { isOfSignIns } from '../detection/bare-codes';
import { leavesOf } from './json-values';
import { SIGN, type Line } from './lines';
import { parseObject } from './object-notation';
import { ERROR_HEADING } from './read-code-table';
import { factOfHeading, plainHeading } from './sign-in-fields';
import { signInFactOfKey } from './sign-in-keys';
import { policyHeadings, type PolicyRow } from './sign-in-labels';
import { JSON_HEADINGS, SIGN_IN_PATHS } from './sign-in-paths';
import type { SignInFactName } from './sign-in-vocabulary';
import type { TakenLines } from './taken-lines';
import { isAddress, STATUS_TYPE, TYPE_NAME, USER_NAME } from './value-forms';

/** How far a sign-in reaches before and behind the line that tells it, in lines. */
export const REACH = 80;

/** A label is shorter, in UTF-16 units. */
const LONGEST_LABEL = 60;

/** Longest label, in words. */
const MOST_WORDS = 7;

/** Labels of the object under `Status`. */
const NESTED: Readonly<Record<string, SignInFactName>> = Object.assign(Object.create(null), {
  errorcode: 'signIn.errorCode',
  failurereason: 'signIn.failureReason',
});

/** Titles of the tabs that are no labels, in lower case. A pane that is copied whole begins with all of them. */
const TABS: ReadonlySet<string> = new Set(
  [
    'basic info|device info|authentication details|report-only',
    'basisinformationen|grundlegende informationen|geräteinformationen|authentifizierungsdetails|nur bericht',
    "informations de base|informations sur l'appareil|détails de l'authentification|rapport seul|rapport uniquement",
    'información básica|información del dispositivo|detalles de autenticación|solo informe',
    'informazioni di base|informazioni sul dispositivo|dettagli autenticazione|dettagli di autenticazione|solo report',
    'informações básicas|informações do dispositivo|detalhes da autenticação|somente relatório',
    '基本情報|デバイス情報|認証の詳細|レポート専用',
    '基本信息|设备信息|身份验证详细信息|仅限报告',
  ].flatMap((titles) => titles.split('|')),
);

/** Rows of the tab of the device, which no other list has together; they may have no value. */
export const DEVICE_TAB: ReadonlySet<SignInFactName> = new Set<SignInFactName>([
  'signIn.browser',
  'signIn.operatingSystem',
  'signIn.isCompliant',
  'signIn.isManaged',
]);

/** A row of a pane: the fact, as printed, and where it stands. */
export interface Found {
  name: SignInFactName;
  label: string;
  value: string;
  at: number;
  /** Behind the last line of it. */
  next: number;
}

/** What the label of the code says in any of its wordings: that it is a code, and of a sign-in. */
const CODE_WORD = /c[oó]d(?:e|igo|ice)|コード|代码/i;
const SIGN_IN_WORD =
  /sign-?\s?in|log-?\s?in|anmeld|connexion|sesi[oó]n|access|entrada|サインイン|登录/i;

/** Whether a label that no table holds names the code by its words: "Fehlercode bei der Anmeldung". */
export const saysCode = (label: string): boolean =>
  CODE_WORD.test(label) && SIGN_IN_WORD.test(label) && !signInFactOfKey(label);

/** A number alone in its line. */
const NUMBER = /^\s{0,20}\d{4,8}\s{0,20}$/;

/** Whether a label that no table holds stands above the number of the code. */
export const isAboveCode = (lines: readonly Line[], at: number): boolean => {
  const { text } = lines[at]!;
  return (
    text.length < LONGEST_LABEL && NUMBER.test(lines[at + 1]?.text ?? '') && saysCode(text.trim())
  );
};

/** What the cells of a line head in the table of policies. */
function policyColumns(line: Line | undefined): (keyof PolicyRow | undefined)[] {
  if (!line?.has(SIGN.cell)) return [];
  return line.text.split('\t').map((cell) => policyHeadings.get(plainHeading(cell)));
}

/** The last line, seen from one, before two blank ones or what another reader has. */
export function edgeOf(
  lines: readonly Line[],
  taken: TakenLines,
  from: number,
  step: 1 | -1,
  limit: number,
): number {
  let edge = from;
  let blank = 0;
  for (let at = from + step; step > 0 ? at <= limit : at >= limit; at += step) {
    if (taken.has(at)) break;
    if (lines[at]!.text.trim()) {
      edge = at;
      blank = 0;
    } else if (++blank > 1) break;
  }
  return edge;
}

/**
 * The rows that stand in some lines, each label beside or above its value.
 *
 * @param from Index of the line that tells: a label that comes again below it belongs to another sign-in, and ends them.
 */
export function factsIn(
  lines: readonly Line[],
  start: number,
  end: number,
  isBare: boolean,
  from = end,
): Found[] {
  const found: Found[] = [];
  const below = new Set<SignInFactName>();
  for (let at = start, seen = 0; at < end; at++) {
    for (; seen < found.length; seen++) {
      const { name, at: own } = found[seen]!;
      if (own < from) continue;
      if (below.has(name)) return found;
      below.add(name);
    }
    const line = lines[at]!;
    const text = line.text.trim();
    if (!text) continue;
    append(found, insideOf(line, text, at));
    if (jsonBelow(lines, at, end)) {
      at = nextText(lines, at + 1, end);
      continue;
    }
    const worded = isAboveCode(lines, at) ? 'signIn.errorCode' : undefined;
    const name = text.length < LONGEST_LABEL ? (factOfHeading(text) ?? worded) : undefined;
    if (name) {
      const next = nextText(lines, at + 1, end);
      const value = next < end ? lines[next]!.text.trim() : '';
      // Two labels in a row: the first has no value.
      const isLabel = value.length < LONGEST_LABEL && factOfHeading(value) !== undefined;
      // `Browser` is a client app as well.
      const isEmpty =
        value === '' ||
        TABS.has(value.toLowerCase().replaceAll('’', "'")) ||
        (isLabel && name !== 'signIn.clientApp') ||
        // A row with a label and a value of its own, where what stood behind this label was empty.
        isLabeled(lines[next]!) ||
        // The head of a table: the label is the name of a tab.
        policyColumns(lines[next]!).includes('name') ||
        (isBare && wordsOf(value).length > 0);
      // A row of the tab that showed nothing. At the end of the text it may be cut off.
      const hasNone = isEmpty && value !== '' && isOfDevice(name, value);
      if (!isEmpty) found.push({ name, label: text, value, at, next: next + 1 });
      else if (hasNone) found.push({ name, label: text, value: '', at, next: at + 1 });
      at = isEmpty ? at : next;
      continue;
    }
    if (isHeadOfSteps(line, text)) continue;
    const entity = isBare ? entityOf(lines, at) : undefined;
    if (entity) {
      found.push({ ...entity, at, next: at + 1 });
      continue;
    }
    const [label, value] = wideCells(text) ?? (isBare ? wordsOf(text) : cellsOf(line, text));
    const own =
      label &&
      ((isBareError(line) ? 'signIn.errorCode' : undefined) ??
        signInFactOfKey(label) ??
        NESTED[label.toLowerCase()] ??
        (isReasonOfCode(lines, at, label) ? 'signIn.failureReason' : undefined) ??
        (/^\d{4,8}$/.test(value ?? '') && saysCode(label) ? 'signIn.errorCode' : undefined));
    if (label && value && STATUS_TYPE.test(value))
      found.push({ name: 'signIn.statusType', label, value, at, next: at + 1 });
    if (own && value && !/^@\{|^[{[]["{]|\{$/.test(value) && !TYPE_NAME.test(value))
      found.push({ name: own, label, value, at, next: at + 1 });
  }
  return found;
}

/** What alerts call those whom they are about, above the columns of the row. */
const ENTITIES: Readonly<Record<string, SignInFactName>> = Object.assign(Object.create(null), {
  account: 'signIn.user',
  user: 'signIn.user',
  ip: 'signIn.ipAddress',
});

/** Above such rows. */
const HEAD_OF_ENTITIES = /^\W{0,9}(?:related )?entit(?:y|ies)\s?:?\s{0,9}$/i;
const MOST_ENTITIES = 8;

/** Such a row, whose value has its form. */
function entityOf(
  lines: readonly Line[],
  at: number,
): Pick<Found, 'name' | 'label' | 'value'> | undefined {
  const own = entityIn(lines[at]!);
  if (!own) return;
  const above = lines.slice(Math.max(0, at - MOST_ENTITIES), at);
  const head = above.findLastIndex(({ text }) => HEAD_OF_ENTITIES.test(text));
  if (head < 0 || above.slice(head).some(isBlank)) return;
  const below = lines.slice(at, at + MOST_ENTITIES);
  const end = below.findIndex(isBlank);
  const all = [...above.slice(head), ...(end < 0 ? below : below.slice(0, end))].map(entityIn);
  // Of two users, or two addresses, nothing says which one the row is of.
  return all.some((one) => one?.name === own.name && one.value !== own.value) ? undefined : own;
}

function entityIn({ pair }: Line): Pick<Found, 'name' | 'label' | 'value'> | undefined {
  const name = pair && ENTITIES[pair.label.toLowerCase()];
  return name && hasFormOf(name, pair.value) ? { name, ...pair } : undefined;
}

const isBlank = ({ text }: Line): boolean => !text.trim();

const hasFormOf = (name: SignInFactName, value: string): boolean =>
  name === 'signIn.user' ? USER_NAME.test(value) : isAddress(value);

/** Whether a line is the head of a table within a pane: its second and third cells are labels as well. */
function isHeadOfSteps(line: Line, text: string): boolean {
  if (!line.has(SIGN.cell)) return false;
  const cells = text.split('\t', 3);
  return cells.length > 2 && cells.every((cell) => factOfHeading(cell) !== undefined);
}

/** Whether a row without a value is one of the tab of the device, whose first row is the id, above the browser. */
const isOfDevice = (name: SignInFactName, below: string): boolean =>
  DEVICE_TAB.has(name) ||
  name === 'signIn.trustType' ||
  (name === 'signIn.deviceId' && factOfHeading(below) === 'signIn.browser');

/**
 * @param end Index behind the last line to look at.
 * @returns The path in Graph's record that a line names, where JSON stands in the next one: a row of a query, opened.
 */
export function jsonBelow(lines: readonly Line[], at: number, end: number): string | undefined {
  const text = lines[at]!.text.trim();
  const path = text.length < LONGEST_LABEL ? JSON_HEADINGS[plainHeading(text)] : undefined;
  const next = path && lines[nextText(lines, at + 1, end)];
  return next && /^\s{0,80}[[{]["{]/.test(next.text) ? path : undefined;
}

/** Whether a row is a number in the range of codes behind a word that says no more than that it is an error: `Error: 53003`. */
export function isBareError({ pair }: Line): boolean {
  return (
    !!pair &&
    isOfSignIns(pair.value) &&
    (ERROR_HEADING.test(pair.label) || CALCULATED_CODE.test(pair.label))
  );
}

/** What administrators call the columns that they work out in PowerShell: `@{n='Code';e={$_.Status.ErrorCode}}`. */
const CALCULATED_CODE =
  /^(?:code|(?:err(?:or)?|result|status|fehler)[ _-]?(?:code|nr|no|number))$/i;
const CALCULATED_REASON =
  /^(?:(?:fail(?:ure)?|err(?:or)?)[ _-]?)?(?:reason|message|msg|text|grund|fehlertext)$/i;

/** Whether the row above is such a code, and this one tells its reason. */
const isReasonOfCode = (lines: readonly Line[], at: number, label: string): boolean =>
  at > 0 && CALCULATED_REASON.test(label) && isBareError(lines[at - 1]!);

/** @returns Whether a line is the title of a tab of the pane. */
export const isTabTitle = (line: Line | undefined): boolean =>
  line !== undefined && TABS.has(line.text.trim().toLowerCase().replaceAll('’', "'"));

function isLabeled(line: Line): boolean {
  const [label, value] = cellsOf(line, line.text.trim());
  return !!value && label !== undefined && signInFactOfKey(label) !== undefined;
}

/** Label and value of a line that holds both. */
export function cellsOf(line: Line, text: string): readonly string[] {
  if (line.has(SIGN.cell) && text.includes('\t')) return tabbedCells(text);
  if (line.has(SIGN.hyphen | SIGN.equals | SIGN.wide)) {
    const [, label, value] = SIGNED.exec(text) ?? [];
    if (label && value && factOfHeading(label)) return [label, value];
  }
  return line.pair ? [line.pair.label, line.pair.value] : (wideCells(text) ?? []);
}

/** A label and its value with a sign between blanks: `Compliant = No`, `Compliant - No`. */
const SIGNED = /^([^=–—]{2,58}?) (?:=>?|->?|[–—→]) (?=\S)(.{1,1000})$/;

/** The first two cells of a line. Empty ones may stand between a label and the only value: spreadsheets merge cells. */
function tabbedCells(text: string): readonly string[] {
  const cells = text.split('\t', 2);
  const name = cells[1] ? undefined : factOfHeading(cells[0]!);
  if (!name) return cells;
  const rest = text.slice(cells[0]!.length).trim();
  // `Browser` is a client app as well.
  const isLabel = factOfHeading(rest) !== undefined && name !== 'signIn.clientApp';
  return rest.includes('\t') || isLabel ? cells : [cells[0]!, rest];
}

/** Label and value of a line with blanks between them: it was recognized in a picture, or lost its tab. */
function wideCells(text: string): readonly string[] | undefined {
  const end = text.indexOf('  ');
  const label = end > 0 && end < LONGEST_LABEL ? text.slice(0, end) : '';
  const value = text.slice(end).trim();
  const isCode = label && /^\d{4,8}$/.test(value) && saysCode(label);
  const name = isCode ? 'signIn.errorCode' : label && factOfHeading(label);
  // Behind further blanks stands another column. A sentence may have them.
  const isOne = name === 'signIn.failureReason' || !value.includes('  ');
  return name && isOne && !/^[:=|]/.test(value) ? [label, value] : undefined;
}

/** What stands in `Status : @{AdditionalDetails=; ErrorCode=50126; FailureReason=Error validating …}`. */
function insideOf(line: Line, text: string, at: number): Found[] {
  const open = text.indexOf('@{');
  if (open < 0) return [];
  const holder = line.pair?.label.toLowerCase() ?? '';
  return leavesOf(parseObject(text.slice(open)).root).flatMap(({ path, key, text: value }) => {
    const name = SIGN_IN_PATHS.get(`${holder}.${path}`) ?? NESTED[path];
    return name ? [{ name, label: key, value, at, next: at + 1 }] : [];
  });
}

/** The longest label that a line begins with, and what stands behind it. */
export function wordsOf(text: string): readonly string[] {
  const words = text.split(' ', MOST_WORDS + 1);
  for (let count = Math.min(MOST_WORDS, words.length - 1); count > 0; count--) {
    const label = words.slice(0, count).join(' ');
    if (!factOfHeading(label)) continue;
    const value = text.slice(label.length).trim();
    // `Conditional Access tab:` heads what stands below.
    return value.endsWith(':') ? [] : [label, value];
  }
  return [];
}

/** Index of the next line with a text; the end where there is none. */
export function nextText(lines: readonly Line[], from: number, end: number): number {
  let at = from;
  while (at < end && !lines[at]!.text.trim()) at++;
  return at;
}

/** Of the facts around a code, those of its own sign-in: a label that comes again begins another one. */
export function oneSignIn(found: readonly Found[], code: number): Found[] {
  const own: Found[] = [];
  const names = new Set<SignInFactName>();
  for (const fact of found) {
    if (names.has(fact.name)) {
      if (own.some(({ at }) => at >= code)) break;
      own.length = 0;
      names.clear();
    }
    names.add(fact.name);
    own.push(fact);
  }
  return own;
}
