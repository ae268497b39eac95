import type { Code } from '../detection/code';
import { headDelimiterOf, isHeadWithoutCode, recordDelimiterOf } from './csv-head';
import { CsvRows } from './csv-rows';
import { JsonRows } from './json-rows';
import type { LogRow } from './log-row';
import { RowMaker } from './make-row';
import { momentOf } from './moment';
import { MOST_BYTES, type LogProgress, type NoReport, type Unread } from './report';
import { RowSink, type RowReader } from './row-sink';
import { encodingOf, isArchive } from './text-encoding';
import { TextRows } from './text-rows';

/** How much of the file is read at once, in bytes: few enough for little memory, many enough for few waits. */
const PIECE = 2 * 1024 * 1024;

/** Lines before the header of a table: a title, a file name, blank ones. */
const MOST_LINES_BEFORE_HEADER = 20;

/** The rows of a log, and what is known of it as a whole. */
export interface ReadLog {
  rows: LogRow[];
  title: string;
  unit: RowReader['unit'];
  isUtc: boolean;
  unread: Pick<Unread, 'rows' | 'samples' | 'codes' | 'columns' | 'repeated' | 'isCutOff'>;
}

/** What is known about the place that the log comes from, and who wants to hear how far the reading is. */
export interface ReadLogOptions {
  fileName?: string | undefined;
  /** Whether a number in hex is an error that has an entry. */
  isKnownHresult: (code: Code) => boolean;
  /** How much of the file is read at once, in bytes; the first piece has to hold the header. */
  pieceBytes?: number | undefined;
  /** Called after each piece. */
  onProgress?: (progress: LogProgress) => void;
}

/**
 * Reads a sign-in log piece by piece: the portal's downloads and exports of Log Analytics and Microsoft Defender as CSV or
 * JSON, Graph's JSON, records of Azure Monitor, those in other tools, or a text with many errors.
 *
 * @param log The file; at most one piece of it is in memory beside the rows.
 * @returns Its rows, or why there are none.
 */
export async function readLog(
  log: Blob,
  { fileName, isKnownHresult, pieceBytes = PIECE, onProgress }: ReadLogOptions,
): Promise<ReadLog | NoReport> {
  if (log.size > MOST_BYTES) return 'too big';
  if (!log.size) return 'empty';
  let maker = new RowMaker(momentOf);
  const asText = () => (sink: RowSink) => new TextRows(sink, isKnownHresult);
  const readers = (head: string): ((sink: RowSink) => RowReader)[] => {
    const delimiter = delimiterIn(head);
    // A table without a sign-in may hold records of another product with errors of ours in them.
    if (delimiter) return [(sink) => new CsvRows(delimiter, maker, sink, fileName), asText()];
    // JSON without a sign-in may be a list of answers with error texts in them.
    if (/^\s*[[{]/.test(head)) return [(sink) => new JsonRows(maker, sink), asText()];
    return [asText()];
  };
  let why: NoReport = 'no log';
  let known: ((sink: RowSink) => RowReader)[] | undefined;
  for (let attempt = 0; attempt < (known?.length ?? 1); attempt++) {
    const sink = new RowSink();
    maker = new RowMaker(momentOf);
    let reader: RowReader | undefined;
    let isBlank = true;
    let isRead = false;
    try {
      for await (const { text, bytes } of pieces(log, pieceBytes)) {
        isRead = true;
        isBlank &&= !text.trim();
        if (!known && !isBlank) {
          known = readers(text);
          if (text.length < LONGEST_EMPTY && EMPTY_LIST.test(text)) why = 'no rows';
          else if (linesBefore(text).some(isHeadWithoutCode)) why = 'no codes';
        }
        reader ??= known?.[attempt]?.(sink);
        reader?.push(text);
        onProgress?.({ bytes, ofBytes: log.size, rows: sink.rows.length });
      }
    } catch (error) {
      if (error instanceof DOMException) return 'not readable';
      throw error;
    }
    if (!reader) return isRead ? 'empty' : (await isArchived(log)) ? 'archive' : 'no log';
    const isCutOff = reader.end();
    const { rows, skipped, samples, repeated } = sink;
    const { title, unit, isUtc } = reader;
    const columns = [...reader.unknownColumns];
    if (rows.length)
      return {
        rows,
        title,
        unit,
        isUtc,
        unread: {
          rows: skipped,
          samples,
          codes: maker.roundedCodes,
          columns,
          repeated,
          isCutOff,
        },
      };
    if (reader instanceof CsvRows && reader.hasHead && !skipped) why = 'no rows';
    // The codes of all rows were rounded, and nothing else says how these ended.
    if (maker.roundedCodes.rows) why = 'no codes';
  }
  return why;
}

/** A list of a download or of Graph in which no sign-in stands. */
const EMPTY_LIST = /^\s*(?:\[\s*\]|\{[^[\]]{0,2000}"value"\s*:\s*\[\s*\][^[\]]{0,2000}\})\s*$/;

/** A longer text is no empty list, in UTF-16 units. */
const LONGEST_EMPTY = 10_000;

async function isArchived(log: Blob): Promise<boolean> {
  return isArchive(new Uint8Array(await log.slice(0, 4).arrayBuffer()));
}

/** The text of a file in pieces, with the bytes read so far; none where it is no text. */
async function* pieces(log: Blob, size: number): AsyncGenerator<{ text: string; bytes: number }> {
  const encoding = encodingOf(new Uint8Array(await log.slice(0, size).arrayBuffer()));
  if (!encoding) return;
  const decoder = new TextDecoder(encoding);
  for (let at = 0; at < log.size; at += size) {
    const bytes = Math.min(at + size, log.size);
    const piece = await log.slice(at, bytes).arrayBuffer();
    yield { text: decoder.decode(piece, { stream: bytes < log.size }), bytes };
  }
}

/** What parts the cells of the table that a text begins with; undefined where it begins with none. */
function delimiterIn(head: string): string | undefined {
  for (const line of linesBefore(head)) {
    const delimiter = headDelimiterOf(line);
    if (delimiter) return delimiter;
  }
  return recordDelimiterOf(head);
}

/** The lines of a text in which the header of a table may stand. */
function linesBefore(head: string): string[] {
  const lines: string[] = [];
  for (let at = 0; at >= 0 && lines.length < MOST_LINES_BEFORE_HEADER;) {
    const end = head.indexOf('\n', at);
    lines.push(head.slice(at, end < 0 ? undefined : end).trimEnd());
    at = end < 0 ? end : end + 1;
  }
  return lines;
}
