import type { Node } from 'jsonc-parser';
import { append } from './append';
import type { Fact, FactRecord } from './fact';
import { makeFact } from './make-fact';
import type { JsonRegion } from './json-regions';
import { leavesOf, valueOf } from './json-values';
import { isDashes, labelAndValue, SIGN, type Line, type Pair } from './lines';
import { keyOfProperty, PROPERTY_TABLES, type PropertyTable } from './property-tables';
import type { LineOf } from './read-sign-in-json';
import type { TakenLines } from './taken-lines';

/** The answer to `Get-Tpm` without rights. */
const NOT_ELEVATED = /^\s{0,20}Get-Tpm ?: ?Administrator privilege is required/i;

/**
 * Reads lists and tables of properties: `Get-Tpm`, `tpmtool`, `Get-MgDevice`.
 *
 * @param lines Cleaned lines of the text.
 * @param taken Lines that another reader has; those that this one takes are added.
 */
export function readProperties(lines: readonly Line[], taken: TakenLines): FactRecord[] {
  const records: FactRecord[] = [];
  const own: number[] = [];
  const lists = PROPERTY_TABLES.map((table) => new PropertyList(table));
  const finish = (list: PropertyList) => {
    const found = list.finish();
    if (!found) return;
    records.push(found.record);
    append(own, found.lines);
  };
  for (let at = 0; at < lines.length; at++) {
    if (!taken.leaves(at, SIGN.colon | SIGN.hyphen | SIGN.wide)) continue;
    const line = lines[at]!;
    const { text, number } = line;
    if (at && isDashes(line)) {
      lists.forEach(finish);
      for (const row of rowsOf(lines, at)) {
        const { number } = lines[row.at]!;
        for (const list of lists) {
          for (const [key, label, value] of row.cells) list.add(key, label, value, number, row.at);
          finish(list);
        }
      }
      continue;
    }
    if (text.includes('privilege') && NOT_ELEVATED.test(text)) {
      records.push(notElevated(text, number));
      own.push(at);
      continue;
    }
    for (const pair of pairsOf(line)) {
      if (pair.label.length > 40) continue;
      // tpmtool begins its lines with a hyphen.
      const label = pair.label.startsWith('-') ? pair.label.replace(/^-\s?/, '') : pair.label;
      const key = keyOfProperty(label);
      if (!key) continue;
      for (const list of lists) {
        if (list.has(key)) finish(list);
        list.add(key, label, pair.value, number, at);
      }
    }
  }
  lists.forEach(finish);
  for (const at of own) taken.add(at);
  return records;
}

/** Between two properties that share a line: `TpmPresent : True TpmReady : True`. */
const NEXT_PROPERTY = /\s(?=\w{4,40} : )/;

/** What people put between the rows of a list when they note them in one line: `-TPM Present: True / -Is Locked Out: False`. */
const NOTED_APART = /\s{0,3}(?:[/|;•·,]|\s-)\s{0,3}(?=-?\s?[A-Z][\w ]{3,40}:\s)/;

/** A list that is noted has a name before it: `tpmtool: -TPM Present: True`. */
const NAME_OF_LIST = /^\s{0,20}[\w. -]{2,40}:\s{1,3}(?=-?\s?[A-Z][\w ]{3,40}:\s)/;

/** The label and value of a line, or all of them where a list stands in one line. */
function pairsOf(line: Line): Pair[] {
  const { text, pair } = line;
  if (!pair) return [];
  if (pair.value.includes(': ') && NOTED_APART.test(text)) {
    const noted = text
      .replace(NAME_OF_LIST, '')
      .split(NOTED_APART)
      .flatMap((part) => labelAndValue(part.replace(/^\s{0,9}-\s?/, '')) ?? []);
    if (noted.filter(({ label }) => keyOfProperty(label)).length > 1) return noted;
  }
  if (!pair.value.includes(' : ')) return [pair];
  const pairs = text.split(NEXT_PROPERTY).flatMap((part) => labelAndValue(part) ?? []);
  return pairs.filter(({ label }) => keyOfProperty(label)).length > 1 ? pairs : [pair];
}

function notElevated(text: string, line: number): FactRecord {
  const fact = makeFact('tpm.notRead', 'Get-Tpm', text, { line });
  fact.value = 'not elevated';
  return { kind: 'tpm', title: 'TPM', facts: [fact], codes: [], doubts: [], from: line, to: line };
}

/**
 * Reads the same objects from JSON.
 *
 * @returns One record for each object; none where the JSON is something else.
 */
export function readPropertiesJson(region: JsonRegion, lineOf: LineOf): FactRecord[] {
  return region.records.flatMap((node) => {
    // The device of a sign-in has a browser, and is as it was then.
    if (valueOf(node, 'browser')) return [];
    if (isProjection(node)) return [];
    const lists = PROPERTY_TABLES.map((table) => new PropertyList(table));
    for (const { path, key, text, offset } of leavesOf(node)) {
      const property = path.includes('.') ? undefined : keyOfProperty(key);
      if (!property) continue;
      const line = lineOf(region.start + offset);
      for (const list of lists) list.add(property, key, text, line, 0);
    }
    return lists.flatMap((list) => list.finish()?.record ?? []);
  });
}

/** Whether an object is what a query asks for, `{displayName:displayName}`, and no answer. */
function isProjection(node: Node): boolean {
  const leaves = leavesOf(node);
  return leaves.filter(({ key, text }) => text === key).length > 1;
}

/** A cell of a table: the heading as a property and as printed, and the value. */
type Cell = readonly [key: string, label: string, value: string];

/** Rows of a table, by the columns that the dashes above them show; none where no heading is a property. */
function rowsOf(lines: readonly Line[], dashes: number): { at: number; cells: Cell[] }[] {
  const heads = lines[dashes - 1]!.text;
  const starts = [...lines[dashes]!.text.matchAll(/-{2,300}/g)].map(({ index }) => index);
  const columns = starts.flatMap((start, column) => {
    const end = starts[column + 1];
    const label = heads.slice(start, end).trim();
    const key = keyOfProperty(label);
    return key ? [{ start, end, label, key }] : [];
  });
  const rows: { at: number; cells: Cell[] }[] = [];
  if (!columns.length) return rows;
  // The next table may follow without a blank line: what stands above its dashes is its head.
  const isHead = (at: number) => at + 1 < lines.length && isDashes(lines[at + 1]!);
  for (let at = dashes + 1; at < lines.length && lines[at]!.text.trim() && !isHead(at); at++) {
    const { text } = lines[at]!;
    const cells = columns.map(({ start, end, label, key }): Cell => [
      key,
      label,
      text.slice(start, end).trim(),
    ]);
    rows.push({ at, cells });
  }
  return rows;
}

/** One object while it is read. */
class PropertyList {
  private facts: Fact[] = [];
  private lines: number[] = [];
  private readonly seen = new Set<string>();
  private isTold = false;

  constructor(private readonly table: PropertyTable) {}

  has(key: string): boolean {
    return this.seen.has(key);
  }

  add(key: string, label: string, value: string, line: number, at: number): void {
    const name = this.table.properties.get(key);
    if (!name) return;
    this.seen.add(key);
    if (this.table.telling.has(key)) this.isTold = true;
    this.lines.push(at);
    this.facts.push(makeFact(name, label, value, { line }));
  }

  /** @returns The record with its lines, if one of its properties tells what it is; then begins anew. */
  finish(): { record: FactRecord; lines: number[] } | undefined {
    const { facts, lines, isTold, table } = this;
    this.facts = [];
    this.lines = [];
    this.seen.clear();
    this.isTold = false;
    if (!isTold) return;
    const from = facts[0]!.source.line;
    const to = facts.at(-1)!.source.line;
    const record: FactRecord = {
      kind: table.kind,
      title: table.title,
      facts,
      codes: [],
      doubts: [],
      from,
      to,
    };
    return { record, lines };
  }
}
