import type { PatternRule } from '../log/patterns/pattern-rule';
import { TEXT_NAMES } from '../log/patterns/pattern-text';
import { compileCommand } from './compile-command';
import { PatternFile } from './pattern-schema';
import type { Problem } from './problem';
import { holdToSchema, readYaml } from './yaml-file';

/** A code without its prefix, which patterns fill in beside what entries fill in. */
const ERROR_CODE = /\{errorCode\}/g;

/**
 * Compiles knowledge/rules/patterns.yml.
 *
 * @param file Its path from the root of the project.
 * @param source Its text.
 * @param codes Codes that have an entry; a pattern may name no other.
 * @returns Its patterns, none where something is wrong; and what is wrong, by line.
 */
export function compilePatterns(
  file: string,
  source: string,
  codes: ReadonlySet<string>,
): { patterns: PatternRule[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const complain = (line: number, message: string) => problems.push({ file, line, message });
  const yaml = readYaml(source, complain);
  const written = yaml && holdToSchema(PatternFile, yaml, complain);
  if (!yaml || !written) return { patterns: [], problems };
  const sources = new Map(written.sources.map((one) => [one.id, one]));
  const seen = new Set<string>();
  const patterns = written.patterns.map((one, at): PatternRule => {
    const { from, commands, ...rule } = one;
    const line = yaml.lineOf(['patterns', at]);
    const tell = (message: string) => complain(line, `${rule.id}: ${message}`);
    if (seen.has(rule.id)) tell('another pattern has this id');
    seen.add(rule.id);
    for (const code of codesOf(one)) if (!codes.has(code)) tell(`${code} has no entry`);
    for (const [gap, name] of textsOf(one).matchAll(/\{(\w+)\}/g))
      if (!(TEXT_NAMES as readonly string[]).includes(name!))
        tell(`${gap} is not filled in; known: ${TEXT_NAMES.join(', ')}`);
    for (const part of textsOf(one).match(/\[[^\]]*(?:\]|$)|\]/g) ?? [])
      if (!/^\[[^[\]]*\{\w+\}[^[\]]*\]$/.test(part))
        tell(`"${part.slice(0, 40)}" is no part in brackets with a name in it`);
    const compiled = (texts: readonly string[]) =>
      texts.flatMap((text) => {
        const lang = text.startsWith('//') ? 'kql' : 'powershell';
        const code = text.trimEnd();
        // Checked with a code in place of the gap, and kept with the gap.
        const command = compileCommand(lang, code.replace(ERROR_CODE, '50126'), tell);
        return command ? [{ ...command, code }] : [];
      });
    const own = {
      commands: compiled(commands),
      sources: from.flatMap((id) => {
        const found = sources.get(id);
        if (!found) tell(`${id} is no source of this file`);
        return found ?? [];
      }),
    };
    if (rule.kind !== 'since' && rule.kind !== 'outage') return { ...rule, ...own };
    const { severalApps } = rule;
    return {
      ...rule,
      ...own,
      severalApps: { ...severalApps, commands: compiled(severalApps.commands) },
    };
  });
  return { patterns: problems.length ? [] : patterns, problems };
}

type Written = PatternFile['patterns'][number];

function codesOf(one: Written): string[] {
  if (one.kind === 'many-users') return [...one.codes, ...one.rightPassword];
  if (one.kind === 'then-success' || one.kind === 'burst') return one.codes;
  return one.kind === 'since' || one.kind === 'outage' ? one.notCodes : [];
}

function textsOf(one: Written): string {
  return [one.title, one.says, one.unless, one.next, ...otherTexts(one)].join(' ');
}

/** What is said instead, where the other of two things holds. */
function otherTexts(one: Written): string[] {
  if (one.kind === 'many-users' || one.kind === 'burst') return [one.withSuccess.says];
  if (one.kind === 'client') return [one.withoutSuccess.says];
  if (one.kind !== 'since' && one.kind !== 'outage') return [];
  const { title, says, unless, next } = one.severalApps;
  const { partial } = one;
  const told = 'title' in partial ? [partial.title, partial.unless] : [];
  return [title, says, unless, next, partial.says, ...told];
}
