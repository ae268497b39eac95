import { cellSpans, type Delimiter } from './cell-spans';
import { RawEvent } from './event-record';
import { sourceOf, sourceOfMessage } from './event-sources';
import type { Line } from './lines';
import { codesOfLine } from './read-codes';
import { isMoment } from './value-forms';

/** Names of levels, as a RegExp's source. */
export const LEVELS =
  'Error|Warning|Information|Critical|Verbose|Fehler|Warnung|Informationen|Kritisch|Erreur|Avertissement|Advertencia|Información';

const LEVEL = new RegExp(
  `^(?:${LEVELS}|Info|Warn|Erro|Aviso|Informações|Errore|Avviso|Informazioni|Fout|Waarschuwing|Informatie|エラー|警告|情報|错误|信息)$`,
  'i',
);
const ID = /^(?:(?:event ?id|id)[ :=]{1,2})?(\d{1,5})$/i;

/** A longer line is no row. */
const LONGEST = 5000;

/** What a note has between cells. */
const SLASH = ' / ';

/** Of how many cells a row is that slashes part: one may stand in a sentence about it. */
const LEAST_SLASHED = 4;

/** What parts the cells of a row, whether it parts those of any text, too, and how many there are at least. */
const DELIMITERS: readonly (readonly [
  Delimiter | typeof SLASH,
  isCommon: boolean,
  least?: number,
])[] = [
  ['|', false],
  ['\t', false],
  [SLASH, false, LEAST_SLASHED],
  [';', true],
  [',', true],
  ['blanks', true],
];

/** The category of a task that has none, which is the last column of the viewer's list. */
const NO_CATEGORY = /^\((?:None|Keine|Aucune?|Ningun[oa]|Nessun[oa]|Nenhum[a]?|Geen)\)$/i;

/** A shorter cell at the end is a task's name, or a computer's. */
const SHORTEST_MESSAGE = 40;

/**
 * @returns The event in a row of cells without a head, as Event Viewer's list or a ticket tool has them in any order: one
 * cell is a source that we know, one a number. What also parts sentences has to part a time and a level as well.
 */
export function eventOfBareCells(line: Line): RawEvent | undefined {
  const { text, number } = line;
  if (text.length > LONGEST) return;
  for (const [delimiter, isCommon, least = 0] of DELIMITERS) {
    if (delimiter !== 'blanks' && !text.includes(delimiter)) continue;
    const cells = cellsOf(text, delimiter);
    if (cells.length < least) continue;
    const source = cells.findIndex((cell) => sourceOf(cell));
    const id = idIn(cells, source);
    const time = cells.findIndex(isMoment);
    const level = cells.findIndex((cell) => LEVEL.test(cell));
    if (source < 0 || id === undefined || (isCommon && (time < 0 || level < 0))) continue;
    const event = new RawEvent(number);
    event.source = cells[source]!;
    event.id = +ID.exec(cells[id]!)![1]!;
    event.time = cells[time];
    event.level = cells[level];
    const known = [source, id, time, level];
    const message = isCommon
      ? messageBehind(cells, Math.max(...known), text)
      : lastCell(cells, known, time < 0 && level < 0);
    if (message) event.message.push(line.part(message));
    return event;
  }
  return undefined;
}

function cellsOf(text: string, delimiter: Delimiter | typeof SLASH): string[] {
  const row = text.trim();
  if (delimiter === SLASH) return row.split(SLASH).map((cell) => cell.trim());
  return cellSpans(row, delimiter).map((span) => row.slice(...span));
}

/** The place of the id: of several numbers the one that is called so, else the one behind the source, as in the list. */
function idIn(cells: readonly string[], source: number): number | undefined {
  const numbers = cells.flatMap((cell, at) => (ID.test(cell) ? [at] : []));
  if (numbers.length < 2) return numbers[0];
  const called = numbers.filter((at) => /\D/.test(cells[at]!));
  if (called.length) return called.length === 1 ? called[0] : undefined;
  return numbers.find((at) => at === source + 1);
}

/** The message in the last cell; where nothing else tells of the event, whatever stands there. */
function lastCell(
  cells: readonly string[],
  known: readonly number[],
  isAnything: boolean,
): string | undefined {
  const last = cells.length - 1;
  const isMessage = (isAnything && !NO_CATEGORY.test(cells[last]!)) || saysMessage(cells[last]!);
  return !known.includes(last) && isMessage ? cells[last] : undefined;
}

/** The message behind the other cells, whole: what parts the cells may stand in it. */
function messageBehind(cells: readonly string[], last: number, text: string): string | undefined {
  const rest = cells.slice(last + 1);
  const first = rest.findIndex(saysMessage);
  if (first < 0) return undefined;
  const message = rest[first]!;
  return first === rest.length - 1 ? message : text.slice(text.indexOf(message)).trim();
}

const saysMessage = (text: string): boolean =>
  text.length > SHORTEST_MESSAGE ||
  codesOfLine(text).length > 0 ||
  sourceOfMessage(text) !== undefined;
