import type { Fact, FactRecord } from './fact';
import { SIGN, type Line } from './lines';
import { makeFact } from './make-fact';
import { POLICY_STATES } from './read-access-policy';
import { tableAt } from './table-rows';
import type { TakenLines } from './taken-lines';
import { TYPE_NAME } from './value-forms';
import type { FactName } from './vocabulary';

/** Rows of a Conditional Access policy as PowerShell lists it: the rest is printed as the names of types. */
const ROWS: Readonly<Record<string, FactName>> = Object.assign(Object.create(null), {
  id: 'caPolicy.id',
  displayname: 'caPolicy.name',
  state: 'caPolicy.state',
});

/** Rows that no other object has together with a state. */
const TELLING = /^(?:conditions|grantcontrols|sessioncontrols)$/i;

/** What such a row holds where it is printed as an object: JSON, or PowerShell's own form. */
const CONDITIONS =
  /^@?\{\s{0,3}"?(?:applications|users|clientAppTypes|platforms|locations|(?:user|signIn)RiskLevels|operator|builtInControls|authenticationStrength|signInFrequency|persistentBrowser)"?\s?[:=]/i;

/** What the command that prints them is called. */
const COMMAND = /\bGet-\w{2,30}ConditionalAccessPolicy\b/i;

/** Another command: what stands below it is of another kind. */
const OTHER_COMMAND = /(?:^|[\s>|])(?:Get|Set|New|Update|Search|Find)-[A-Z]\w{3,60}/;

/** What each of them has. */
const HINT = /state/i;

const REPORTS = /^enabledForReportingButNotEnforced$/i;

const isState = (text: string): boolean => POLICY_STATES.has(text.trim().toLowerCase());

/**
 * Reads Conditional Access policies as PowerShell prints them, `Get-MgIdentityConditionalAccessPolicy`, as a list or a
 * table: their names and states.
 *
 * @param lines Cleaned lines of the text.
 * @param taken Lines that another reader has; those that this one takes are added.
 */
export function readListedPolicies(lines: readonly Line[], taken: TakenLines): FactRecord[] {
  const records: FactRecord[] = [];
  let hasCommand = false;
  /** The end of the last table that was read: no line of it is asked for its rows again. */
  let end = 0;
  for (let at = 0; at < lines.length; at++) {
    if (!taken.leaves(at, SIGN.letter)) continue;
    const line = lines[at]!;
    if (COMMAND.test(line.text)) hasCommand = true;
    else if (hasCommand && OTHER_COMMAND.test(line.text)) hasCommand = false;
    if (!HINT.test(line.text)) continue;
    const { pair } = line;
    const isRow = pair !== undefined && /^state$/i.test(pair.label) && isState(pair.value);
    if (isRow) {
      const own = linesAround(lines, taken, at);
      const policy = policyIn(
        own.map((place) => lines[place]!),
        hasCommand,
      );
      if (!policy) continue;
      records.push(policy);
      for (const place of own) taken.add(place);
    } else if (at >= end && /\bstate\b/i.test(line.text) && /display ?name/i.test(line.text)) {
      const table = policiesOfTable(lines, at, hasCommand);
      if (!table) continue;
      end = table.end;
      if (!table.records.length) continue;
      for (const record of table.records) records.push(record);
      for (let own = at; own < table.end; own++) taken.add(own);
      at = table.end - 1;
    }
  }
  return records;
}

/** How far a list reaches from its state, in lines. */
const REACH = 16;

/**
 * The places of the rows that stand with one, up to a blank line, or below to a row with the same label: another object's.
 * Nothing where such a row stands above, since it is not said then where this object begins.
 */
function linesAround(lines: readonly Line[], taken: TakenLines, at: number): number[] {
  const labels = new Set<string>();
  const labelAt = (own: number) =>
    taken.has(own) ? undefined : lines[own]?.pair?.label.toLowerCase();
  const isNew = (label: string | undefined): label is string =>
    label !== undefined && !labels.has(label) && labels.add(label) !== undefined;
  isNew(labelAt(at));
  let from = at;
  while (from > at - REACH && isNew(labelAt(from - 1))) from--;
  if (labels.has(labelAt(from - 1) ?? '')) return [];
  let to = at;
  while (to < at + REACH && isNew(labelAt(to + 1))) to++;
  return Array.from({ length: to - from + 1 }, (_, own) => from + own);
}

/** The policy of a list; nothing where it may be another object with a name and a state. */
function policyIn(rows: readonly Line[], hasCommand: boolean): FactRecord | undefined {
  const facts: Fact[] = [];
  let isTold = hasCommand;
  for (const { pair, number } of rows) {
    if (!pair?.value) continue;
    const name = ROWS[pair.label.toLowerCase()];
    if (name) facts.push(makeFact(name, pair.label, pair.value, { line: number }));
    isTold ||=
      TELLING.test(pair.label) && (TYPE_NAME.test(pair.value) || CONDITIONS.test(pair.value));
    isTold ||= name === 'caPolicy.state' && REPORTS.test(pair.value);
  }
  return isTold ? recordOf(facts) : undefined;
}

/** The policies of a table with a name and a state in each row; none where it may list other objects. */
function policiesOfTable(
  lines: readonly Line[],
  at: number,
  hasCommand: boolean,
): { records: FactRecord[]; end: number } | undefined {
  const table = tableAt(lines, at, (headings) => {
    const plain = headings.map((one) => one.trim().toLowerCase());
    return plain.includes('displayname') && plain.includes('state');
  });
  if (!table) return;
  const names = table.headings.map((heading) => ROWS[heading.trim().toLowerCase()]);
  const state = names.indexOf('caPolicy.state');
  const states = table.rows.map(({ cells }) => cells[state]?.trim() ?? '');
  if (!states.every(isState) || !(hasCommand || states.some((one) => REPORTS.test(one))))
    return { records: [], end: table.end };
  const records = table.rows.flatMap(({ cells, from }) => {
    const facts = names.flatMap((name, column) => {
      const value = cells[column]?.trim();
      const source = { line: lines[from]!.number };
      return name && value ? [makeFact(name, table.headings[column]!.trim(), value, source)] : [];
    });
    return recordOf(facts) ?? [];
  });
  return { records, end: table.end };
}

function recordOf(facts: Fact[]): FactRecord | undefined {
  const has = (name: FactName) => facts.some((fact) => fact.name === name);
  if (!has('caPolicy.name') || !has('caPolicy.state')) return;
  return {
    kind: 'caPolicy',
    title: 'Conditional Access policy',
    facts,
    codes: [],
    doubts: [],
    from: facts[0]!.source.line,
    to: facts.at(-1)!.source.line,
  };
}
