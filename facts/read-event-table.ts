import { headField, type HeadField } from './event-labels';
import { RawEvent } from './event-record';
import { SOURCE_IN_TEXT, sourceOf } from './event-sources';
import { beginnings, Question, SIGN, type Line } from './lines';

/** A date with a time at the start of a row, in the orders of most countries. */
const DATE =
  '(?:\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4}[T ,]{1,3}\\d{1,2}[:.]\\d{2}(?:[:.]\\d{2})?(?:[.,]\\d{1,7})?(?:Z|[+-]\\d\\d:?\\d\\d)?(?: ?[AaPp]\\.?[Mm]\\.?)?)';

/** `10/9/2023 7:22:05 AM   334 Warning   Automatic …`, `2026-01-05T10:11:12Z  id=1025  text`, with a source between. */
const ROW = new RegExp(
  `^\\s{0,40}(${DATE})\\s{1,40}(?:(${SOURCE_IN_TEXT})\\s{1,40})?(?:id ?[=:] ?)?(\\d{1,5})(?:\\s{1,40}(${SOURCE_IN_TEXT}))?(?:\\s{1,40}(\\S.{0,4000}))?$`,
  'i',
);

/** How such a row begins. */
const DIGITS = beginnings('0123456789');

/** Level names that stand before the message. */
const LEVEL =
  /^(Error|Warning|Information|Critical|Verbose|Fehler|Warnung|Informationen|Kritisch|Erreur|Avertissement|Advertencia|Información)\s{1,40}/i;

/** The columns of a table that is parted by pipes, tabs or commas. */
export interface Columns {
  readonly delimiter: string;
  readonly fields: readonly (HeadField | undefined)[];
}

/** @returns The event in a row of `Get-WinEvent`'s table; undefined where the line is no such row. */
export function eventOfRow(line: Line, provider?: string): RawEvent | undefined {
  const { text, number } = line;
  if (!line.begins(DIGITS)) return;
  const row = ROW.exec(text);
  if (!row) return;
  const [, time, before, id = '', after, rest = ''] = row;
  const event = new RawEvent(number);
  event.time = time;
  event.source = before ?? after ?? provider;
  event.id = +id;
  const level = LEVEL.exec(rest);
  if (level) event.level = level[1];
  event.message.push(line.part(rest.slice(level?.[0].length ?? 0)));
  return event;
}

/** Each heading of an id has one of these. */
const ID_HEADING = /\bid\b|event_?(?:id|code)|event code|ereigniskennung|イベント|事件/i;

/** @returns The columns of a line that is the head of a table of events. */
export function columnsOf(line: Line): Columns | undefined {
  return line.has(SIGN.cell | SIGN.comma) ? line.ask(COLUMNS) : undefined;
}

const COLUMNS = new Question(({ text }): Columns | undefined => {
  if (text.length > 500 || !ID_HEADING.test(text)) return;
  for (const delimiter of ['|', '\t', ',', ';']) {
    if (!text.includes(delimiter)) continue;
    const fields = cellsOf(text, delimiter).map(headField);
    if (fields.includes('id') && (fields.includes('source') || fields.includes('level')))
      return { delimiter, fields };
  }
  return undefined;
});

/** @returns The event in a row under such a head; undefined where the row has no id. */
export function eventOfCells(
  line: Line,
  { delimiter, fields }: Columns,
  provider?: string,
): RawEvent | undefined {
  const { text, number } = line;
  if (!text.includes(delimiter)) return;
  const cells = cellsOf(text, delimiter);
  const cell = (field: HeadField) => cells[fields.indexOf(field)];
  const id = cell('id');
  if (!id || !/^\d{1,5}$/.test(id)) return;
  const event = new RawEvent(number);
  event.id = +id;
  event.source = cell('source') ?? provider;
  event.time = cell('time');
  event.level = cell('level');
  // The message is the last column, and may hold the delimiter.
  const message = fields.includes('message')
    ? cells.slice(fields.indexOf('message')).join(delimiter)
    : cells.slice(fields.length).join(delimiter);
  if (message) event.message.push(line.part(message.replace(/^"|"$/g, '')));
  event.isQuoteOpen = /^\s{0,9}"[^"]{0,4000}$/.test(text.split(delimiter).at(-1)!);
  return event;
}

/** The category of a task that has none, which is the last column of the viewer's list. */
const NO_CATEGORY = /^\((?:None|Keine|Aucune?|Ningun[oa]|Nessun[oa]|Nenhum[a]?|Geen)\)$/i;

/** Of how many cells a row is that slashes part. */
const LEAST_SLASHED = 4;

/** @returns The event in a row of cells without a head: one cell is a source that we know, one a number. */
export function eventOfBareCells(line: Line): RawEvent | undefined {
  const { text, number } = line;
  const delimiter = ['|', '\t', ' / '].find((one) => text.includes(one));
  if (!delimiter || text.length > 5000) return;
  const cells = cellsOf(text, delimiter);
  const source = cells.find((cell) => sourceOf(cell));
  const id = cells.find((cell) => /^\d{1,5}$/.test(cell));
  // A slash may stand in a sentence about it.
  if (!source || !id || (delimiter === ' / ' && cells.length < LEAST_SLASHED)) return;
  const event = new RawEvent(number);
  event.source = source;
  event.id = +id;
  event.level = cells.find((cell) => LEVEL.test(`${cell} `));
  const message = cells.at(-1)!;
  if (!NO_CATEGORY.test(message) && message !== event.level) event.message.push(line.part(message));
  return event;
}

function cellsOf(text: string, delimiter: string): string[] {
  const bare = delimiter === '|' ? text.trim().replace(/^\||\|$/g, '') : text.trimStart();
  return bare.split(delimiter).map((cell) => cell.trim().replace(/^"|"$/g, ''));
}
