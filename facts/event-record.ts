import type { Code } from '../detection/code';
import { append } from './append';
import { factOfRow, type HeadField } from './event-labels';
import { phaseIn } from './event-phase';
import {
  eventCode,
  shortSource,
  sourceOf,
  sourceOfCategory,
  sourceOfMessage,
} from './event-sources';
import type { Fact, FactRecord } from './fact';
import { makeFact } from './make-fact';
import {
  beginnings,
  beginsWith,
  labelAndValue,
  Question,
  SIGN,
  type Line,
  type LineText,
  type Pair,
} from './lines';
import { CODES, codesOfLine } from './read-codes';
import { kindOfLabel } from './secret-keys';

/** How the rows of the Hello events begin, where a forum or a table made one line of the message. */
const HELLO_ROW_START =
  /\s(?=(?:Device is .{2,60} joined|User has logged on with |Windows Hello for Business (?:policy|post-logon)|Local computer meets |User is not connected |User certificate for |Enterprise user logon |Machine is governed |Cloud trust for |User account has |See https:))/;

/**
 * Rows that stand in one line of a message: behind a full stop, or before a label that the messages of events have; before
 * the whole of it.
 */
const ROW_START =
  /\.\s{1,2}(?=[A-Z][A-Za-z ]{2,30}: )|,?\s(?<!\b(?:Exit|Sub|HTTP|Server|Status|Error)\s)(?=(?:Method|Endpoint Uri|(?:(?:Exit|Sub|HTTP|Server|Status|Error) ){0,3}(?:Code|Description)|Trace ID|Correlation ?ID|Timestamp|TokenEndpoint|Exit code|Server error|Tenant [Tt]ype|Registration [Tt]ype|Debug Output): )/;

/** A longer line of a message may be all of it. */
const LONG_LINE = 200;

/** The rows that a line of a message holds. */
const ROWS = new Question((line): readonly LineText[] => {
  if (!line.has(SIGN.colon)) return [line];
  const { text } = line;
  if (text.length >= LONG_LINE) {
    const rows = text.split(HELLO_ROW_START);
    if (rows.length > 2) return rows.map((row) => line.part(row));
  }
  const colon = text.indexOf(': ');
  if (colon < 0 || text.indexOf(': ', colon + 1) < 0) return [line];
  const rows = text.split(ROW_START);
  return rows.length > 1 ? rows.map((row) => line.part(row)) : [line];
});

const LETTERS = beginnings('abcdefghijklmnopqrstuvwxyz');
const HASH = beginnings('#');

function startsWithLetter(text: string): boolean {
  return beginsWith(LETTERS, text) || /^\p{L}/u.test(text);
}

/** Who was signed in, and what else the head says. */
const FIELD_FACTS = { user: 'event.account', other: 'event.field' } as const;

/** `authority: https://…, client: …`, and the answer of a server in JSON. */
const NEXT_PAIR = /,\s{1,4}(?=[\p{L}][\p{L}\p{N} ()-]{1,40}:\s)/u;
const JSON_PAIR = /"{1,2}(\w{2,40})"{1,2}\s?:\s?"{1,2}([^"]{1,400})"/g;

const NO_PAIRS: readonly Pair[] = [];

/** An id with its label, at the start of what another label says: `NPS Extension for Azure MFA:  CID: … :Exception in …`. */
const LABELED_ID =
  /^([\p{L}][\p{L}\p{N} _-]{1,40}):\s{0,4}([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})(?![\da-f-])/iu;

/** The user of a domain whom a sentence names: `Exception in Authentication Ext for User CONTOSO\jdoe`. */
const NAMED_USER = /\b(?:for|of|from) (user) ([\w.-]{1,64}\\[\w.$-]{1,64})/i;

/** What a label may have below it: a name, a number, an address. Not another label. */
const BELOW_LABEL = /^(?:urn|https?|api|spn):\S|^[^:\uff1a]{1,400}$/i;

/** What a row of a message says in pairs of its own. */
function pairsWithin(line: LineText, value: string): readonly Pair[] {
  const [, label, id] = value.includes(':') ? (LABELED_ID.exec(value) ?? []) : [];
  if (label && id) return [{ label, value: id }];
  if (!line.has(SIGN.quote | SIGN.comma)) return NO_PAIRS;
  if (value.includes('{"'))
    return [...value.matchAll(JSON_PAIR)].map(([, label = '', text = '']) => ({
      label,
      value: text,
    }));
  if (!value.includes(', ') || !value.includes(': ')) return NO_PAIRS;
  return value.split(NEXT_PAIR).flatMap((part) => labelAndValue(part) ?? []);
}

/** `joinMode: Join drsInstance: azure errorPhase: join`: pairs of one word each, as a debug output that lost its lines. */
const RUN = /^\w{2,40}: \S{1,200}(?:\s\w{2,40}: \S{1,200}){2,40}$/;

/** The rows that a named value holds. */
function rowsWithin(value: string): readonly string[] {
  if (value.includes('\n')) return value.split('\n');
  return value.includes(': ') && RUN.test(value) ? value.split(/(?<=: \S{1,200})\s/) : [];
}

/** What Event Viewer calls the fields of a head. */
const COMMON_LABELS: Readonly<Record<Exclude<HeadField, 'message'>, string>> = {
  log: 'Log Name',
  source: 'Source',
  id: 'Event ID',
  instance: 'Event ID',
  time: 'Date',
  level: 'Level',
  user: 'User',
  other: '',
};

/** Events whose message names the phase in which a join stopped. */
const JOIN_FAILED: ReadonlySet<string> = new Set(['EVENT304', 'EVENT305']);

/** Adds the phase that a message names. A row of its debug output may tell of another attempt. */
function addPhase(facts: Fact[], first: Line | undefined): void {
  const told = first && phaseIn(first.text);
  if (!told) return;
  const own = makeFact('join.errorPhase', 'phase', told.printed, { line: first.number });
  for (const fact of facts)
    if (fact.name === own.name && fact.value !== told.phase) fact.name = 'event.field';
  if (!facts.some(({ name }) => name === own.name)) facts.push({ ...own, value: told.phase });
}

/** An event while it is read. */
export class RawEvent {
  log?: string;
  source?: string;
  id?: number;
  time?: string;
  level?: string;
  /** Its message is a cell in quotes that goes on in the next line. */
  isQuoteOpen = false;
  /** Lines of the message. */
  readonly message: Line[] = [];
  /** Rows of its head that no rule asks for, and the labels of the others, as printed. */
  readonly head: { field: HeadField; label: string; value: string; line: number }[] = [];
  /** Named values, as XML and JSON have them. */
  readonly data: { label: string; value: string; line: number }[] = [];

  constructor(
    readonly from: number,
    public to = from,
  ) {}

  /** Keeps a row of the head as it is printed, but for those that are known without. */
  keep(field: HeadField, label: string, value: string, line: number): void {
    const isOwn = field === 'user' || field === 'other';
    const isNamed = field !== 'message' && label && label !== COMMON_LABELS[field];
    if (value && (isOwn || isNamed)) this.head.push({ field, label, value, line });
  }

  /** @returns Whether this field of the head was read already. */
  has(field: HeadField): boolean {
    switch (field) {
      case 'log':
      case 'source':
      case 'id':
      case 'time':
      case 'level':
        return this[field] !== undefined;
      default:
        return false;
    }
  }

  /**
   * @returns The record; undefined where neither a log, nor a source, nor a message or task category that only one
   * source writes stands by it.
   */
  record(): FactRecord | undefined {
    const first = this.message.find(({ text }) => text.trim());
    const told =
      this.source === undefined
        ? ((first && sourceOfMessage(first.text)?.source) ?? this.sourceOfHead())
        : undefined;
    const name = this.source ?? this.log ?? told;
    if (!name) return;
    const ours = sourceOf(this.source) ?? sourceOf(this.log) ?? sourceOf(told);
    const short = ours?.name ?? shortSource(name);
    const title = this.id === undefined ? short : `${short} ${this.id}`;
    const facts = this.headFacts(short, first);
    const isOurs = ours && this.id !== undefined;
    facts.push(this.fact('event.isOurs', this.labelOf('source'), isOurs ? 'YES' : 'NO'));
    if (isOurs) facts.push(this.fact('event.code', this.labelOf('id'), eventCode(ours, this.id!)));
    append(facts, this.messageFacts());
    if (isOurs && JOIN_FAILED.has(eventCode(ours, this.id!))) addPhase(facts, first);
    const { from, to } = this;
    return { kind: 'event', title, facts, codes: this.codes(), doubts: [], from, to };
  }

  /** The log that the task category names. */
  sourceOfHead(): string | undefined {
    for (const { field, value } of this.head) {
      const source = field === 'other' ? sourceOfCategory(value) : undefined;
      if (source) return source;
    }
    return undefined;
  }

  private fact(name: Fact['name'], label: string, value: string): Fact {
    return makeFact(name, label, value, { line: this.from });
  }

  /** The label of a field of the head, as printed. */
  private labelOf(field: keyof typeof COMMON_LABELS): string {
    return this.head.find((one) => one.field === field)?.label ?? COMMON_LABELS[field];
  }

  private headFacts(source: string, first: Line | undefined): Fact[] {
    const name = this.fact('event.source', this.labelOf('source'), this.source ?? source);
    const facts = [{ ...name, value: source }];
    for (const field of ['log', 'id', 'time', 'level'] as const) {
      const value = this[field];
      if (value !== undefined && value !== '')
        facts.push(this.fact(`event.${field}`, this.labelOf(field), String(value)));
    }
    for (const { field, label, value, line } of this.head)
      if (field === 'user' || field === 'other')
        facts.push(makeFact(FIELD_FACTS[field], label, value, { line }));
    if (first)
      facts.push(makeFact('event.message', 'Description', first.text, { line: first.number }));
    return facts;
  }

  private messageFacts(): Fact[] {
    const facts: Fact[] = [];
    const lines: Line[] = [];
    for (const one of this.message) for (const row of one.ask(ROWS)) lines.push(one.of(row));
    for (let at = 0; at < lines.length; at++) {
      const line = lines[at]!;
      const [, user, name] = line.has(SIGN.markdown) ? (NAMED_USER.exec(line.text) ?? []) : [];
      if (user && name) facts.push(makeFact('event.user', user, name, { line: line.number }));
      if (!line.has(SIGN.colon | SIGN.wide)) continue;
      const pair = line.begins(HASH)
        ? labelAndValue(line.text.replace(/^[\s#]{1,40}/, ''))
        : line.pair;
      if (!pair || pair.label.length > 90 || !startsWithLetter(pair.label)) continue;
      const { label } = pair;
      if (pair.value.startsWith('//')) continue;
      // AD FS writes what a label says into the next line.
      const next = lines[at + 1];
      const below = !pair.value && next?.number === line.number + 1 ? next.text.trim() : '';
      const isBelow = BELOW_LABEL.test(below) && kindOfLabel(label) === undefined;
      if (isBelow) at++;
      const value = isBelow ? below : pair.value;
      const source = { line: lines[at]!.number };
      facts.push(makeFact(factOfRow(label), label, value, source));
      for (const inner of pairsWithin(line.form, value))
        facts.push(makeFact(factOfRow(inner.label), inner.label, inner.value, source));
    }
    for (const { label, value, line } of this.data) {
      facts.push(makeFact(factOfRow(label), label, value, { line, cell: label }));
      for (const row of rowsWithin(value)) {
        const pair = labelAndValue(row);
        if (pair && startsWithLetter(pair.label))
          facts.push(
            makeFact(factOfRow(pair.label), pair.label, pair.value, { line, cell: label }),
          );
      }
    }
    return facts;
  }

  private codes(): Code[] {
    const codes = new Set<Code>();
    for (const line of this.message)
      if (line.has(SIGN.digit)) for (const code of line.ask(CODES)) codes.add(code);
    for (const { label, value } of this.data)
      for (const code of codesOfLine(`${label}: ${value}`)) codes.add(code);
    return [...codes];
  }
}
