import type { Code } from '../detection/code';
import { factOfRow, type HeadField } from './event-labels';
import { eventCode, shortSource, sourceOf, sourceOfMessage } from './event-sources';
import type { Fact, FactRecord } from './fact';
import { makeFact } from './make-fact';
import { beginnings, beginsWith, labelAndValue, SIGN, type Line, type Pair } from './lines';
import { codesOfLine } from './read-codes';

/** How the rows of the Hello events begin, where a forum or a table made one line of the message. */
const HELLO_ROW_START =
  /\s(?=(?:Device is .{2,60} joined|User has logged on with |Windows Hello for Business (?:policy|post-logon)|Local computer meets |User is not connected |User certificate for |Enterprise user logon |Machine is governed |Cloud trust for |User account has |See https:))/;

/** A longer line of a message may be all of it. */
const LONG_LINE = 200;

function rowsOfMessage(line: Line): Line[] {
  if (line.text.length < LONG_LINE) return [line];
  const rows = line.text.split(HELLO_ROW_START);
  return rows.length > 2 ? rows.map((row) => line.part(row)) : [line];
}

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

/** What a row of a message says in pairs of its own. */
function pairsWithin(line: Line, value: string): readonly Pair[] {
  if (!line.has(SIGN.quote | SIGN.comma)) return NO_PAIRS;
  if (value.includes('{"'))
    return [...value.matchAll(JSON_PAIR)].map(([, label = '', text = '']) => ({
      label,
      value: text,
    }));
  if (!value.includes(', ') || !value.includes(': ')) return NO_PAIRS;
  return value.split(NEXT_PAIR).flatMap((part) => labelAndValue(part) ?? []);
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
    const isNamed =
      (field === 'time' && label !== 'Date') || (field === 'level' && label !== 'Level');
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
   * @returns The record; undefined where neither a log, nor a source, nor a message that only one source writes stands
   * by it.
   */
  record(): FactRecord | undefined {
    const first = this.message.find(({ text }) => text.trim());
    const told = first && !this.source ? sourceOfMessage(first.text) : undefined;
    const name = this.source ?? this.log ?? told?.source;
    if (!name) return;
    const ours =
      sourceOf(this.source) ??
      sourceOf(this.log) ??
      (this.source ? undefined : sourceOf(told?.source));
    const short = ours?.name ?? shortSource(name);
    const title = this.id === undefined ? short : `${short} ${this.id}`;
    const facts = this.headFacts(short, first);
    const isOurs = ours && this.id !== undefined;
    facts.push(this.fact('event.isOurs', 'Source', isOurs ? 'YES' : 'NO'));
    if (isOurs) facts.push(this.fact('event.code', 'Event ID', eventCode(ours, this.id!)));
    facts.push(...this.messageFacts());
    const { from, to } = this;
    return { kind: 'event', title, facts, codes: this.codes(), doubts: [], from, to };
  }

  private fact(name: Fact['name'], label: string, value: string): Fact {
    return makeFact(name, label, value, { line: this.from });
  }

  private labelOf(value: string, common: string): string {
    return this.head.find((one) => one.value === value)?.label ?? common;
  }

  private headFacts(source: string, first: Line | undefined): Fact[] {
    const facts = [this.fact('event.source', 'Source', source)];
    if (this.log) facts.push(this.fact('event.log', 'Log Name', this.log));
    if (this.id !== undefined) facts.push(this.fact('event.id', 'Event ID', String(this.id)));
    if (this.time) facts.push(this.fact('event.time', this.labelOf(this.time, 'Date'), this.time));
    if (this.level)
      facts.push(this.fact('event.level', this.labelOf(this.level, 'Level'), this.level));
    for (const { field, label, value, line } of this.head)
      if (field === 'user' || field === 'other')
        facts.push(makeFact(FIELD_FACTS[field], label, value, { line }));
    if (first)
      facts.push(makeFact('event.message', 'Description', first.text, { line: first.number }));
    return facts;
  }

  private messageFacts(): Fact[] {
    const facts: Fact[] = [];
    const isLong = this.message.some(({ text }) => text.length >= LONG_LINE);
    for (const line of isLong ? this.message.flatMap(rowsOfMessage) : this.message) {
      if (!line.has(SIGN.colon | SIGN.wide)) continue;
      const pair = line.begins(HASH)
        ? labelAndValue(line.text.replace(/^[\s#]{1,40}/, ''))
        : line.pair;
      if (!pair || pair.label.length > 90 || !startsWithLetter(pair.label)) continue;
      const { label, value } = pair;
      if (value.startsWith('//')) continue;
      facts.push(makeFact(factOfRow(label), label, value, { line: line.number }));
      for (const inner of pairsWithin(line, value))
        facts.push(
          makeFact(factOfRow(inner.label), inner.label, inner.value, { line: line.number }),
        );
    }
    for (const { label, value, line } of this.data)
      facts.push(makeFact(factOfRow(label), label, value, { line, cell: label }));
    return facts;
  }

  private codes(): Code[] {
    const codes = new Set<Code>();
    for (const line of this.message)
      if (line.has(SIGN.digit)) for (const code of codesOfLine(line.text)) codes.add(code);
    for (const { label, value } of this.data)
      for (const code of codesOfLine(`${label}: ${value}`)) codes.add(code);
    return [...codes];
  }
}
