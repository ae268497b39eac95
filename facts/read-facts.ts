import { withoutAddressedCodes } from '../detection/addressed-codes';
import { withWholeCodes } from '../detection/broken-codes';
import { withReadLetters } from '../detection/misread-codes';
import { withoutSettledCodes } from '../detection/settled-codes';
import { readAlertActivities } from './alert-activities';
import { append } from './append';
import { withOwnKeys } from './calculated-keys';
import { readEventsInWords } from './event-in-words';
import { readEventProse } from './event-prose';
import type { FactRecord } from './fact';
import { addFederatedDifferences } from './federated-differences';
import { withJoinedTabs } from './join-tabs';
import { cleanLines, splitLines, withoutEntities, type Line } from './lines';
import { addPartnerTenants } from './partner-tenant';
import { addQueryFilters } from './query-filters';
import { dropLeftOut } from './left-out-values';
import { readListedPolicies } from './listed-policies';
import { readPolicyPanes } from './policy-pane';
import { readAlignedRows } from './read-aligned-rows';
import { readConfigLines } from './read-app-config';
import { readCells } from './read-cells';
import { readClaimLines } from './read-claim-lines';
import { readDottedPolicies } from './read-dotted-policy';
import { readDsregcmd } from './read-dsregcmd';
import { readEvents } from './read-events';
import { readFederatedLines } from './read-federated';
import { readFlatPanes } from './read-flat-pane';
import { readForwarded } from './read-forwarded';
import { readGridRows } from './read-grid-rows';
import { readHeadlessTabs } from './read-headless-tabs';
import { readJsonColumns } from './read-json-columns';
import { readLabelLists } from './read-label-lists';
import { readMessage } from './read-message';
import { readMySignIns } from './read-my-sign-ins';
import { readObjects } from './read-objects';
import { readNotedSignIns } from './noted-sign-ins';
import { readPlatformSso } from './read-platform-sso';
import { readPolicyTables } from './read-policy-table';
import { readProperties } from './read-properties';
import { readRegistry } from './read-registry';
import { readRequests } from './read-requests';
import { readSignInCsv } from './read-sign-in-csv';
import { readSignInList } from './read-sign-in-list';
import { readStepTables } from './read-step-table';
import { readTables } from './read-tables';
import { readTokens, readTokenTable } from './read-token';
import { readSideBySide } from './read-side-by-side';
import { readSecondLook } from './second-look';
import { addRedirectDifferences } from './redirect-differences';
import { addEndpoints } from './request-endpoints';
import { partRowsInCells } from './row-in-a-cell';
import { addSamlResponses } from './saml-response';
import { addSamlSettings } from './saml-settings';
import { withoutSecrets, type Secret } from './secrets';
import { withoutTableSecrets } from './table-secrets';
import { readStackedCells } from './stacked-cells';
import { addSummaryNotes } from './summary-notes';
import { addTabHeadings } from './tab-headings';
import { TakenLines } from './taken-lines';
import { barePairs } from './transposed-cells';
import { undecorated } from './undecorated';

/** What was read from a text. */
export interface Reading {
  /** In the order of the text. */
  records: FactRecord[];
  /** What was recognized as a secret, and is in no record. */
  secrets: Secret[];
}

/**
 * Reads every record that stands in a text: alone, several, or mixed with prose.
 *
 * @param pasted What somebody pasted or dropped. Any text and length; the time grows linearly. Secrets are taken out
 * before it is read; nothing is kept of it but the facts.
 */
export function readFacts(pasted: string): Reading {
  const { text: plain, numbers } = undecorated(
    withoutAddressedCodes(withoutSettledCodes(withWholeCodes(withReadLetters(readable(pasted))))),
  );
  const decoded = withoutEntities(withoutCutNumber(plain));
  const { text: bare, secrets } = withoutSecrets(decoded);
  const text = withOwnKeys(bare);
  const raw = splitLines(text);
  const lineOf = lineFinder(() => raw);
  const objects = [
    ...readTokens(
      decoded,
      lineFinder(() => splitLines(decoded)),
    ),
    ...readRequests(text, lineOf),
  ];
  partRowsInCells(raw);
  barePairs(raw);
  append(objects, readStackedCells(raw));
  const csv = readSignInCsv(raw);
  for (const at of csv.lines) raw[at] = raw[at]!.emptied();
  append(objects, readForwarded(raw));
  const aligned = readAlignedRows(raw);
  for (const at of aligned.lines) raw[at] = raw[at]!.emptied();
  append(objects, aligned.records);
  append(objects, readCells(raw));
  append(objects, readJsonColumns(raw));
  append(objects, readObjects(withoutEmptied(text, raw), raw, lineOf));
  const records = withoutDoubles(objects);
  addEndpoints(
    records.filter(({ kind }) => kind === 'request'),
    raw,
  );
  const lines = cleanLines(raw);
  const inTables = withoutTableSecrets(lines);
  append(records, readTables(lines));
  const taken = new TakenLines(lines);
  const read = [
    csv.records,
    readTokenTable(lines, taken),
    readClaimLines(lines, taken),
    readEvents(lines, taken),
    readEventsInWords(lines, taken),
    readEventProse(lines, taken),
    readSideBySide(lines, taken),
    readDsregcmd(lines, taken),
    readRegistry(lines, taken),
    readFederatedLines(lines, taken),
    readPlatformSso(lines, taken),
    readLabelLists(
      records.some(({ kind }) => kind === 'request'),
      lines,
      taken,
    ),
    readMySignIns(lines, taken),
    readNotedSignIns(lines, taken),
    readSignInList(lines, taken),
    readPolicyTables(lines, taken),
    readPolicyPanes(lines, taken),
    readStepTables(lines, taken),
    readHeadlessTabs(lines, taken),
    readGridRows(lines, taken),
    readAlertActivities(lines, taken),
    readFlatPanes(lines, taken),
    readDottedPolicies(lines, taken),
    readListedPolicies(lines, taken),
    readProperties(lines, taken),
    readSecondLook(lines, taken),
    readConfigLines(lines),
    readMessage(lines, taken),
  ];
  for (const found of read) for (const record of found) records.push(record);
  const joined = withJoinedTabs(records).sort((a, b) => a.from - b.from);
  addTabHeadings(joined, raw);
  addPartnerTenants(joined, raw);
  addQueryFilters(joined, raw);
  addFederatedDifferences(joined, raw);
  addSamlSettings(joined, raw);
  addSamlResponses(joined, raw);
  addRedirectDifferences(joined, raw);
  addSummaryNotes(joined, raw);
  dropLeftOut(joined);
  const reading = {
    records: joined,
    secrets: [...secrets, ...inTables].sort((a, b) => a.line - b.line),
  };
  return numbers ? renumbered(reading, numbers) : reading;
}

/** The text with blanks in place of the lines that were taken, so that no bracket of them opens an object. */
function withoutEmptied(text: string, raw: readonly Line[]): string {
  const parts: string[] = [];
  let end = 0;
  raw.forEach(({ text: left, start }, at) => {
    if (left || isLineEnd(text.charCodeAt(start))) return;
    const next = raw[at + 1]?.start ?? text.length;
    if (!text.slice(start, next).trim()) return;
    parts.push(text.slice(end, start), text.slice(start, next).replace(/[^\r\n]/g, ' '));
    end = next;
  });
  return end ? [...parts, text.slice(end)].join('') : text;
}

/** Whether a line that begins with a sign is a blank one. */
const isLineEnd = (sign: number) => sign === LINE_FEED || sign === CARRIAGE_RETURN;

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** The same reading with the numbers that its lines have in the text that was given. */
function renumbered({ records, secrets }: Reading, numbers: readonly number[]): Reading {
  const given = (line: number) => numbers[line - 1] ?? line;
  for (const record of records) {
    record.from = given(record.from);
    record.to = given(record.to);
    for (const fact of record.facts)
      fact.source = { ...fact.source, line: given(fact.source.line) };
  }
  return { records, secrets: secrets.map(({ kind, line }) => ({ kind, line: given(line) })) };
}

/** A recording has the parameters of a request as its body, and once more as a list: how many lines apart at most. */
const NEAR_BODY = 60;

/** The records without requests that say what one closely before them says. */
function withoutDoubles(records: FactRecord[]): FactRecord[] {
  const doubles = new Set<FactRecord>();
  let before: { from: number; said: string } | undefined;
  const requests = records.filter(({ kind }) => kind === 'request');
  for (const one of requests.sort((a, b) => a.from - b.from)) {
    const said = one.facts
      .map(({ name, value }) => `${name} ${value}`)
      .toSorted((a, b) => (a < b ? -1 : 1))
      .join('\n');
    const isNear = before !== undefined && one.from - before.from < NEAR_BODY;
    if (isNear && said === before!.said) doubles.add(one);
    else before = { from: one.from, said };
  }
  return doubles.size ? records.filter((one) => !doubles.has(one)) : records;
}

/** A number at the end of a text of JSON, which may have had more digits than the code that is left. */
const CUT_NUMBER = /"[\w.@]{1,60}"\s{0,9}:\s{0,9}(\[[\d,\s]{0,40})?(\d{1,6}(?:\.{3}|…)?)$/;

/** The text without a number in which it ends, where a bracket of JSON was not closed. */
function withoutCutNumber(text: string): string {
  const [, list, number] = CUT_NUMBER.exec(text.slice(-150)) ?? [];
  const isOpen = list !== undefined || (number && text.split('{').length > text.split('}').length);
  return number && isOpen ? text.slice(0, -number.length) : text;
}

/** Text of two bytes a sign that was read as one of one byte, and quotes that a mail program turned. */
function readable(text: string): string {
  const plain = text.includes('\0') ? text.replace(/\0/g, '') : text;
  if (!OPENING_TURNED.test(plain)) return plain;
  const straight = hasTurned(plain, '"', DOUBLE_TURNED) ? plain.replace(/[“”„‟]/g, '"') : plain;
  return hasTurned(straight, "'", SINGLE_TURNED) ? straight.replace(/[‘’‚‛]/g, "'") : straight;
}

/** A turned quote that opens: most texts have none. */
const OPENING_TURNED = /[“„‘‚]/;

/** A key of an object, or the cell of a row, whose quotes were turned. */
const DOUBLE_TURNED = /=[“„]|[“„][^“”„\n]{1,400}[“”](?:\s?[:,;=]|\s{0,9}$)/m;
const SINGLE_TURNED = /[:=]\s?[‘‚]|[‘‚][^‘’‚\n]{1,400}[’‘]\s?[:=,)}\]]/;

/** Whether quotes were turned that part keys and values, and hardly one stands as it was typed. */
function hasTurned(text: string, typed: string, form: RegExp): boolean {
  return form.test(text) && (TURNED_KEY.test(text) || text.split(typed, 20).length < 20);
}

/** A key of an object whose quotes were turned. */
const TURNED_KEY = /[“„‘][\w.@]{1,80}[“”’]\s?:/;

/** @returns A function from an offset to its line, from 1. */
function lineFinder(linesOf: () => readonly Line[]): (offset: number) => number {
  let lines: readonly Line[] | undefined;
  return (offset) => {
    lines ??= linesOf();
    let low = 0;
    let high = lines.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (lines[middle]!.start <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}
