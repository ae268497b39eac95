import Papa from 'papaparse';
import { ROW_FACTS, type RowCells, type RowFact } from '../facts/row-facts';
import { factOfHeading, plainHeading } from '../facts/sign-in-fields';
import { JSON_HEADINGS } from '../facts/sign-in-paths';
import {
  areOfRecords,
  factsOfColumns,
  FIRST_ROWS,
  headDelimiterOf,
  recordColumnsOf,
  titleOf,
  type JsonColumn,
} from './csv-head';
import { fieldsOfJsonCell, fieldsOfRecordCell } from './json-fields';
import type { RowMaker } from './make-row';
import { areDayFirst, isWithoutZone } from './moment';
import type { RowReader, RowSink } from './row-sink';
import { isUnused } from './unused-columns';

/** Paths in cells that hold JSON which a report looks at. */
const WANTED_JSON = new Set(['location', 'status']);

/** No row of a sign-in log is longer, in UTF-16 units. */
const LONGEST_ROW = 4 * 1024 * 1024;

/** So many lines that open a quote and leave it open are left one by one; then twice as many at a time as before. */
const LINES_ONE_BY_ONE = 32;

/** Reads the portal's downloads and exports of Log Analytics and of other tools, by their headers, in pieces. */
export class CsvRows implements RowReader {
  title = '';
  readonly unit = 'row';
  unknownColumns: string[] = [];
  isUtc = true;
  /** Whether the head of a table of sign-ins was met. */
  hasHead = false;
  readonly #parser: Papa.Parser;
  readonly #delimiter: string;
  /** The line before the header; empty where there is none. */
  #before = '';
  #rest = '';
  /** The spreadsheet row of the next one. */
  #at = 1;
  #columns: Partial<Record<RowFact, number>> | undefined;
  /** Cells that hold JSON; without a path, a whole record. */
  #jsonColumns: JsonColumn[] = [];
  /** Whether the heading of the times is one whose times are in UTC. */
  #isTimeNamed = true;
  #width = 0;
  /** Whether the next row is the first one below its header. */
  #isFirst = true;

  /**
   * @param delimiter What parts the cells.
   * @param maker Makes rows of cells.
   * @param sink Takes the rows.
   * @param name Name of the file, which may say which log it is.
   */
  constructor(
    delimiter: string,
    readonly maker: RowMaker,
    readonly sink: RowSink,
    readonly name = '',
  ) {
    this.#delimiter = delimiter;
    this.#parser = new Papa.Parser({ delimiter });
  }

  push(text: string): void {
    this.#rest = this.#parse(this.#rest + text, true);
    // A quote that is never closed would take the rest of the file into one cell.
    while (this.#rest.length > LONGEST_ROW && this.#skipOpen())
      this.#rest = this.#parse(this.#rest, true);
  }

  end(): boolean {
    for (;;) {
      this.#rest = this.#parse(this.#rest, true);
      const isOpen = this.#parser
        .parse(this.#rest, 0, false)
        .errors.some(({ code }: Papa.ParseError) => code === 'MissingQuotes');
      if (isOpen && this.#skipOpen()) continue;
      const before = this.#last;
      this.#parse(this.#rest, false);
      const isShort = this.#last !== before && this.#last.length < this.#width;
      return isOpen || isShort;
    }
  }

  /** The last row that was read. */
  #last: readonly string[] = [];

  /** The rows of this piece, and which of them comes next. */
  #ahead: readonly (readonly string[])[] = [];
  #next = 0;

  /** The rows of this piece that are still to come. */
  #below(most = Infinity): readonly (readonly string[])[] {
    return this.#ahead.slice(this.#next, this.#next + most);
  }

  /** Lines that were left since the last row. */
  #skippedInARow = 0;

  /**
   * Leaves what opens a quote at the beginning of the rest: a line, or many where line after line does so, since each
   * look at the rest reads all of it. False where the rest is the last line.
   */
  #skipOpen(): boolean {
    const before = this.#skippedInARow;
    for (let left = before < LINES_ONE_BY_ONE ? 1 : before; left && this.#skipLine(); left--)
      this.#skippedInARow++;
    return this.#skippedInARow > before;
  }

  /** Leaves the line at which the rest begins; false where it is the last one. */
  #skipLine(): boolean {
    const end = this.#rest.indexOf('\n');
    if (end < 0) return false;
    this.sink.skip(this.#at++, 'not readable');
    this.#rest = this.#rest.slice(end + 1);
    return true;
  }

  /** @returns What is left: the beginning of a row whose end is still to come. */
  #parse(text: string, isMoreToCome: boolean): string {
    const { data, meta } = this.#parser.parse(text, 0, isMoreToCome) as Papa.ParseResult<string[]>;
    if (data.length) this.#skippedInARow = 0;
    this.#ahead = data;
    this.#next = 0;
    for (const cells of data) {
      this.#next++;
      if (cells.some(Boolean)) this.#last = cells;
      this.#take(cells, this.#at++);
    }
    return isMoreToCome ? text.slice(meta.cursor) : '';
  }

  #take(cells: string[], at: number): void {
    if (cells.length === 1 && !cells[0]!.trim()) return;
    if (!this.#columns) return this.#readHeader(cells);
    if (cells.length < Math.min(this.#width, 3)) return this.sink.skip(at, 'too few cells');
    const columns = this.#columns;
    const fromJson = this.#jsonFields(cells);
    const row = this.maker.make(at, (fact) => {
      const index = columns[fact];
      const cell = index === undefined ? undefined : cells[index];
      return fromJson?.[fact] ?? cell;
    });
    if (row) {
      // The form is the same in all rows of a table.
      if (this.#isFirst && fromJson?.['signIn.time'] === undefined)
        this.isUtc &&= !isWithoutZone(
          cells[columns['signIn.time'] ?? -1]?.trim() ?? '',
          this.#isTimeNamed,
        );
      this.#isFirst = false;
      this.sink.add(row);
    }
    // Several downloads in one file: the next header may have other columns.
    else if (headDelimiterOf(cells.join(this.#delimiter))) this.#readHeader(cells);
    else this.sink.skip(at, cells.length < this.#width ? 'too few cells' : 'no sign-in');
  }

  /** What cells with JSON tell: the place, the code where no column of its own has it, or the whole record. */
  #jsonFields(cells: string[]): RowCells | undefined {
    let fields: RowCells | undefined;
    for (const { index, path } of this.#jsonColumns) {
      const cell = cells[index] ?? '';
      fields = { ...fields, ...(path ? fieldsOfJsonCell(cell, path) : fieldsOfRecordCell(cell)) };
    }
    return fields;
  }

  #readHeader(cells: string[]): void {
    // Lines before the header are a title or a file name.
    const line = cells.join(this.#delimiter);
    const isHead = headDelimiterOf(line) !== undefined;
    const records = isHead ? [] : recordColumnsOf(cells, this.#below(FIRST_ROWS));
    if (!isHead && !records.length) {
      this.#before = line;
      return;
    }
    this.hasHead = true;
    // Takes a byte order mark off, too, which stands before the header of a later download in the same file.
    const headings = cells.map((cell) => cell.trim());
    const areRecords = areOfRecords(headings);
    const own = headings.map(factOfHeading);
    const facts = factsOfColumns(headings);
    const columns: Partial<Record<RowFact, number>> = {};
    for (const fact of ROW_FACTS) {
      const index = own.includes(fact) ? own.indexOf(fact) : facts.indexOf(fact);
      if (index >= 0) columns[fact] = index;
    }
    this.sink.beginAnother();
    this.#columns = columns;
    this.#isFirst = true;
    this.#width = headings.length;
    this.#jsonColumns = headings.flatMap((heading, index) => {
      if (areRecords) return heading === '_raw' ? [{ index, path: '' }] : [];
      const path = JSON_HEADINGS[plainHeading(heading)];
      const isWanted =
        path && WANTED_JSON.has(path) && (path !== 'status' || !('signIn.errorCode' in columns));
      return isWanted ? [{ index, path }] : [];
    });
    const isTaken = (index: number) => this.#jsonColumns.some((one) => one.index === index);
    this.#jsonColumns.push(...records.filter(({ index }) => !isTaken(index)));
    const unknown = headings.filter(
      (heading, index) =>
        heading &&
        !facts[index] &&
        !isTaken(index) &&
        !JSON_HEADINGS[plainHeading(heading)] &&
        !isUnused(plainHeading(heading)),
    );
    this.unknownColumns = [...new Set([...this.unknownColumns, ...unknown])].slice(0, 50);
    this.isUtc &&= !headings.some((heading) =>
      /^(?:Date|TimeGenerated) \[(?!UTC\])/i.test(heading),
    );
    const time = columns['signIn.time'] ?? -1;
    const isEnglish =
      /^(?:Date|TimeGenerated|CreatedDateTime|@?Timestamp|(?:Local ?|Sign-?In ?)?Time)\b/i;
    this.#isTimeNamed = own[time] === 'signIn.time' || /utc/i.test(headings[time] ?? '');
    this.maker.isDayFirst = areDayFirst(
      this.#below().map((row) => row[time]?.trim() ?? ''),
      isEnglish.test(headings[time] ?? ''),
    );
    this.title ||= titleOf(headings, `${this.#before} ${this.name}`);
  }
}
