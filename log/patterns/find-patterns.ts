import type { Command } from '../../lookup/entry';
import { commandText, fillCommand } from '../../report/fill-command';
import type { LogRow } from '../log-row';
import { WEIGHTS } from '../weight';
import { client } from './client';
import type { FoundPattern, PatternValues } from './found-pattern';
import { manyUsers } from './many-users';
import type { Match } from './match';
import { onePlace } from './one-place';
import type { PatternRule } from './pattern-rule';
import { since } from './since';
import { thenSuccess } from './then-success';

/** Most findings of one rule: the worst are kept. */
const MOST_OF_RULE = 5;

/** Most rows that a finding carries. */
const MOST_ROWS = 50;

/**
 * Looks for patterns across the rows of a log, or of a page.
 *
 * @param rows Rows in any order; each field may be missing, and what is missing shows no pattern.
 * @param rules The rules, compiled from knowledge/rules/patterns.yml.
 * @returns What was found, worst first; the time grows with the number of rows times its logarithm.
 */
export function findPatterns(
  rows: readonly LogRow[],
  rules: readonly PatternRule[],
): FoundPattern[] {
  const sprays = rules.filter((rule) => rule.kind === 'many-users');
  const found = sprays.flatMap((rule) => asFound(rule, manyUsers(rows, rule)));
  // What comes from the address of a spray is told there, and not as a fault of an app or a place.
  const sprayed = new Set(found.map(({ values }) => values.address));
  const others = sprayed.size ? rows.filter(({ address }) => !sprayed.has(address)) : rows;
  for (const rule of rules) {
    if (rule.kind === 'then-success') found.push(...asFound(rule, thenSuccess(rows, rule)));
    if (rule.kind === 'since') found.push(...asFound(rule, since(others, rule)));
    if (rule.kind === 'client') found.push(...asFound(rule, client(rows, rule)));
    if (rule.kind === 'one-place') found.push(...asFound(rule, onePlace(others, rule)));
  }
  return found.sort(
    (a, b) =>
      WEIGHTS.indexOf(a.weight) - WEIGHTS.indexOf(b.weight) ||
      (b.values.count ?? 0) - (a.values.count ?? 0),
  );
}

function asFound(rule: PatternRule, matches: readonly Match[]): FoundPattern[] {
  const worst = [...matches].sort(
    (a, b) => +!!b.isOther - +!!a.isOther || (b.values.count ?? 0) - (a.values.count ?? 0),
  );
  return worst.slice(0, MOST_OF_RULE).map(({ values, rows, isOther }) => {
    const other = isOther ? otherOf(rule) : undefined;
    return {
      rule: rule.id,
      pattern: rule.pattern,
      weight: other?.weight ?? rule.weight,
      title: rule.title,
      says: other?.says ?? rule.says,
      unless: rule.unless,
      next: rule.next,
      values,
      rows: sampleOf(rows),
      commands: rule.commands.map((command) => filled(command, values)),
      sources: rule.sources,
    };
  });
}

function otherOf(rule: PatternRule) {
  if (rule.kind === 'many-users') return rule.withSuccess;
  return rule.kind === 'client' ? rule.withoutSuccess : undefined;
}

/** Rows to show: successes are few and matter most, so that none is lost to the limit. */
function sampleOf(rows: readonly LogRow[]): LogRow[] {
  const successes = rows.filter(({ outcome }) => outcome === 'success').slice(0, MOST_ROWS / 2);
  const rest = rows.filter(({ outcome }) => outcome !== 'success');
  return [...successes, ...rest.slice(0, MOST_ROWS - successes.length)].sort(
    (a, b) => (a.time ?? 0) - (b.time ?? 0) || a.at - b.at,
  );
}

/** Puts the values into a command. What could have a meaning in it leaves its placeholder. */
function filled(command: Command, values: PatternValues): Command {
  const { address, user, appId, code, from } = values;
  const parts = fillCommand(command.code, {
    ...(address && { ipAddress: address }),
    ...(user && { userPrincipalName: user }),
    ...(appId && { appId }),
    ...(from && { timestamp: from }),
  });
  const number = /^AADSTS(\d+)$/.exec(code ?? '')?.[1];
  const text = commandText(parts);
  return { ...command, code: number ? text.replaceAll('{errorCode}', number) : text };
}
