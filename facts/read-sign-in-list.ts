import { append } from './append';
import type { FactRecord } from './fact';
import { SIGN, type Line } from './lines';
import { leavesOf } from './json-values';
import { parseObject } from './object-notation';
import { addJsonCell } from './read-sign-in-json';
import { factOfHeading, headingForm, plainHeading } from './sign-in-fields';
import { signInFactOfKey } from './sign-in-keys';
import { policyHeadings, type PolicyRow } from './sign-in-labels';
import { JSON_HEADINGS, SIGN_IN_PATHS } from './sign-in-paths';
import { addPolicy } from './sign-in-policies';
import { SignIn } from './sign-in-record';
import type { SignInFactName } from './sign-in-vocabulary';
import type { TakenLines } from './taken-lines';

/** A line that begins with the label of the code, as the portal shows it. */
const CODE_LABEL = new RegExp(
  `^\\W{0,80}(?:${headingForm('signIn.errorCode').source}|errorcode\\b)`,
  'i',
);

/** The code in an object of PowerShell. */
const CODE_IN_OBJECT = /@\{.{0,400}\bErrorCode=/i;

/** A number behind a label. */
const LABELED_NUMBER = /^\s{0,20}([^\t:]{6,60})[\t:]\s{0,20}\d{4,8}\s{0,20}$/;

/** What the label of the code says in any of its wordings: that it is a code, and of a sign-in. */
const CODE_WORD = /c[oó]d(?:e|igo|ice)|コード|代码/i;
const SIGN_IN_WORD =
  /sign-?\s?in|log-?\s?in|anmeld|connexion|sesi[oó]n|access|entrada|サインイン|登录/i;

/** Whether a label that no table holds names the code by its words: "Fehlercode bei der Anmeldung". */
const saysCode = (label: string): boolean =>
  CODE_WORD.test(label) && SIGN_IN_WORD.test(label) && !signInFactOfKey(label);

/** A number alone in its line. */
const NUMBER = /^\s{0,20}\d{4,8}\s{0,20}$/;

/** Whether a label that no table holds stands above the number of the code. */
const isAboveCode = (lines: readonly Line[], at: number): boolean => {
  const { text } = lines[at]!;
  return (
    text.length < LONGEST_LABEL && NUMBER.test(lines[at + 1]?.text ?? '') && saysCode(text.trim())
  );
};

/** Whether a line names the code of a sign-in. */
function namesCode(lines: readonly Line[], at: number): boolean {
  const { text } = lines[at]!;
  if (text.length >= LONGEST_LINE) return false;
  if (CODE_LABEL.test(text) || (text.includes('@{') && CODE_IN_OBJECT.test(text))) return true;
  const label = text.length < 110 && LABELED_NUMBER.exec(text)?.[1];
  return label ? saysCode(label) : isAboveCode(lines, at);
}

/** A code behind its label with a blank alone, as a pane is copied whose rows lose what parts their cells. */
const BARE_CODE_LINE = new RegExp(
  `^\\s{0,20}(?:${headingForm('signIn.errorCode').source}) {1,4}\\d{1,8}\\s{0,20}$`,
  'i',
);

/** A label is shorter, in UTF-16 units. */
const LONGEST_LABEL = 60;

/** Longest label, in words. */
const MOST_WORDS = 6;

/** Labels of the object under `Status`. */
const NESTED: Readonly<Record<string, SignInFactName>> = {
  errorcode: 'signIn.errorCode',
  failurereason: 'signIn.failureReason',
};

const LONGEST_LINE = 1000;

/** How far a sign-in reaches before and behind its code, in lines. */
const REACH = 80;

/** Facts beside the code that make a sign-in of a list. An error message has a time and an id. */
const LEAST_FACTS = 3;

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

interface Found {
  name: SignInFactName;
  label: string;
  value: string;
  at: number;
  /** Behind the last line of it. */
  next: number;
}

/**
 * Reads sign-ins that stand as labels and values below each other: the details pane as it was selected and copied, and
 * PowerShell's lists (`Get-MgAuditLogSignIn | Format-List`).
 *
 * @param lines Cleaned lines of the text.
 * @param taken Lines that another reader has; those that this one takes are added.
 */
export function readSignInList(lines: readonly Line[], taken: TakenLines): FactRecord[] {
  const records: FactRecord[] = [];
  const codes: number[] = [];
  for (let at = 0; at < lines.length; at++) {
    if (taken.leaves(at, SIGN.letter | SIGN.wide) && namesCode(lines, at)) codes.push(at);
  }
  let free = 0;
  codes.forEach((at, index) => {
    // Between two codes each line is looked at twice at most.
    const most = codes[index + 1] ?? lines.length;
    const start = edgeOf(lines, taken, at, -1, Math.max(free, at - REACH));
    const end = edgeOf(lines, taken, at, 1, Math.min(most - 1, at + REACH));
    const isBare = BARE_CODE_LINE.test(lines[at]!.text);
    const found = oneSignIn(factsIn(lines, start, end + 1, isBare), at);
    free = at;
    if (found.length <= LEAST_FACTS || !found.some(({ name }) => name === 'signIn.errorCode'))
      return;
    const signIn = new SignIn();
    for (const { name, label, value, at: own } of found)
      signIn.add(name, label, value, { line: lines[own]!.number });
    const first = found[0]!.at;
    let last = found.at(-1)!.next - 1;
    // Columns of JSON, which a row of a query has when it is opened.
    for (let own = first; own <= end && own <= last + 1; own++) {
      const [label = '', value = ''] = cellsOf(lines[own]!, lines[own]!.text);
      const path = /^[[{]/.test(value) ? JSON_HEADINGS[plainHeading(label)] : undefined;
      if (!path) continue;
      addJsonCell(signIn, value, path, lines[own]!.number);
      last = Math.max(last, own);
    }
    last = Math.max(last, addPolicyTable(signIn, lines, first, end));
    for (let own = first; own <= last; own++) taken.add(own);
    records.push(
      signIn.record('Sign-in details', lines[first]!.number, lines[last]!.number, false),
    );
    free = last + 1;
  });
  return records;
}

/** What the cells of a line head in the table of policies. */
function policyColumns(line: Line | undefined): (keyof PolicyRow | undefined)[] {
  if (!line?.has(SIGN.cell)) return [];
  return line.text.split('\t').map((cell) => policyHeadings.get(plainHeading(cell)));
}

/**
 * Adds the table of the Conditional Access tab, where it was copied with the others.
 *
 * @returns Index of its last line; that of the first line to look at where there is none.
 */
function addPolicyTable(
  signIn: SignIn,
  lines: readonly Line[],
  first: number,
  end: number,
): number {
  for (let at = first; at < end; at++) {
    if (!lines[at]!.has(SIGN.cell)) continue;
    const columns = lines[at]!.text.split('\t').map((cell) =>
      policyHeadings.get(plainHeading(cell)),
    );
    if (!columns.includes('name') || !columns.includes('result')) continue;
    let row = at + 1;
    for (; row <= end && lines[row]!.text.includes('\t'); row++) {
      const cells = lines[row]!.text.split('\t');
      const policy = Object.fromEntries(
        columns.flatMap((key, column) => (key ? [[key, cells[column]?.trim() ?? '']] : [])),
      );
      addPolicy(signIn, policy, lines[row]!.number);
    }
    return row - 1;
  }
  return first;
}

/** The last line, seen from one, before two blank ones or what another reader has. */
function edgeOf(
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

function factsIn(lines: readonly Line[], start: number, end: number, isBare: boolean): Found[] {
  const found: Found[] = [];
  for (let at = start; at < end; at++) {
    const line = lines[at]!;
    const text = line.text.trim();
    if (!text) continue;
    append(found, insideOf(line, text, at));
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
        policyColumns(lines[next]!).includes('name');
      if (!isEmpty) found.push({ name, label: text, value, at, next: next + 1 });
      at = isEmpty ? at : next;
      continue;
    }
    const [label, value] = isBare ? wordsOf(text) : cellsOf(line, text);
    const own =
      label &&
      (signInFactOfKey(label) ??
        NESTED[label.toLowerCase()] ??
        (/^\d{4,8}$/.test(value ?? '') && saysCode(label) ? 'signIn.errorCode' : undefined));
    if (own && value && !/^@\{|^[{[]["{]|\{$/.test(value))
      found.push({ name: own, label, value, at, next: at + 1 });
  }
  return found;
}

function isLabeled(line: Line): boolean {
  const [label, value] = cellsOf(line, line.text.trim());
  return !!value && label !== undefined && signInFactOfKey(label) !== undefined;
}

function cellsOf(line: Line, text: string): readonly string[] {
  if (line.has(SIGN.cell) && text.includes('\t')) return text.split('\t', 2);
  return line.pair ? [line.pair.label, line.pair.value] : [];
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
function wordsOf(text: string): readonly string[] {
  const words = text.split(' ', MOST_WORDS + 1);
  for (let count = Math.min(MOST_WORDS, words.length - 1); count > 0; count--) {
    const label = words.slice(0, count).join(' ');
    if (factOfHeading(label)) return [label, text.slice(label.length).trim()];
  }
  return [];
}

function nextText(lines: readonly Line[], from: number, end: number): number {
  let at = from;
  while (at < end && !lines[at]!.text.trim()) at++;
  return at;
}

/** Of the facts around a code, those of its own sign-in: a label that comes again begins another one. */
function oneSignIn(found: readonly Found[], code: number): Found[] {
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
