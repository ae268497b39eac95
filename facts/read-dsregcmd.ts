import type { Code } from '../detection/code';
import {
  DSREGCMD_KEYS,
  LOOSE_KEYS,
  placeOfSection,
  placeTold,
  sectionOf,
  TITLE_BEHIND,
  WORK_ACCOUNT_ROWS,
} from './dsregcmd-keys';
import type { Fact, FactRecord } from './fact';
import { makeFact } from './make-fact';
import {
  isPrompt,
  labelAndValue,
  Question,
  SIGN,
  type Line,
  type LineText,
  type Pair,
} from './lines';
import { CODES } from './read-codes';
import { remembering } from './remembering';
import { hasItsForm, withoutWordsBehind } from './row-form';
import type { TakenLines } from './taken-lines';
import { typeOf, type FactName } from './vocabulary';

/** A row that was found: key, fact and value. */
interface Row {
  key: string;
  name: FactName;
  value: string;
  /** The place of the section that it tells, as `placeTold` says it. */
  place?: number;
  /** Its key lost its blanks, and may be one of another output. */
  isCompact?: boolean;
}

/** Values that a console breaks at its edge, so that the next line may be the rest. */
const LONG_VALUE =
  /Description|Message|Url|Names|Validity|Authority|URI|Identity|Account|Provider/i;

/** A line that ends a part of the output: `DSREGCMD_END_STATUS`. */
const END_MARK = /^[A-Z]{3,20}(?:_[A-Z]{2,20}){1,4}$/;

/** Whether a value is whole with the next line: a longer word of its fact, or a time. */
function isCompletedBy(joined: Fact, before: Fact): boolean {
  const type = typeOf(joined.name);
  if (type === 'time') return isTime(joined.value) && !isTime(before.value);
  if (typeof type === 'string' || !type.includes(joined.value)) return false;
  return joined.value.length > before.value.length && joined.value.length === joined.printed.length;
}

const isTime = (value: string) => /^\d{4}-\d\d-\d\dT[\d:.]{8,16}Z$/.test(value);

/** A remark that somebody set behind a value: `NO   <-- here`, `NO   # expected`. */
const REMARK = /\s(?:<[-=]{1,9}|[←⇐⬅]|#|\/\/|[-=]{1,9}>)(?=\s|$)/;

/**
 * A remark in brackets behind a word of the output: `NO (should it not be YES?)`. Not `ERROR (0x80070520)`,
 * `YES ( StateReady )`, nor the name of a tenant.
 */
const IN_BRACKETS =
  /^(YES|NO|NOT SET|PASS(?:ED)?|FAIL(?:ED)?|SUCCESS|SKIPPED|ENABLED|DISABLED|UNKNOWN|ERROR)\s{1,20}\((?!0x|\s?State)(?=[^()]{0,200}[\s?!])[^()]{3,200}\)$/;

/** What is said before values that somebody wants to see, not has. `It must be the join` is a guess at a cause. */
export const WISH =
  /\b(?:target|expect(?:ed|s)?|desired|should (?:be|have|look|show|read|say)|supposed to|must (?:be(?! (?:(?:the|my|our) (?!following|same|ones?\b|values?|outputs?|results?|states?|case|below)|due |because|caused|related))|show)|wanted|goal|ideal|soll(?:te|ten|wert\w{0,2})?\b|erwartet|zielwert|attendue?s?|devrai(?:t|ent)|esperad[oa]s?|debería|deveria|dovrebbe|previst[oi]|deseado)/i;

/** The message of `dsregcmd /join` while the scheduled task runs. */
const TASK_RUNS = /Another instance of the Join Task is already running/i;

/** How `dsregcmd /debug /join` ends, with or without the part of the command: `DSRBeginJoin failed with error code 0x801c03f2`. */
const STEP_FAILED =
  /^\s{0,20}Dsr\w{1,60}(?:::.{0,200}\b|\s)failed with (?:error|exit) code:? (0x[\da-f]{8})\b/i;

/** The id of a request in the JSON that the registration service answers with. */
const SERVER_REQUEST = /"requestid":\s?"([\da-f-]{36})"/i;

/** What the server said is of the join where a join is debugged. */
const DEBUG_ANSWER: Readonly<Record<string, FactName>> = {
  'prt.serverErrorCode': 'join.serverErrorCode',
  'prt.serverErrorDescription': 'join.serverMessage',
};

/** Rows of the last attempt belong to the PRT that they stand under. */
const ATTEMPT = /^prt\.(?!present|authority|updateTime|expiryTime)/;

/**
 * Reads outputs of `dsregcmd /status`, `/debug` and `/join`: whole or cut, padded or not, in mail, Markdown or a
 * collector's JSON, and several in one text.
 *
 * @param lines Cleaned lines of the text.
 * @param taken Lines that another reader has; those that this one takes are added.
 * @returns One record for each run, in order.
 */
export function readDsregcmd(lines: readonly Line[], taken: TakenLines): FactRecord[] {
  const runs: Run[] = [];
  let run = new Run(0);
  let blank = 0;
  // Two blank lines or more were passed since the last row.
  let isApart = false;
  const take = (row: Row, line: Line, at: number) => {
    if (run.isRepeated(row) || (isApart && run.isLeft(row))) {
      runs.push(run);
      run = new Run(at);
    }
    run.add(row, line, at);
    isApart = false;
  };
  for (let at = 0; at < lines.length; at++) {
    if (taken.has(at)) continue;
    const line = lines[at]!;
    if (!line.text) {
      blank++;
      continue;
    }
    if (blank > 1) isApart = true;
    blank = 0;
    const section = sectionOf(line);
    if (section) {
      if (run.startsAnew(section) || (isApart && !run.isTold)) {
        runs.push(run);
        run = new Run(at);
      }
      run.enter(section, at);
      isApart = false;
      continue;
    }
    const rows = line.ask(ROWS);
    for (const row of rows) take(row, line, at);
    if (rows.length) continue;
    if (line.text.includes('Join Task') && TASK_RUNS.test(line.text)) {
      run.add({ key: 'Join Task', name: 'join.taskIsRunning', value: 'YES' }, line, at);
      run.isTold = true;
      continue;
    }
    const failed = run.isDebug && line.text.includes('0x') ? STEP_FAILED.exec(line.text) : null;
    if (failed)
      run.add({ key: 'error code', name: 'join.clientErrorCode', value: failed[1]! }, line, at);
    else run.goOn(line, at);
  }
  runs.push(run);
  const told = runs.filter(({ isTold }) => isTold);
  const records = told.map((one, index) =>
    one.record(lines, told[index + 1]?.start ?? lines.length, taken),
  );
  for (const one of told) for (const at of one.lines) taken.add(at);
  return records;
}

const NO_ROWS: readonly Row[] = [];

/** The rows of a line: one, or those of an output that lost its line ends. */
const ROWS = new Question((line): readonly Row[] => {
  const pair = pairOf(line);
  // The boxes of a whole output in one line stand before its first colon.
  const printed = isBoxed(line)
    ? rowsOfOneLine(line, line.text)
    : pair && rowsOfOneLine(line, pair.value);
  if (printed) return printed;
  const row = pair && rowOf(pair, line);
  // `AzureAdJoined=NO; DomainJoined=YES`, as scripts write an output in a line.
  const listed =
    row && line.has(SIGN.comma) && isAssigned(line) ? assignedRows(line, undefined, 2) : undefined;
  if (listed) return listed;
  return row ? [row] : (assignedRows(line, pair) ?? NO_ROWS);
});

/** Whether a line begins with the box of a title, and goes on behind it. */
const isBoxed = ({ text }: LineText) => text.length > LONGEST_ROW && text.startsWith('+--');

/** Label and value of a line, as dsregcmd and those who pass its output on write them. */
function pairOf(line: LineText): Pair | undefined {
  const { text } = line;
  if (line.has(SIGN.cell) && text.startsWith('|')) return cellsOf(text);
  if (line.has(SIGN.colon) && text.includes('::') && LOGGED.test(text))
    return labelAndValue(text.replace(LOGGED, ''));
  if (line.has(SIGN.prompt) && NOTED.test(text)) return labelAndValue(text.replace(NOTED, ''));
  return assignmentOf(line) ?? line.pair ?? colonlessPair(line);
}

/** `AzureAdJoined  YES`: text recognition loses the colon of some rows. */
const COLONLESS = /^\s{0,20}(\w{4,40}(?: \w{2,20}){0,3})\s{2,40}(\S{1,60})$/;

/** A key and a value of its own: of a text, anything would be one. */
function colonlessPair(line: LineText): Pair | undefined {
  const [, label = '', value = ''] = line.has(SIGN.colon) ? [] : (COLONLESS.exec(line.text) ?? []);
  const name = DSREGCMD_KEYS.get(label);
  // Other lists of devices have True and False.
  if (!name || OF_TEXT.has(typeOf(name)) || /^(?:true|false)$/i.test(value)) return undefined;
  return value === 'N0' || hasItsForm(name, label, value) ? { label, value } : undefined;
}

const OF_TEXT: ReadonlySet<unknown> = new Set(['text', 'number', 'time']);

/** The command that a row is noted behind: `5) dsregcmd /status -> AzureAdPrt : NO`. */
const NOTED = /^[\s\d.)*•-]{0,9}dsregcmd(?:\.exe)?(?: \/status)? ?[-=]{1,2}> ?/i;

/** Which part of the command says it: `DsrCmdJoinHelper::Join: ClientRequestId: …`. */
const LOGGED = /^\s{0,20}Dsr\w{1,60}::\w{1,60}:\s/;

/** A longer line is no single row; what stands in it is looked for by its keys. */
const LONGEST_ROW = 160;

/** A shorter value holds no other row. */
const SHORTEST_OTHERS = 'Idp : x'.length;

/** `AzureAdJoined=YES`, as agents that collect it write it. A text in single quotes is that of a program. */
const ASSIGNMENT = /^\s{0,20}(\w{4,40})\s?=(?!\s?')\s?(.{1,1000})$/;

function assignmentOf(line: LineText): Pair | undefined {
  const found = line.has(SIGN.equals) ? ASSIGNMENT.exec(line.text) : null;
  return found ? { label: found[1]!, value: found[2]! } : undefined;
}

const isAssigned = (line: LineText): boolean => assignmentOf(line) !== undefined;

/** Label and value of a row of a Markdown table. Of more cells, the second may be a text about the first. */
function cellsOf(text: string): Pair | undefined {
  const cells = text.split('|', 4).map((cell) => cell.trim());
  const [, label, value, more] = cells;
  if (!label || value === undefined) return undefined;
  const name = more ? knownKey(label)?.name : undefined;
  return name && !hasItsForm(name, label, value) ? undefined : { label, value };
}

function rowOf({ label, value }: Pair, line: LineText): Row | undefined {
  const known = knownKey(label);
  return known && madeRow(known.key, known.name, withoutRemark(value, line), known.isCompact);
}

const madeRow = (key: string, name: FactName, value: string, isCompact = false): Row => ({
  key,
  name,
  value,
  place: placeTold(key),
  isCompact,
});

/** The key that a label is, as printed, in quotes, or as tools that wrap dsregcmd write it. */
const knownKey = remembering((label): Omit<Row, 'value'> | undefined => {
  const key = label.replace(/^["'{(]{1,3}|["']$/g, '');
  for (const exact of [label, key]) {
    const name = DSREGCMD_KEYS.get(exact);
    if (name) return { key: exact, name };
  }
  return LOOSE_KEYS.get(key.toLowerCase());
});

/** What a remark behind a value, or JSON's quotes around it, have. */
const REMARK_SIGNS =
  SIGN.tag |
  SIGN.prompt |
  SIGN.hyphen |
  SIGN.equals |
  SIGN.quote |
  SIGN.comma |
  SIGN.slash |
  SIGN.wide;

/** Value without remarks, and without the quotes and comma of JSON. */
function withoutRemark(value: string, line: LineText): string {
  if (value.endsWith(')')) {
    const word = IN_BRACKETS.exec(value)?.[1];
    if (word) return word;
  }
  if (!line.has(REMARK_SIGNS)) return value;
  const remark = value.includes(' ') || value.includes('\t') ? value.search(REMARK) : -1;
  const bare = remark < 0 ? value : value.slice(0, remark).trimEnd();
  return '",;'.includes(bare.charAt(bare.length - 1))
    ? bare.replace(/^"(.{0,999})",?$|^(\w{1,20}),$|^(\S{1,999});$/, '$1$2$3')
    : bare;
}

/** Any key before a colon; longer keys first, so that `DeviceId` does not take the end of `WorkplaceDeviceId`. */
const ANY_KEY = new RegExp(
  `(?:^|[\\s|])(${[...DSREGCMD_KEYS.keys()]
    .sort((a, b) => b.length - a.length)
    .map((key) => key.replace(/[-/]/g, '\\$&'))
    .join('|')})[ \\t]{0,40}:`,
  'g',
);

/** @returns The rows of a line that holds a whole output; undefined for one that is a single row. */
function rowsOfOneLine({ text }: LineText, value: string): Row[] | undefined {
  if (value.length < SHORTEST_OTHERS || !value.includes(': ')) return;
  const found = [...text.matchAll(ANY_KEY)];
  // Without the blank that dsregcmd puts before a colon, one or two may be words of a sentence.
  if (found.length < LEAST_UNPADDED && !value.includes(' : ')) return;
  if (found.length < 2 && text.length <= LONGEST_ROW) return;
  return found.map((match, at) => {
    const from = match.index + match[0].length;
    const rest = text.slice(from, found[at + 1]?.index ?? text.length);
    const end = rest.search(/\s?\+-{4}|\s\|\s/);
    const value = (end < 0 ? rest : rest.slice(0, end))
      .replace(/^[\s:]{0,9}/, '')
      .replace(TITLE_BEHIND, '')
      .trim();
    const [, key = ''] = match;
    const name = DSREGCMD_KEYS.get(key)!;
    return madeRow(key, name, withoutWordsBehind(name, key, value));
  });
}

/** So many rows in a line are an output that lost its line ends and its padding. */
const LEAST_UNPADDED = 3;

/** `AzureAdJoined=YES, DomainJoined=NO` within a sentence. */
const ANY_ASSIGNED = new RegExp(
  `${ANY_KEY.source.replace(/:$/, '=')}[ \\t]?([^,;=]{1,200})(?=[,;]|$)`,
  'g',
);

/** What comes before them in a rule or a query, which say what might be. */
const CONDITION =
  /\b(?:if|when|where|whenever|unless|until|wenn|falls|sobald|si|quand|lorsque|cuando|se|quando)\b[^.:!?]{0,200}$/i;

/** Fewer of them are words of a sentence. */
const LEAST_ASSIGNED = 3;
const LEAST_BEHIND_LABEL = 5;

/** `TenantInfo::Discover: Join Info { TenantType = Managed; … }`, as `dsregcmd /debug` prints it. */
const JOIN_INFO = /\bJoin Info \{/;

function assignedRows(
  { signs, text }: LineText,
  pair: Pair | undefined,
  fewest = LEAST_ASSIGNED,
): Row[] | undefined {
  if (!(signs & SIGN.equals) || !(signs & SIGN.comma)) return;
  const found = [...text.matchAll(ANY_ASSIGNED)];
  // Behind any other label a few may be those of a rule.
  const least = pair && !JOIN_INFO.test(text) ? LEAST_BEHIND_LABEL : fewest;
  if (found.length < least) return;
  const before = text.slice(0, found[0]!.index);
  if (CONDITION.test(before) || WISH.test(before)) return;
  const rows = found.flatMap(([, key = '', printed = '']): Row[] => {
    const name = DSREGCMD_KEYS.get(key)!;
    const value = printed.replace(/\s?\}$|^["']|["']$/g, '').trim();
    return hasItsForm(name, key, value) ? [madeRow(key, name, value)] : [];
  });
  return rows.length < fewest ? undefined : rows;
}

/** A row as a fact. Text recognition reads `NO` as `N0`. */
function dsregcmdFact(name: FactName, label: string, value: string, line: number): Fact {
  const read = makeFact(name, label, value, { line });
  const type = typeOf(name);
  return value === 'N0' && typeof type !== 'string' && type.includes('NO')
    ? { ...read, value: 'NO' }
    : read;
}

/** One output of the command, while it is read. */
class Run {
  readonly lines: number[] = [];
  /** Whether a row was seen that no other output has. */
  isTold = false;
  private readonly facts: Fact[] = [];
  /** Keys that were seen, by section. */
  private readonly sections = new Map<string, Set<string>>();
  private section = '';
  private isWorkAccount = false;
  /** Those of the section that is read. Before the first heading, a section without a name. */
  private seen = this.keysOf('');
  /** Keys that were seen outside of work accounts. */
  private readonly once = new Set<string>();
  /** How far the output has come, as the place of a section in its order. */
  private place = 0;
  private isEnterprise = false;
  private isBoxed = false;
  /** The last row, where it or what goes on in it stands, and how long that line is. */
  private last?: Row;
  private fact?: { read: Fact; index: number };
  private lastAt = 0;
  private lastLength = 0;

  constructor(readonly start: number) {}

  enter(section: string, at: number): void {
    this.section = section;
    this.isWorkAccount = section.startsWith('Work Account');
    this.seen = this.keysOf(section);
    this.place = Math.max(this.place, placeOfSection(section) ?? 0);
    this.isBoxed = true;
    this.isEnterprise = false;
    this.lines.push(at);
  }

  /** Whether it is the output of `dsregcmd /debug /join`. */
  get isDebug(): boolean {
    return this.once.has('preCheckResult');
  }

  /** A section that was there already, or that comes before what was there, begins another run: of another computer. */
  startsAnew(section: string): boolean {
    const place = placeOfSection(section);
    const isBack = place !== undefined && place < this.place;
    return (this.sections.has(section) || isBack) && this.isTold;
  }

  /** A row that was there already begins another run. Each work account has rows of its own. */
  isRepeated({ key, place }: Row): boolean {
    const seen = this.isWorkAccount ? this.seen : this.once;
    return place !== undefined && key !== 'NgcSet' && seen.has(key);
  }

  /** Whether a row that stands apart is no part of this run: nothing told what it is, or its place is before the others. */
  isLeft({ place }: Row): boolean {
    return !this.isTold || (place !== undefined && place < this.place);
  }

  add(row: Row, line: Line, at: number): void {
    const { key, value, place, isCompact = false } = row;
    if (place !== undefined) {
      if (!isCompact) this.isTold = true;
      if (place > this.place) this.place = place;
    }
    (this.isWorkAccount ? this.seen : this.once).add(key);
    if (key === 'AzureAdPrt') this.isEnterprise = false;
    if (key === 'EnterprisePrt') this.isEnterprise = true;
    this.lines.push(at);
    this.last = row;
    this.lastAt = at;
    this.lastLength = line.text.length;
    const label = this.isWorkAccount ? `${this.section}/${key}` : key;
    const read = dsregcmdFact(this.nameOf(row), label, value, line.number);
    this.fact = { read, index: this.facts.push(read) - 1 };
    const requestId = line.has(SIGN.quote) ? SERVER_REQUEST.exec(value)?.[1] : undefined;
    if (requestId)
      this.facts.push(makeFact('join.requestId', 'requestid', requestId, { line: line.number }));
  }

  /** A line that is no row: perhaps the rest of a value that a console or a mail program broke. */
  goOn(line: Line, at: number): void {
    const text = line.text.trim();
    const { last, fact, lastLength } = this;
    if (!last || !fact || at !== this.lastAt + 1 || !text) return;
    if (/^(?:[+|]|[=#*-]{2})/.test(text) || isPrompt(line) || /^\w[\w ]{0,40} ?: /.test(text))
      return;
    // A line that reaches the edge of a console was cut there, maybe within a word.
    const glue = lastLength % 40 === 0 || lastLength % 40 === 39 ? '' : ' ';
    const { name, label, printed, source } = fact.read;
    const joinedBy = (between: string) =>
      makeFact(name, label, `${printed}${printed && between}${text}`, source);
    const isLong = printed !== '' && LONG_VALUE.test(last.key) && !END_MARK.test(text);
    const whole = [' ', ''].map(joinedBy).find((one) => isCompletedBy(one, fact.read));
    const joined = whole ?? (isLong ? joinedBy(glue) : undefined);
    if (!joined) return;
    this.facts[fact.index] = joined;
    fact.read = joined;
    this.lastAt = at;
    this.lastLength = line.text.length;
    this.lines.push(at);
  }

  private keysOf(section: string): Set<string> {
    const known = this.sections.get(section);
    if (known) return known;
    const keys = new Set<string>();
    this.sections.set(section, keys);
    return keys;
  }

  private nameOf({ key, name }: Row): FactName {
    if (this.isWorkAccount) return WORK_ACCOUNT_ROWS[key] ?? name;
    // The answer of the registration service, where no attempt to get a PRT stands.
    if (this.isDebug && name.startsWith('prt.serverError')) return DEBUG_ANSWER[name] ?? name;
    if (this.isEnterprise && ATTEMPT.test(name))
      return name.replace('prt.', 'enterprisePrt.') as FactName;
    return name;
  }

  /** @param next Where the next run begins, or the text ends. */
  record(lines: readonly Line[], next: number, taken: TakenLines): FactRecord {
    const from = this.lines[0] ?? this.start;
    const isWish =
      !this.isBoxed && (isSaidBefore(WISH, lines, from) || mayBeOther(lines[from]?.text ?? ''));
    const to = this.lines.at(-1) ?? from;
    const codes = new Set<Code>();
    for (let at = from; at < next; at++) {
      const line = lines[at]!;
      // What stands apart below the last row is another text, and so is the next point of a list.
      if (at > to && (!line.text || /^\s{0,9}\d{1,2}[.)]\s/.test(line.text))) break;
      if (!line.has(SIGN.digit) || taken.has(at)) continue;
      const found = line.ask(CODES);
      for (const code of found) codes.add(code);
      if (found.length) this.lines.push(at);
    }
    return {
      kind: 'dsregcmd',
      title: this.isDebug ? 'dsregcmd /debug' : 'dsregcmd /status',
      facts: isWish ? [] : this.facts,
      codes: isWish ? [] : [...codes],
      doubts: [
        ...(isWish ? (['wished-for values'] as const) : []),
        ...(isCutOff(lines, to) ? (['cut off'] as const) : []),
      ],
      from: lines[from]?.number ?? 1,
      to: lines[to]?.number ?? 1,
    };
  }
}

/**
 * @param said What a text before rows may say of them.
 * @param from Index of the first row.
 * @returns Whether one of the three lines before them says it.
 */
export function isSaidBefore(said: RegExp, lines: readonly Line[], from: number): boolean {
  return lines.slice(Math.max(0, from - 3), from).some(({ text }) => said.test(text));
}

/** What asks for the meaning of a row. */
const QUESTION =
  /\b(?:what (?:does|do|if)|meaning of|was (?:bedeutet|heißt)|que signifie|qué significa|cosa significa|o que significa)\b/i;

/**
 * Whether a sentence before the first row of its line says that it may be otherwise on the device: `expect AzureAdJoined :
 * YES, DomainJoined : YES`, `What does AzureAdPrt : NO mean?`.
 */
function mayBeOther(text: string): boolean {
  const [before = ''] = text.slice(0, LONGEST_ROW).split(/[:=]/, 1);
  if (WISH.test(before)) return true;
  const isRow = knownKey(before.trim().split(/\s/).at(-1) ?? '') !== undefined;
  return isRow && (QUESTION.test(before) || CONDITION.test(before));
}

const KEYS: readonly string[] = [...LOOSE_KEYS.keys()];
const LONGEST_KEY = Math.max(...KEYS.map(({ length }) => length));

/** A key that ends before its colon, or an address that every output has, missing at the end of the text. */
function isCutOff(lines: readonly Line[], to: number): boolean {
  let at = to + 1;
  while (at < lines.length && !lines[at]!.text.trim()) at++;
  const rest = lines[at];
  if (!rest)
    return /^\s{0,40}(?:AuthCodeUrl|AccessTokenUrl|M\w{2,12}Url|SettingsUrl) ?:/.test(
      (lines[to]?.text ?? '').slice(0, 80),
    );
  if (!rest.has(SIGN.letter) || rest.text.includes(':')) return false;
  const start = rest.text.trim().toLowerCase();
  if (start.length < 4 || start.length > LONGEST_KEY) return false;
  return KEYS.some((key) => key !== start && key.startsWith(start));
}
