import { RawEvent } from './event-record';
import { SOURCE_IN_TEXT, shortSource, sourceOfMessage } from './event-sources';
import type { FactRecord } from './fact';
import { SIGN, type Line } from './lines';
import { codesOfLine } from './read-codes';
import type { TakenLines } from './taken-lines';

/**
 * Within which numbers the ids of a log's events are looked for, wide around those that have entries. One outside of them
 * is a port, a year or a count.
 */
const IDS: Readonly<Record<string, readonly (readonly [from: number, to: number])[]>> = {
  'user device registration': [[100, 399]],
  aad: [[1000, 1249]],
  helloforbusiness: [[3000, 8999]],
  'tpm-wmi': [[513, 1801]],
  'workplace join': [[100, 399]],
  'devicemanagement-enterprise-diagnostics-provider': [[10, 999]],
};

/** Events on Windows Hello that people name by its log, and that stand in the one of the registration. */
const HELLO_IN_REGISTRATION = new Set([300, 301, 358, 359, 360, 361, 362, 363]);

/** What people call an event. */
const EVENT =
  '(?:event(?:[ -]?ids?|s)?|ids?|ereignis(?:se|sen)?(?:-?ids?)?|[ée]v[ée]nements?|eventos?|eventi|gebeurtenis(?:sen)?|イベント|事件)';

/** What people call a log, behind or before its name. */
const LOG =
  '(?:(?:operational|admin|debug|event)[ -]?(?:log|channel)?|log|logs|protokoll|ereignisprotokoll|journal|registro|log di eventi|logboek|ログ|日志)';

const NUMBERS = String.raw`\d{2,5}(?:(?:\s?[,/&+、]\s?|\s(?:and|und|et|y|e|en|then|dann|puis|と|和)\s)\d{2,5}(?![\d:.]\d)){0,6}`;

/** `the AAD log 1084`, `AAD/Operational, Ereignis 1098:`, `User Device Registration 304 and 360`. */
const SOURCE_FIRST = new RegExp(
  String.raw`(?<![\w-])(${SOURCE_IN_TEXT})((?:[ -]${LOG})?["”“»')]?[\s,:;(–-]{1,4}(?:${EVENT}[\s:#]{1,3})?)(?:(?:nr|no|n°)\.? ?|#)?(${NUMBERS})(?!\d|[.:]\d|\w)`,
  'iu',
);

/** `ID 1098 in Microsoft-Windows-AAD/Operational`, `Ereignisse 304 und 305 im Protokoll User Device Registration`. */
const ID_FIRST = new RegExp(
  String.raw`(?<!\p{L})${EVENT}[\s:#]{1,3}(${NUMBERS})\)?,?\s(?:\(?(?:from|in|of|im|aus|von|dans|du|de|del|della|en|nel|no|na|uit|van|の)\s){1,2}(?:(?:the|dem|der|le|la|el|il|lo|o|het)\s|l['’])?(?:${LOG}\s(?:(?:de|di|von|van)\s)?["“„«']?)?["“„«']?(${SOURCE_IN_TEXT})(?![\w-])`,
  'iu',
);

/** A bare `AAD 1100` may count anything. */
const SAYS_LOG = new RegExp(String.raw`\/|microsoft-|${LOG}|${EVENT}`, 'iu');

/** Behind the numbers: what is counted, what is not there, what is asked. */
const OF_SOMETHING_ELSE =
  /^\s?(?:\?|%|(?:users?|devices?|entries|events|rows|lines|times|seats|licen[cs]es|tickets?|benutzer|geräte|einträge|mal|zeilen|utilisateurs?|fois|usuarios?|veces|utenti|volte|[kmg]b|ms|s|min)(?!\p{L}))|^.{0,20}(?<!\p{L})(?:not|never|missing|absent|nicht|fehlt|fehlen|manque|pas|falta|faltan|manca|niet|ontbreekt)(?!\p{L})/iu;

/** Before the name: an advice, a condition, a denial. */
export const NO_REPORT =
  /(?<!\p{L})(?:look|check|see|search|find|filter|open|if|whether|when|no|not|without|never|siehe|suche|such|prüfe|prüfen|wenn|falls|ob|kein|keine|ohne|nicht|cherche[zr]?|vérifie[zr]?|voir|si|sans|aucun|busca[r]?|revisa[r]?|ver|ningún|cerca|cercare|verifica|se|senza|nessun|verifique|procure|sem|zoek|zie|als|geen)(?!\p{L})[^.!?;]{0,60}$/iu;

/** What a line has that names a log, before it is searched. */
const HINT = /AAD|Device Registration|HelloForBus|TPM-WMI|Workplace Join|DeviceManagement-Ent/i;

/** A longer line is no note, and how many lines a message below one has at most. */
const LONGEST = 600;
const MOST_BELOW = 8;

/**
 * Reads events that somebody names in a sentence: a log of ours and one number or some that its events have.
 *
 * @param lines Cleaned lines of the text.
 * @param taken Lines that another reader has; those of a message that belongs to one event are added.
 */
export function readEventProse(lines: readonly Line[], taken: TakenLines): FactRecord[] {
  const records: FactRecord[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    const { text } = line;
    if (!taken.leaves(at, SIGN.digit) || text.length > LONGEST || !HINT.test(text)) continue;
    const mention = mentionIn(text);
    if (!mention || isReadBelow(mention.ids, at, lines, taken)) continue;
    const events = mention.ids.map((id) => {
      const event = new RawEvent(line.number);
      event.source = sourceFor(mention.source, id);
      event.id = id;
      return event;
    });
    const [event, second] = events;
    if (event && !second) addMessage(event, mention.rest, { lines, at, taken });
    for (const one of events) {
      const record = one.record();
      if (record) records.push(record);
    }
  }
  return records;
}

/** Whether the message of the one event that a sentence names stands below it and was read with it. */
function isReadBelow(
  [id, ...others]: readonly number[],
  at: number,
  lines: readonly Line[],
  taken: TakenLines,
): boolean {
  const told = !others.length && taken.has(at + 1) && sourceOfMessage(lines[at + 1]?.text ?? '');
  return told ? told.ids.includes(id!) : false;
}

/** The log and the ids that a sentence names, and what stands behind them. */
function mentionIn(text: string): { source: string; ids: number[]; rest: string } | undefined {
  const first = SOURCE_FIRST.exec(text);
  const found = first ?? ID_FIRST.exec(text);
  if (!found) return;
  const [whole, one = '', other = '', third = ''] = found;
  const [source, numbers] = first ? [one, third] : [other, one];
  if (first && !SAYS_LOG.test(source + other) && /^aad$/i.test(shortSource(source))) return;
  const rest = text.slice(found.index + whole.length);
  const isOther = OF_SOMETHING_ELSE.test(rest) || NO_REPORT.test(text.slice(0, found.index));
  const ids = [...new Set((numbers.match(/\d+/g) ?? []).map(Number))];
  if (isOther || !ids.every((id) => hasId(sourceFor(source, id), id))) return;
  return { source, ids, rest };
}

const sourceFor = (source: string, id: number): string =>
  /^helloforbusiness$/i.test(shortSource(source)) && HELLO_IN_REGISTRATION.has(id)
    ? 'User Device Registration'
    : source;

/** Whether the events of a log have an id. */
export const hasId = (source: string, id: number): boolean =>
  (IDS[shortSource(source).toLowerCase()] ?? []).some(([from, to]) => id >= from && id <= to);

/** What stands behind a colon is the message; where nothing does, the lines below up to a blank one. */
function addMessage(
  event: RawEvent,
  rest: string,
  { lines, at, taken }: { lines: readonly Line[]; at: number; taken: TakenLines },
): void {
  const [, told = ''] = /:\s{0,4}(\S.*)$/.exec(rest) ?? [];
  const isTold = codesOfLine(told).length > 0 || sourceOfMessage(told) !== undefined;
  // A code that somebody doubts is none of the event, and of no output above it either.
  if (isTold) taken.add(at);
  if (isTold && !told.includes('?')) event.message.push(lines[at]!.part(told));
  if (!/^\s?:$/.test(rest.trimEnd())) return;
  const [first] = lines.slice(at + 1, at + 2);
  if (!first || (!codesOfLine(first.text).length && !sourceOfMessage(first.text))) return;
  for (let below = at + 1; below <= at + MOST_BELOW; below++) {
    const line = lines[below];
    if (!line?.text.trim() || taken.has(below)) break;
    event.message.push(line);
    event.to = line.number;
    taken.add(below);
  }
  taken.add(at);
}
