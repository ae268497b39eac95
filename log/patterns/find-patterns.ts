import type { Command } from '../../lookup/entry';
import { commandText, fillCommand } from '../../report/fill-command';
import type { LogRow } from '../log-row';
import { WEIGHTS } from '../weight';
import { burst } from './burst';
import { client } from './client';
import type { FoundPattern, PatternValues } from './found-pattern';
import { manyUsers } from './many-users';
import type { Match } from './match';
import { onePlace } from './one-place';
import { outage } from './outage';
import type { PatternRule, PatternTexts } from './pattern-rule';
import { since } from './since';
import { thenSuccess } from './then-success';

/** Most findings of one rule: the worst are kept. */
const MOST_OF_RULE = 5;

/** Most rows that a finding carries, where nobody asks for more. */
const MOST_ROWS = 50;

/** What lists the interactive sign-ins of users, and so none of an app itself. */
const OF_USERS = /\bGet-MgAuditLogSignIn\b/;

/** What is known of the rows beside themselves. */
interface Given {
  /** False where their times are in a zone that nobody names: such a time is put into no command. */
  isUtc?: boolean;
  /** Most rows that a finding carries. */
  mostRows?: number;
}

/**
 * Looks for patterns across the rows of a log, or of a page.
 *
 * @param rows Rows in any order; each field may be missing, and what is missing shows no pattern.
 * @param rules The rules, compiled from knowledge/rules/patterns.yml.
 * @param given What is known of the rows; without it, times in UTC and at most 50 rows for each finding.
 * @returns What was found, worst first; the time grows with the number of rows times its logarithm.
 */
export function findPatterns(
  rows: readonly LogRow[],
  rules: readonly PatternRule[],
  { isUtc = true, mostRows = MOST_ROWS }: Given = {},
): FoundPattern[] {
  const asFound = (rule: PatternRule, matches: readonly Match[]) =>
    worstOf(matches).map((match) => foundBy(rule, match, isUtc, mostRows));
  const sprays = rules.filter((rule) => rule.kind === 'many-users');
  const found = sprays.flatMap((rule) => asFound(rule, manyUsers(rows, rule)));
  const sprayed = new Set(found.map(({ values }) => values.address));
  const others = sprayed.size ? rows.filter(({ address }) => !sprayed.has(address)) : rows;
  const matches = new Map(
    rules.map((rule) => [rule, matchesAmong({ rows, others }, rule)] as const),
  );
  // Where all that fails in one place is an app that is told to fail everywhere, the place says nothing more.
  const ofApp = new Set(
    [...matches].flatMap(([{ kind }, all]) =>
      kind === 'since' || kind === 'outage' ? worstOf(all).flatMap((match) => match.rows) : [],
    ),
  );
  const isToldByApp = (match: Match) => match.rows.every((row) => ofApp.has(row));
  for (const [rule, all] of matches) {
    const told = rule.kind === 'one-place' ? all.filter((match) => !isToldByApp(match)) : all;
    for (const one of asFound(rule, told)) found.push(one);
  }
  return found.sort(
    (a, b) =>
      WEIGHTS.indexOf(a.weight) - WEIGHTS.indexOf(b.weight) ||
      (b.values.count ?? 0) - (a.values.count ?? 0),
  );
}

/**
 * @param given All rows, and those that no spray explains: what comes from its address is no fault of an app or a place.
 */
function matchesAmong(
  { rows, others }: Record<'rows' | 'others', readonly LogRow[]>,
  rule: PatternRule,
): readonly Match[] {
  if (rule.kind === 'then-success') return thenSuccess(rows, rule);
  if (rule.kind === 'burst') return burst(rows, rule);
  if (rule.kind === 'since') return since(others, rule);
  if (rule.kind === 'outage') return outage(others, rule);
  if (rule.kind === 'client') return client(rows, rule);
  return rule.kind === 'one-place' ? onePlace(others, rule) : [];
}

function worstOf(matches: readonly Match[]): Match[] {
  return [...matches]
    .sort((a, b) => +!!b.isOther - +!!a.isOther || (b.values.count ?? 0) - (a.values.count ?? 0))
    .slice(0, MOST_OF_RULE);
}

function foundBy(
  rule: PatternRule,
  { values, rows, isOther, own }: Match,
  isUtc: boolean,
  mostRows: number,
): FoundPattern {
  const { pattern, weight, title, says, unless, next, commands, sources }: PatternTexts = {
    ...rule,
    ...(isOther && otherOf(rule)),
    ...own,
  };
  return {
    rule: rule.id,
    pattern,
    weight,
    title,
    says,
    unless,
    next,
    values: { ...values, ...(!isUtc && { isLocal: true }) },
    rows: sampleOf(rows, mostRows),
    rowCount: rows.length,
    commands: commands
      .filter(({ code }) => values.users !== 0 || !OF_USERS.test(code))
      .map((command) => filled(command, values, isUtc)),
    sources,
  };
}

/** What is said instead, where the other of two things holds. */
function otherOf(rule: PatternRule): Partial<PatternTexts> | undefined {
  if (rule.kind === 'many-users' || rule.kind === 'burst') return rule.withSuccess;
  if (rule.kind === 'since' || rule.kind === 'outage') return rule.severalApps;
  return rule.kind === 'client' ? rule.withoutSuccess : undefined;
}

/** Rows to show: successes are few and matter most, so that none is lost to the limit. */
function sampleOf(rows: readonly LogRow[], most: number): LogRow[] {
  const successes = rows.filter(({ outcome }) => outcome === 'success').slice(0, most / 2);
  const rest = rows.filter(({ outcome }) => outcome !== 'success');
  return [...successes, ...rest.slice(0, most - successes.length)].sort(
    (a, b) => (a.time ?? 0) - (b.time ?? 0) || a.at - b.at,
  );
}

/** Puts the values into a command. What could have a meaning in it leaves its placeholder. */
function filled(command: Command, values: PatternValues, isUtc: boolean): Command {
  const { address, user, appId, code, from } = values;
  const parts = fillCommand(command.code, {
    ...(address && { ipAddress: address }),
    // A list that shows names of people shows no sign-in name.
    ...(user?.includes('@') && { userPrincipalName: user }),
    ...(appId && { appId }),
    ...(from && isUtc && { timestamp: from }),
  });
  const number = /^AADSTS(\d+)$/.exec(code ?? '')?.[1];
  const text = commandText(parts);
  return { ...command, code: number ? text.replaceAll('{errorCode}', number) : text };
}
