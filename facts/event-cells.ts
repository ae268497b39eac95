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

/** Of how many cells a row is that slashes part: one may stand in a sentence about it. */
const LEAST_SLASHED = 4;

/** What parts the cells of a row, whether it parts those of any text, too, and how many there are at least. */
const DELIMITERS: readonly (readonly [form: RegExp | string, isCommon: boolean, least?: number])[] =
  [
    ['|', false],
    ['\t', false],
    [' / ', false, LEAST_SLASHED],
    [';', true],
    [',', true],
    [/\s{2,40}/, true],
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
    if (typeof delimiter === 'string' && !text.includes(delimiter)) continue;
    const cells = bare(text, delimiter).map((cell) => cell.trim().replace(/^"|"$/g, ''));
    if (cells.length < least) continue;
    const source = cells.find((cell) => sourceOf(cell));
    const id = cells.find((cell) => ID.test(cell));
    const time = cells.find(isMoment);
    const level = cells.find((cell) => LEVEL.test(cell));
    if (!source || !id || (isCommon && !(time && level))) continue;
    const event = new RawEvent(number);
    event.source = source;
    event.id = +ID.exec(id)![1]!;
    event.time = time;
    event.level = level;
    const last = cells.at(-1)!;
    const isKnown = [source, id, time, level].includes(last) || NO_CATEGORY.test(last);
    const isMessage = !(time || level) || saysMessage(last);
    if (!isKnown && isMessage) event.message.push(line.part(last));
    return event;
  }
  return undefined;
}

const bare = (text: string, delimiter: RegExp | string): string[] =>
  (delimiter === '|' ? text.trim().replace(/^\||\|$/g, '') : text.trim()).split(delimiter);

const saysMessage = (text: string): boolean =>
  text.length > SHORTEST_MESSAGE ||
  codesOfLine(text).length > 0 ||
  sourceOfMessage(text) !== undefined;
