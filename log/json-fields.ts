import { keyInRecord } from '../facts/nested-keys';
import { ROW_FACTS, type RowCells, type RowFact } from '../facts/row-facts';
import { JSON_HEADINGS, SIGN_IN_PATHS } from '../facts/sign-in-paths';

const WANTED: ReadonlySet<string> = new Set(ROW_FACTS);

/** A longer cell is no JSON of a sign-in. In UTF-16 units. */
const LONGEST_CELL = 20_000;

/** Deeper JSON holds no field that is wanted: `_source.azure.signinlogs.properties.status.error_code` is the deepest. */
const DEEPEST = 6;

/** Names under which Azure Monitor, and what forwards its records, keeps a record. */
const WRAPPERS: ReadonlySet<string> = new Set(
  '_source attributes azure body data properties signinlogs'.split(' '),
);

/**
 * Reads the fields of a sign-in from a JSON object: Graph's, PowerShell's, Azure Monitor's and flat ones of Log
 * Analytics, in which objects are JSON as text. The first value of a field counts.
 *
 * @param value Any JSON value.
 */
export function fieldsOfJson(value: unknown): RowCells {
  const fields: RowCells = {};
  collect(value, '', 0, fields);
  return fields;
}

/**
 * Reads the fields in a cell that holds JSON.
 *
 * @param cell As printed; anything else than a JSON object gives nothing.
 * @param path What the cell is in Graph's form: `location`.
 */
export function fieldsOfJsonCell(cell: string, path: string): RowCells {
  const fields: RowCells = {};
  collectText(cell, path, 0, fields);
  return fields;
}

function collect(value: unknown, path: string, depth: number, fields: RowCells): void {
  if (typeof value === 'string' || typeof value === 'number') {
    const name = factAt(path) ?? LOOSE[path] ?? factAt(keyInRecord(path) ?? '');
    if (name && WANTED.has(name)) fields[name as RowFact] ??= String(value);
    return;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value) || depth > DEEPEST)
    return;
  for (const [key, inner] of Object.entries(value)) {
    const lower = key.toLowerCase();
    const isWrapper = !path && WRAPPERS.has(lower);
    const own = isWrapper ? '' : path ? `${path}.${lower}` : (JSON_HEADINGS[lower] ?? lower);
    if (typeof inner === 'string' && inner.startsWith('{') && JSON_HEADINGS[lower])
      collectText(inner, own, depth + 1, fields);
    else collect(inner, own, depth + 1, fields);
  }
}

/** The fact at a path, whose words Elastic parts: `app_display_name`. */
const factAt = (path: string) =>
  SIGN_IN_PATHS.get(path) ?? SIGN_IN_PATHS.get(path.replaceAll('_', ''));

/** Fields that Log Analytics has as plain text where Graph has an object: its Location is a country. */
const LOOSE: Readonly<Record<string, string>> = { location: 'signIn.country' };

function collectText(text: string, path: string, depth: number, fields: RowCells): void {
  if (!text.startsWith('{') || text.length > LONGEST_CELL) return;
  try {
    collect(JSON.parse(text), path, depth, fields);
  } catch {
    // A cell that was cut off when it was exported tells nothing.
  }
}
