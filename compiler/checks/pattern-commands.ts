import type { PatternRule } from '../../log/patterns/pattern-rule';
import type { Finding } from './finding';
import { snippetFaults, type SnippetTools } from './snippets';

/** Checks the commands of the patterns as those of the entries are checked. */
export function checkPatternCommands(
  patterns: readonly PatternRule[],
  tools: SnippetTools,
): Finding[] {
  return patterns.flatMap(({ id, commands }) =>
    commands.flatMap((command) =>
      snippetFaults(command, tools).map(({ line, message }): Finding => ({
        check: 'snippets',
        level: 'problem',
        file: 'knowledge/rules/patterns.yml',
        line: 1,
        message: `${id}, "${command.purpose}", line ${line + 1}: ${message}`,
      })),
    ),
  );
}
