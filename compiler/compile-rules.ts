import type { Condition } from '../diagnosis/condition';
import type { Rule } from '../diagnosis/rule';
import type { FactName } from '../facts/vocabulary';
import type { Problem } from './problem';
import { RuleFile, type FactTest, type WrittenCondition } from './rule-schema';
import { holdToSchema, readYaml } from './yaml-file';

/**
 * Compiles one file of knowledge/rules.
 *
 * @param file Its path from the root of the project.
 * @param source Its text.
 * @param codes Codes that have an entry; a rule may name no other.
 * @returns Its rules, none where something is wrong; and what is wrong, by line.
 */
export function compileRules(
  file: string,
  source: string,
  codes: ReadonlySet<string>,
): { rules: Rule[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const complain = (line: number, message: string) => problems.push({ file, line, message });
  const yaml = readYaml(source, complain);
  const written = yaml && holdToSchema(RuleFile, yaml, complain);
  if (!yaml || !written) return { rules: [], problems };
  const seen = new Set<string>();
  const rules = written.rules.map((rule, at): Rule => {
    const line = yaml.lineOf(['rules', at]);
    if (seen.has(rule.id)) complain(line, `${rule.id}: another rule has this id`);
    seen.add(rule.id);
    if (rule.code && !codes.has(rule.code)) complain(line, `${rule.id}: ${rule.code} has no entry`);
    for (const [, name] of `${rule.says} ${rule.next ?? ''}`.matchAll(/\{([^}]*)\}/g))
      if (!asksFor(rule.when, name!))
        complain(line, `${rule.id}: {${name}} is not asked for in its condition`);
    const from = rule.from.flatMap((id) => {
      const found = written.sources[id];
      if (!found) complain(line, `${rule.id}: ${id} is no source of this file`);
      return found ?? [];
    });
    return { ...rule, when: conditionOf(rule.when), from };
  });
  return { rules: problems.length ? [] : rules, problems };
}

function asksFor({ facts, all = [], any = [], not }: WrittenCondition, name: string): boolean {
  return name in facts || [...all, ...any, ...(not ? [not] : [])].some((one) => asksFor(one, name));
}

/**
 * @param written A condition as people write it.
 * @param named The conditions of the file, for `use`.
 * @throws Error where `use` names none of them.
 */
export function conditionOf(
  { facts, all, any, not, code, use }: WrittenCondition,
  named: Readonly<Record<string, WrittenCondition>> = {},
): Condition {
  const parts: Condition[] = Object.entries(facts).map(([name, test]) =>
    testOf(name as FactName, test),
  );
  const inner = (one: WrittenCondition) => conditionOf(one, named);
  if (code) parts.push({ code: [code].flat() });
  for (const name of [use ?? []].flat()) {
    const meant = named[name];
    if (!meant) throw new Error(`${name} is no condition of this file`);
    // Without itself: a circle names nothing.
    const { [name]: _, ...others } = named;
    parts.push(conditionOf(meant, others));
  }
  if (all) parts.push({ all: all.map(inner) });
  if (any) parts.push({ any: any.map(inner) });
  if (not) parts.push({ not: inner(not) });
  return parts.length === 1 ? parts[0]! : { all: parts };
}

function testOf(fact: FactName, test: FactTest): Condition {
  if (typeof test === 'string') return { fact, is: [test] };
  if (Array.isArray(test)) return { fact, is: test };
  return { fact, ...test } as Condition;
}
