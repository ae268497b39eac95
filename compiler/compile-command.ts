import type { Command, CommandLanguage } from '../lookup/entry';
import { COMMAND_LANGUAGES, PLACEHOLDERS } from '../lookup/entry-values';

const LANGUAGES: readonly string[] = COMMAND_LANGUAGES;
const COMMENT = /^\s*(?:#|\/\/)\s?(.*)$/;

const PLACEHOLDER = /\{([a-zA-Z][\w-]*)\}/g;
const MOST_LINES = 16;

/** A word in braces that PowerShell reads as a script block, not as a gap to fill. */
const SCRIPT_BLOCKS: readonly string[] = ['id'];

/** What stands behind a key at the start of a comment. */
function valueOf(key: string, comment: string | undefined): string | undefined {
  return comment?.toLowerCase().startsWith(key) ? comment.slice(key.length).trim() : undefined;
}

/**
 * Compiles a fence of the Commands section.
 * @param lang The word after the opening fence.
 * @param code The lines between the fences.
 * @param complain Takes a message for each broken rule.
 */
export function compileCommand(
  lang: string,
  code: string,
  complain: (message: string) => void,
): Command | undefined {
  if (!LANGUAGES.includes(lang)) {
    complain(`command in "${lang}"; use one of ${LANGUAGES.join(', ')}`);
    return undefined;
  }
  const lines = code.split('\n');
  const [purpose, second, third] = lines.map((line) => COMMENT.exec(line)?.[1]?.trim());
  const needs = valueOf('needs:', second);
  if (!purpose || !needs) {
    complain(
      'a command starts with two comment lines: its purpose, then "needs: module, scope, role"',
    );
    return undefined;
  }
  if (lines.length > MOST_LINES)
    complain(`a command has ${lines.length} lines; ${MOST_LINES} is the most`);
  for (const [gap, name] of code.matchAll(PLACEHOLDER)) {
    if (!name || SCRIPT_BLOCKS.includes(name) || (PLACEHOLDERS as readonly string[]).includes(name))
      continue;
    complain(
      `${gap} is not filled from the page; known: ${PLACEHOLDERS.join(', ')}. Write <name> for what a reader fills in`,
    );
  }
  const changes = valueOf('changes:', third);
  return { lang: lang as CommandLanguage, purpose, needs, ...(changes && { changes }), code };
}
