import type { Code } from '../detection/code';
import { headDelimiterOf } from './csv-head';
import { CsvRows } from './csv-rows';
import { JsonRows } from './json-rows';
import type { LogRow } from './log-row';
import { RowMaker } from './make-row';
import { momentOf } from './moment';
import { MOST_BYTES, type LogProgress, type NoReport, type Unread } from './report';
import { RowSink, type RowReader } from './row-sink';
import { encodingOf } from './text-encoding';
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
  unread: Pick<Unread, 'rows' | 'samples' | 'columns' | 'repeated' | 'isCutOff'>;
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
  const maker = new RowMaker(momentOf);
  const asText = () => (sink: RowSink) => new TextRows(sink, isKnownHresult);
  const readers = (head: string): ((sink: RowSink) => RowReader)[] => {
    const delimiter = delimiterIn(head);
    // A table without a sign-in may hold records of another product with errors of ours in them.
    if (delimiter) return [(sink) => new CsvRows(delimiter, maker, sink, fileName), asText()];
    // JSON without a sign-in may be a list of answers with error texts in them.
    if (/^\s*[[{]/.test(head)) return [(sink) => new JsonRows(maker, sink), asText()];
    return [asText()];
  };
  let known: ((sink: RowSink) => RowReader)[] | undefined;
  for (let attempt = 0; attempt < (known?.length ?? 1); attempt++) {
    const sink = new RowSink();
    let reader: RowReader | undefined;
    let isBlank = true;
    let isRead = false;
    try {
      for await (const { text, bytes } of pieces(log, pieceBytes)) {
        isRead = true;
        isBlank &&= !text.trim();
        known ??= isBlank ? undefined : readers(text);
        reader ??= known?.[attempt]?.(sink);
        reader?.push(text);
        onProgress?.({ bytes, ofBytes: log.size, rows: sink.rows.length });
      }
    } catch (error) {
      if (error instanceof DOMException) return 'not readable';
      throw error;
    }
    if (!reader) return isRead ? 'empty' : 'no log';
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
        unread: { rows: skipped, samples, columns, repeated, isCutOff },
      };
  }
  return 'no log';
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
  let at = 0;
  for (let line = 0; line < MOST_LINES_BEFORE_HEADER; line++) {
    const end = head.indexOf('\n', at);
    const delimiter = headDelimiterOf(head.slice(at, end < 0 ? undefined : end).trimEnd());
    if (delimiter) return delimiter;
    if (end < 0) return;
    at = end + 1;
  }
  return undefined;
}
