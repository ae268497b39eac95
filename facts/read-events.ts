import { append } from './append';
import { DSREGCMD_KEYS, placeTold, sectionOf } from './dsregcmd-keys';
import { headField, type HeadField } from './event-labels';
import { eventLines } from './event-lines';
import { hasId, NO_REPORT } from './event-prose';
import { RawEvent } from './event-record';
import { SOURCE_IN_TEXT, sourceOf, sourceOfMessage } from './event-sources';
import type { FactRecord } from './fact';
import {
  beginnings,
  beginsWith,
  isDashes,
  isPrompt,
  Line,
  Question,
  SIGN,
  type LineText,
} from './lines';
import { eventOfBareCells } from './event-cells';
import { columnsOf, eventOfCells, eventOfRow, type Columns } from './read-event-table';
import { readEventFriendly } from './read-event-friendly';
import { readEventList } from './read-event-list';
import { readEventXml } from './read-event-xml';
import { codesOfLine } from './read-codes';
import { POINT } from './message-groups';
import type { TakenLines } from './taken-lines';

/** Labels of the head that may share a line: `Level: Error Computer: PC1`, `Event ID: 1097 Task Category: None`. */
const NEXT_LABEL =
  /\s(?=(?:Log Name|Source|Date|Event ID|Task Category|Level|Keywords|User|Computer|Description|OpCode):)/g;

/** `Event ID 360`, `Event ID: 360`, `Ereignis-ID 360`, `Evento 360, AAD` as a headline. */
const HEADLINE =
  /^\s{0,20}(?:event ?id|event|ereignis-id|ereignis|evento)[\s:#]{1,4}(\d{1,5})(?!\d)[\s.:,-]{0,4}(.{0,400})$/i;

/** The source of a headline whose parts have strokes between them. */
const BESIDE_ID = /^[/|]\s{1,3}([^/|]{2,80}(?:\/\w{4,20})?)(?:\s{1,3}[/|]\s|\s{0,3}$)/;

/** How a headline begins. */
const HEADLINE_STARTS = beginnings('e');

/** `Event[0]:`, as wevtutil and collectors number them. */
const NUMBERED = /^\s{0,20}Event\s?\[\d{1,6}\]:?\s{0,20}$/i;

/**
 * A source and an id in one line of a text: `Microsoft-Windows-AAD 1098: …`, `(…/Operational, Event ID 7001)`,
 * `AAD/Operational  ID 1098  …`.
 */
const SOURCE_FIRST = new RegExp(
  `(${SOURCE_IN_TEXT})(?: log)?[\\s,:(–-]{1,4}(?:(?:event ?(?:id)?|id)[\\s:#]{1,3})?(\\d{1,5})(?!\\d)(?=\\s{0,3}(?:[:)]|$)|\\s{2,9}\\S)(.{0,4000})`,
  'i',
);
const ID_FIRST = new RegExp(
  `(?:event ?id|event|ereignis(?:-id)?)[\\s:#]{1,3}(\\d{1,5})(?!\\d)[\\s,(–-]{1,4}(?:from|in|of|by|source:?|quelle:?|provider:?|log:?)?\\s?(?:the )?(${SOURCE_IN_TEXT})(?: (?:on|at|auf|sur|en|su) [\\w.-]{1,64})?(?:\\)?(?::| [–-])\\s{1,3}(.{1,4000}))?`,
  'i',
);

/** The log that a command reads, for a table that does not say it. */
const COMMAND =
  /(?:Get-WinEvent|wevtutil|LogName|-ProviderName)\b.{0,80}?(Microsoft-Windows-[\w -]{2,60}(?:\/\w{4,12})?)/i;

/** A heading that names the log: `AAD operational log:`. */
const LOG_NAMED = new RegExp(
  `^\\W{0,20}(${SOURCE_IN_TEXT})[ /](?:operational|admin|event ?log|log)\\b`,
  'i',
);

/** What tells that a line names a log to look into: `Ereignisanzeige (AAD/Betriebsbereit):`. */
const VIEWER =
  /event ?(?:viewer|log)|ereignisanzeige|ereignisprotokoll|observateur d.événements|visor de eventos|visualizzatore eventi|visualizador de eventos|イベント ?ビューアー|事件查看器/i;
const SOURCE = new RegExp(`(?<![\\w-])${SOURCE_IN_TEXT}`, 'i');

/** A longer line is no heading, and how far below it, in lines, its events stand. */
const LONGEST_NAMING = 160;
const NEAR_NAMING = 4;

/** An event as somebody notes it: its level, its id, its message. */
const NOTED =
  /(?<!\p{L})(?:error|fehler|erreur|errore|erro|warning|warnung|avertissement|advertencia|avviso|aviso|エラー|警告|错误) ?(?:event ?|id ?|nr\.? ?|#)?(\d{2,5})(?!\d) ?[,.:–-][\s–-]{1,3}(\S.{1,4000})/iu;

/** The same in a list below the name of a log, with the message in quotes: `07:12:33  Error 1084  "Logon failure. …"`. */
const NOTED_ROW =
  /^[\s>*•-]{0,9}(?:(\d{1,2}:\d\d(?::\d\d)?(?: ?[AP]M)?)\s{1,9})?((?:error|fehler|erreur|errore|erro|warning|warnung|avertissement|advertencia|avviso|aviso|information(?:en)?|información|informazioni|informação)) ?(?:event ?|id ?|#)?(\d{2,5})\s{1,9}["“„«]([^"“”„«»]{3,4000})["”“»]\s{0,9}$/iu;

/** A line that names a log of ours and its end, with its events below: `What I found (AAD/Operational, newest first):`. */
const LOG_AND_LIST = new RegExp(
  `(?<![\\w-])${SOURCE_IN_TEXT}(?<=/\\w{4,20})(?![\\w-]).{0,80}:\\s{0,3}$`,
  'i',
);

/** A source, and behind wide blanks the message of the event. */
const SOURCE_AND_MESSAGE = /^(\S.{0,80}?)\s{2,9}(\S.{0,4000})$/;

/** A message that somebody cites, and its id behind it: `"AAD Cloud AP plugin call … 0xC0048512" id 1104`. */
const CITED =
  /["“„«](\S[^"“”„«»]{9,1000})["”“»][\s,(–-]{1,4}(?:event[ -]?)?id[\s:#]{1,3}(\d{2,5})(?![\d-])/i;

/** Whether a sentence asks for what is cited in it, supposes or denies it. */
const isAsked = (text: string, cited: number): boolean =>
  /\?\s{0,3}$/.test(text) || NO_REPORT.test(text.slice(0, cited));

/** The box of a heading of dsregcmd. */
const BOX = /^\s{0,20}\+-{5}/;

/** What a line outside of events may hold that begins one: the name of a source, the word event, a command. */
const MAY_NAME =
  /event|ereignis|Get-Win|wevtutil|LogName|AAD|Device Registration|HelloForBus|TPM|Workplace Join|DeviceManagement-Ent/i;

/** How such a line begins: with a label of the head, or as a message that only one source writes. */
const MAY_BEGIN =
  /^\W{0,9}(?:Automatic|NGC|Microsoft Passport|Windows Hello|The |Die [BW]|Http |OAuth |Logon |Key err|Enterprise STS|Error: |Fehler: |Level|Time|Index|Id)/i;

const CELL = /[|\t]/;
const DIGITS = beginnings('0123456789');

/** Part of the name of each source, as it is written. */
const SOURCE_HINT =
  /AAD|Device Registration|HelloForBusiness|TPM-WMI|Workplace Join|DeviceManagement-Ent/i;

/** A line in which the message of a row goes on: far in, a label, or pieces of it between dots. */
const BELOW_ROW = /^(?:\s{12}|\s{1,3}\w{1,60}:|\s{0,11}(?:\.{3}|…)\s)/;
const LEFT_OUT = /(?:^|\s)(?:\.{3}|…)(?=\s)/;
const BEGINS_LEFT_OUT = /^\s{0,11}(?:\.{3}|…)\s/;

/** Program text names ids without being a log. */
const PROGRAM = /["'\]]\s?[!=]=|\bif\b.{0,60}[=]{2}|-eq\b/;

/**
 * Reads Windows events in the forms that people copy: Event Viewer, `Get-WinEvent | Format-List` and its table, XML,
 * wevtutil, tables of other tools, a source and id in a line of text. An event of ours counts with its log, source, or a
 * message that only one source writes; others are read as what they are.
 *
 * @param lines Cleaned lines of the text.
 * @param taken The lines that this reader takes are added.
 */
export function readEvents(lines: readonly Line[], taken: TakenLines): FactRecord[] {
  const reader = new EventReader(eventLines(lines), taken);
  reader.read();
  return reader.events.flatMap((event) => event.record() ?? []);
}

/** How messages begin that only one source writes, behind the sign of a heading or not. */
const MESSAGE_STARTS = beginnings('#adefhklmnotw');

const BULLETS = beginnings('>*|-');

/** What a line is in the head of an event, if anything. */
function fieldOf({ pair }: LineText): HeadField | undefined {
  if (!pair) return;
  const label = beginsWith(BULLETS, pair.label)
    ? pair.label.replace(/^[\s>*|-]{1,8}/, '')
    : pair.label;
  // In notes: of other products it is a file, or a level.
  if (label.length === 3 && /^log$/i.test(label)) return sourceOf(pair.value) ? 'log' : undefined;
  return headField(label);
}

/** Whether a line outside of events may begin one. Most lines of a paste do not. */
const MAY_BEGIN_EVENT = new Question((line): boolean => {
  if (!line.has(SIGN.letter | SIGN.digit | SIGN.cell | SIGN.wide)) return false;
  if (line.pair && DSREGCMD_KEYS.has(line.pair.label)) return false;
  // A row of a table has cells, or begins with a time.
  if ((line.has(SIGN.cell) && CELL.test(line.text)) || line.begins(DIGITS)) return true;
  return fieldOf(line) !== undefined || MAY_BEGIN.test(line.text) || MAY_NAME.test(line.text);
});

/** Whether a line names a source. */
const IS_NAMED = new Question(({ text }) => SOURCE_HINT.test(text));

/** The fields of a head that share a line; the line itself where it holds one. */
const FIELDS = new Question((line): readonly LineText[] => {
  const parts = line.text.split(NEXT_LABEL);
  return parts.length > 1 ? parts.map((part) => line.part(part)) : [line];
});

/** Rows that only `dsregcmd /status` prints. */
const OF_STATUS: ReadonlySet<string> = new Set(
  'AzureAdJoined EnterpriseJoined DomainJoined WorkplaceJoined DeviceAuthStatus NgcSet WamDefaultSet AzureAdPrt EnterprisePrt'.split(
    ' ',
  ),
);

/** Whether a line is the box of a heading of dsregcmd. */
const IS_BOX = new Question(({ text }) => BOX.test(text));

/** Whether the label of an id stands in a line. */
const HAS_ID = new Question(({ text }) => /\bEvent ID:/i.test(text));

/** Whether a line has an operator of a program. */
function mayBeProgram(line: Line): boolean {
  const { text } = line;
  return (
    (line.has(SIGN.equals) && (text.includes('==') || text.includes('!='))) ||
    (line.has(SIGN.hyphen) && text.includes('-eq'))
  );
}

/** What stands behind the name of an event, where it is the message and no sentence about it. */
const messageOf = (text: string): string =>
  codesOfLine(text).length || sourceOfMessage(text) ? text : '';

/** Whether a line is a row of Event Viewer's list: it ends the message of the row above. */
const isRow = (line: Line, isNamed: boolean): boolean =>
  isNamed && eventOfBareCells(line)?.time !== undefined;

class EventReader {
  readonly events: RawEvent[] = [];
  private open?: RawEvent;
  private openLines: number[] = [];
  private state: 'outside' | 'head' | 'message' | 'row' = 'outside';
  /** The source that a command, a heading or the last event named, for rows that name none. */
  private provider?: string;
  /** The one that a command or heading named. */
  private context?: string;
  private columns?: Columns;
  private blank = 0;
  /** Whether the open event is a line that names its source, its id and its message. */
  private isMention = false;
  /** Whether strokes part its headline: its message is the line below and no more. */
  private isHeadedByStrokes = false;
  /** The last line that named a log to look into. */
  private naming?: { source: string | undefined; at: number };

  constructor(
    private readonly lines: readonly Line[],
    private readonly taken: TakenLines,
  ) {}

  read(): void {
    for (let at = 0; at < this.lines.length; at++) {
      const whole = this.lines[at]!.text
        ? (readEventXml(this.lines, at) ??
          readEventFriendly(this.lines, at) ??
          (this.state === 'outside' ? readEventList(this.lines, at) : undefined))
        : undefined;
      if (whole) {
        this.takeWhole(whole.event, at, whole.next);
        at = whole.next - 1;
      } else this.readLine(this.lines[at]!, at);
    }
    this.close();
  }

  /** An event that stands as a whole: the XML of the one above it, as `Copy details as text` appends it, or another one. */
  private takeWhole(event: RawEvent, from: number, to: number): void {
    const { open } = this;
    if (open?.id !== undefined && open.id === event.id && this.state !== 'row') {
      append(open.data, event.data);
      open.log ??= event.log;
      open.source ??= event.source;
      open.to = event.to;
    } else {
      this.close();
      if (event.id !== undefined) this.events.push(event);
    }
    for (let at = from; at < to; at++) this.taken.add(at);
    if (this.open) this.state = 'message';
  }

  private readLine(line: Line, at: number): void {
    const { text } = line;
    if (!text) {
      this.blank++;
      if (this.blank > 1 && this.state !== 'head') this.close();
      return;
    }
    const blank = this.blank;
    this.blank = 0;
    const mayBegin = this.isBelowNaming(at) || line.ask(MAY_BEGIN_EVENT);
    if (this.state === 'outside' && !this.columns && !mayBegin) return;
    // What is noted in one line goes on in the next at most, and not behind a blank one.
    const isRead = this.isHeadedByStrokes && this.open?.message.length;
    if (isRead || (this.isMention && (blank || POINT.test(text)))) this.close();
    // Another output below a table: its last row does not go on with it.
    const isApart = this.state === 'row' && at > this.openLines.at(-1)! + 1;
    if (isApart && line.pair && placeTold(line.pair.label) !== undefined) this.close();
    // So does the output of dsregcmd below a message: no event has these rows.
    if (this.state === 'message' && line.pair && OF_STATUS.has(line.pair.label)) this.close();
    if (isPrompt(line) || (line.has(SIGN.prompt) && line.ask(IS_BOX)) || sectionOf(line)) {
      this.close();
      this.columns = undefined;
    }
    const isNamed = line.ask(IS_NAMED);
    const command = isNamed ? (COMMAND.exec(text) ?? LOG_NAMED.exec(text)) : undefined;
    if (command) this.provider = this.context = command[1];
    else if (isNamed && text.length < LONGEST_NAMING && LOG_AND_LIST.test(text)) {
      const source = SOURCE.exec(text);
      this.naming = NO_REPORT.test(text.slice(0, source?.index))
        ? undefined
        : { source: source?.[0], at };
    } else if ((isNamed || this.naming) && text.length < LONGEST_NAMING && VIEWER.test(text))
      this.naming = { source: SOURCE.exec(text)?.[0], at };
    if (mayBeProgram(line) && PROGRAM.test(text)) return this.close();
    if (this.state !== 'message' || !this.open?.message.length) {
      if (this.readTable(line, at, isNamed)) return;
    } else if (columnsOf(line) || isDashes(this.lines[at + 1]) || isRow(line, isNamed)) {
      this.close();
      if (this.readTable(line, at, isNamed)) return;
    }
    for (const part of this.partsOf(line))
      if (part === line || part.text.trim()) this.readPart(part, at, blank, isNamed);
  }

  /** The fields of a head that share one line, or the line itself. */
  private partsOf(line: Line): readonly Line[] {
    const mayHoldFields = line.has(SIGN.colon) && (this.state === 'head' || line.ask(HAS_ID));
    return mayHoldFields ? line.ask(FIELDS).map((field) => line.of(field)) : [line];
  }

  /** @returns Whether the line belongs to a table. */
  private readTable(line: Line, at: number, isNamed: boolean): boolean {
    const { text } = line;
    if (this.state === 'row' && this.open?.isQuoteOpen) {
      this.open.isQuoteOpen = !/"\s{0,9}$/.test(text);
      this.append(line.part(text.replace(/"\s{0,9}$/, '')), at);
      return true;
    }
    const columns = columnsOf(line);
    if (columns) {
      this.close();
      this.columns = columns;
      return true;
    }
    if (isDashes(line)) {
      if (this.state === 'head') this.close();
      return true;
    }
    const event =
      (this.columns && eventOfCells(line, this.columns, this.provider)) ??
      (isNamed ? eventOfBareCells(line) : undefined) ??
      eventOfRow(line, this.provider);
    if (event) {
      const hasMessage = event.message.length > 0 || this.columns !== undefined;
      this.start(event, hasMessage ? 'row' : 'message', at);
      // The message stands below its row, if it does.
      this.isMention = !hasMessage;
      return true;
    }
    // The message of a row goes on under its column. The head of the next group stands as far in.
    const isGroup = fieldOf(line.form) === 'source';
    if (this.state === 'row' && !isGroup && BELOW_ROW.test(text)) {
      this.appendPieces(line, at);
      return true;
    }
    return false;
  }

  private readPart(line: Line, at: number, blank: number, isNamed: boolean): void {
    const { text, pair } = line;
    if (line.has(SIGN.bracket) && NUMBERED.test(text))
      return this.start(new RawEvent(line.number), 'head', at);
    const named = fieldOf(line.form);
    // Another name of the id, which some lists have beside it.
    const instance = this.open?.id === undefined ? 'id' : 'other';
    const field = named === 'instance' ? instance : named;
    // `Event ID: 1104, source AAD on PC1: …` is no row of a head.
    const isNote =
      field === 'id' && isNamed && (!this.open || this.isMention) && ID_FIRST.exec(line.text)?.[3];
    if (!isNote && field && pair && this.takesField(field, pair.value))
      return this.addField(field, pair.value, line, at);
    if (line.has(SIGN.digit) && this.readMention(line, at, isNamed)) return;
    if (this.state === 'message') return this.appendPieces(line, at);
    if (this.state === 'head' && this.open?.id !== undefined && this.startsMessage(text, blank)) {
      this.state = 'message';
      return this.append(line, at);
    }
    this.readMessageAlone(line, at);
  }

  /** Whether a label of the head is one here: a message has labels of its own, such as `User:` and `Description:`. */
  private takesField(field: string, value: string): boolean {
    const { open, state } = this;
    if (field === 'id' && !/^\d{1,5}\b/.test(value)) return false;
    if (state !== 'message')
      return state === 'head' || !['user', 'other', 'message'].includes(field);
    if (field === 'log') return true;
    // The head of the next event, or what of this one's head comes after its message.
    if (field === 'id') return true;
    if (field === 'source' && open?.source === undefined) return true;
    return (field === 'source' || field === 'time') && this.isHeadAhead();
  }

  /** Whether an id of an event comes within the next lines. */
  private isHeadAhead(): boolean {
    const at = this.openLines.at(-1) ?? 0;
    return this.lines
      .slice(at + 1, at + 8)
      .some(({ text }) => /^\W{0,8}(?:event ?id|id)\s{0,40}:\s?\d{1,5}$/i.test(text));
  }

  private addField(
    field: NonNullable<ReturnType<typeof headField>>,
    value: string,
    line: Line,
    at: number,
  ): void {
    const { open } = this;
    const isRepeated = open?.has(field) ?? false;
    const isAfterMessage = this.state === 'message' && (field === 'log' || isRepeated);
    if (!open || isRepeated || isAfterMessage || this.state === 'row')
      this.start(new RawEvent(line.number), 'head', at);
    const event = this.open!;
    this.openLines.push(at);
    event.to = line.number;
    event.keep(field, line.pair?.label ?? '', value, line.number);
    if (field === 'id') event.id = Number.parseInt(value, 10);
    else if (field === 'log' || field === 'source' || field === 'time' || field === 'level')
      event[field] = value;
    else if (field === 'message') {
      this.state = 'message';
      if (value) event.message.push(line.part(value));
    }
    if (field === 'source') {
      // `Source: AAD  Realm discovery failed.`, as somebody notes it in one line.
      const [, source, message] = SOURCE_AND_MESSAGE.exec(value) ?? [];
      if (source && message && sourceOf(source)) {
        event.source = source;
        event.message.push(line.part(message));
        this.state = 'message';
        this.isMention = true;
      }
      this.provider = event.source ?? value;
    }
    // `Event ID: 7001 some message`.
    const rest = field === 'id' ? value.replace(/^\d{1,5}[\s.:,-]{0,4}/, '') : '';
    if (rest && !rest.startsWith('(')) event.message.push(line.part(rest));
  }

  /** A line that names source and id, with its message before or behind it. */
  private readMention(line: Line, at: number, isNamed: boolean): boolean {
    const first = isNamed ? SOURCE_FIRST.exec(line.text) : undefined;
    const second = isNamed && !first ? ID_FIRST.exec(line.text) : undefined;
    const source = first?.[1] ?? second?.[2];
    const id = first?.[2] ?? second?.[1];
    if (source && id) {
      const rest = (first?.[3] ?? messageOf(second?.[3] ?? '')).replace(/^[\s:)]{1,4}/, '');
      // What stands above a message of its own is another output.
      const before = rest ? [] : this.linesBefore(at);
      if (!rest && !before.length && !this.open) return false;
      if (this.open && this.open.id === undefined) {
        this.open.source ??= source;
        this.open.id = +id;
        this.openLines.push(at);
        return true;
      }
      const event = new RawEvent(line.number);
      event.source = source;
      event.id = +id;
      this.start(event, 'message', at);
      this.isMention = rest !== '';
      if (rest) event.message.push(line.part(rest));
      else for (const one of before) event.message.push(one);
      return true;
    }
    if (this.state === 'outside' && this.readNoted(line, at)) return true;
    if (this.state === 'message' || !line.begins(HEADLINE_STARTS)) return false;
    const headline = HEADLINE.exec(line.text);
    if (!headline) return false;
    const { open } = this;
    const isNext = this.openLines.at(-1) === at - 1;
    if (this.state === 'head' && isNext && open?.log && open.id === undefined && !headline[2]) {
      open.id = +headline[1]!;
      this.openLines.push(at);
      return true;
    }
    const event = new RawEvent(line.number);
    event.id = +headline[1]!;
    this.start(event, 'head', at);
    // `Event ID 1104 / Microsoft-Windows-AAD / Computer PC1`: the message stands in the next line.
    const [, beside] = BESIDE_ID.exec(headline[2]!) ?? [];
    if (beside && sourceOf(beside)) {
      event.source = beside;
      this.state = 'message';
      this.isMention = this.isHeadedByStrokes = true;
      return true;
    }
    // The viewer's preview is headed by the id and the provider: what stands below is the message.
    const provider = /^(Microsoft[ -]Windows[ -]security[ -]auditing)\.?\s{0,9}$/i.exec(
      headline[2]!,
    );
    if (provider) {
      event.source = 'Microsoft-Windows-Security-Auditing';
      this.state = 'message';
    } else if (sourceOf(headline[2]?.trim())) event.source = headline[2]!.trim();
    else if (headline[2]?.trim()) event.message.push(line.part(headline[2]));
    return true;
  }

  /** Whether a line, or one closely above it, names a log to look into. */
  private isBelowNaming(at: number): boolean {
    return this.naming !== undefined && at - this.naming.at <= NEAR_NAMING;
  }

  /**
   * A line of notes with level, id and message of an event, whose log it names, or one of the lines above; or with a
   * message that only one source writes.
   */
  private readNoted(line: Line, at: number): boolean {
    const cited = line.has(SIGN.digit) ? CITED.exec(line.text) : null;
    const [, message = '', number = ''] = cited ?? [];
    const told = cited && sourceOfMessage(message);
    if (told?.ids.includes(+number) && !isAsked(line.text, cited!.index))
      return this.note(line, at, [told.source, +number, message]);
    const source = this.isBelowNaming(at) && this.naming?.source;
    const isNext = source && at - this.naming!.at <= 1 + (this.lines[at - 1]?.text.trim() ? 0 : 1);
    const [, time, level, own, said] = (isNext && NOTED_ROW.exec(line.text)) || [];
    if (isNext && own && said) {
      this.naming = { source, at };
      if (hasId(source, +own)) return this.note(line, at, [source, +own, said], { time, level });
    }
    const [, id, rest = ''] = (source && NOTED.exec(line.text)) || [];
    return source && id && messageOf(rest) ? this.note(line, at, [source, +id, rest]) : false;
  }

  /** An event that ends with its line. */
  private note(
    line: Line,
    at: number,
    [source, id, message]: [string, number, string],
    head: Pick<RawEvent, 'time' | 'level'> = {},
  ): true {
    const event = Object.assign(new RawEvent(line.number), head);
    event.source = source;
    event.id = id;
    this.start(event, 'message', at);
    event.message.push(line.part(message));
    this.close();
    return true;
  }

  /** The rows above a line that names the event, with one blank line between at most. */
  private linesBefore(at: number): Line[] {
    let end = at;
    while (end > 0 && at - end < 2 && !this.lines[end - 1]!.text.trim()) end--;
    let start = end;
    while (
      start > 0 &&
      end - start < 40 &&
      this.lines[start - 1]!.text.trim() &&
      !OF_STATUS.has(this.lines[start - 1]!.pair?.label ?? '') &&
      !this.taken.has(start - 1)
    )
      start--;
    const rows = this.lines.slice(start, end);
    const isMessage =
      rows.filter(({ pair }) => pair).length > 1 || rows.some(({ text }) => sourceOfMessage(text));
    // Rows below the name of another event are its own.
    if (!isMessage || rows.some(({ text }) => SOURCE_FIRST.test(text))) return [];
    for (let one = start; one < end; one++) this.taken.add(one);
    return rows;
  }

  private startsMessage(text: string, blank: number): boolean {
    const { open } = this;
    const source = open?.source ?? open?.sourceOfHead() ?? sourceOf(open?.log);
    return blank > 0 || sourceOfMessage(text) !== undefined || source !== undefined;
  }

  /** A message that only one source writes, with its id in one of the lines before. */
  private readMessageAlone(line: Line, at: number): void {
    if (!line.begins(MESSAGE_STARTS)) return;
    const told = sourceOfMessage(line.text.replace(/^[\s#]{1,9}/, ''));
    if (!told) return;
    const before = this.lines.slice(Math.max(0, at - 4), at);
    const numbers = before.flatMap(({ text }) => text.match(/\d+/g) ?? []);
    const id = told.ids.find((one) => numbers.includes(String(one)));
    if (id === undefined && told.source !== 'AAD') return;
    const event = new RawEvent(line.number);
    event.source = told.source;
    event.id = id;
    this.start(event, 'message', at);
    event.message.push(line);
  }

  /** Adds a line of a message, or the pieces of it where it begins with the dots of what somebody left out. */
  private appendPieces(line: Line, at: number): void {
    if (!BEGINS_LEFT_OUT.test(line.text)) return this.append(line, at);
    for (const part of line.text.split(LEFT_OUT)) if (part.trim()) this.append(line.part(part), at);
  }

  private append(line: Line, at: number): void {
    if (!this.open) return;
    this.open.message.push(line);
    this.open.to = line.number;
    this.openLines.push(at);
  }

  private start(event: RawEvent, state: 'head' | 'message' | 'row', at: number): void {
    this.close();
    this.open = event;
    this.isMention = this.isHeadedByStrokes = false;
    this.openLines = [at];
    this.state = state;
  }

  private close(): void {
    const { open } = this;
    const isEvent = open && (open.id !== undefined || (open.source && open.message.length));
    if (isEvent) {
      if (!open.log) open.source ??= this.context;
      this.events.push(open);
      for (const at of this.openLines) this.taken.add(at);
    }
    this.open = undefined;
    this.isHeadedByStrokes = false;
    this.openLines = [];
    this.state = 'outside';
  }
}
